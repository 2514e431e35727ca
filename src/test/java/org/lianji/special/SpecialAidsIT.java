package org.lianji.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An application goes in once; each department decides its own, and sees the family meanwhile. */
@HubTest
@Import(MovingClock.class)
class SpecialAidsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    /** The demo client {@code citizen-guardian} speaks for this person. */
    private static final String OTHER_CITIZEN = "152631199612132788";

    private static final String HEALTH = "YB-COUNTY";
    private static final String SCHOOLS = "JY-COUNTY";

    private static final String SHOWN =
            "{ id version state kind department case basis answer allowedTransitions"
                    + " deadlines { rule { code } due endedOn } applicant { id }"
                    + " history { transition department note } }";

    private static final String MINE =
            "{ specialAid version case state progress answer decidedBy canWithdraw }";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired TestClock clock;

    private Monitored city;
    private Town town;
    private JsonNode applied;

    @BeforeEach
    void aCitizenAppliesAtTheWindow() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        city.contribute(
                "YB03",
                List.of(
                        Map.of(
                                "recordNo", "M1",
                                "observedAt", "2026-10-20T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "windowMonths", 12,
                                "selfPayTotal", "52000.00",
                                "exceeded", true,
                                "diseaseGroup", "MALIGNANT_TUMOUR")));
        town = new Town(hub);
        applied = done(town.apply(CITIZEN));
    }

    private JsonNode ask(String client, String kind) {
        return ask(client, "requestSpecialAid", SHOWN, kind, Map.of());
    }

    private JsonNode ask(
            String client, String mutation, String shown, String kind, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("caseId", applied.at("/id").asString());
        input.put("kind", kind);
        input.put("note", "老伴重病住院，自付费用很高");
        return hub.ask(
                client,
                "mutation ($i: SpecialAidInput!) { %s(input: $i) %s }".formatted(mutation, shown),
                Map.of("i", input));
    }

    private JsonNode step(String client, String mutation, JsonNode aid, String... note) {
        boolean written = note.length > 0;
        Map<String, Object> step = new HashMap<>();
        step.put("id", aid.has("id") ? aid.at("/id").asString() : aid.at("/specialAid").asString());
        step.put("version", aid.at("/version").asInt());
        if (written) {
            step.put("note", note[0]);
        }
        boolean mine = mutation.equals("withdrawMySpecialAid");
        return hub.ask(
                client,
                "mutation ($s: %s!) { %s(%s: $s) %s }"
                        .formatted(
                                written ? "SpecialAidStatement" : "SpecialAidStep",
                                mutation,
                                written || mine ? "input" : "step",
                                mine ? MINE : SHOWN),
                Map.of("s", step));
    }

    private JsonNode listed(String client) {
        return hub.ask(client, "{ specialAids { nodes " + SHOWN + " } }")
                .at("/data/specialAids/nodes");
    }

    private JsonNode mine() {
        return hub.ask("CITIZEN", "{ mySpecialAids { nodes " + MINE + " } }")
                .at("/data/mySpecialAids/nodes");
    }

    @Test
    void goesFromTheDoorToItsDepartmentAndTheAnswerBack() {
        JsonNode sent = done(ask(TOWN, "MEDICAL"));
        assertThat(sent.at("/department").asString()).isEqualTo("YB");
        assertThat(sent.at("/basis").isNull()).isTrue();
        assertThat(sent.at("/deadlines/0/rule/code").asString()).isEqualTo("SPECIAL_AID_RECEIVE");
        assertThat(sent.at("/deadlines/0/due").asString()).isEqualTo("2026-11-04");

        JsonNode received = done(step(HEALTH, "receiveSpecialAid", listed(HEALTH).at("/0")));
        assertThat(received.at("/basis").asString()).startsWith("C");
        assertThat(received.at("/applicant/id").asString()).startsWith("P");
        assertThat(received.at("/history/0/note").asString()).contains("自付费用");
        assertThat(received.at("/deadlines").findValuesAsString("code"))
                .containsExactlyInAnyOrder("SPECIAL_AID_RECEIVE", "SPECIAL_AID_DECIDE");

        done(step(HEALTH, "grantSpecialAid", received, "年度医疗救助 8000 元，出院时结算"));

        JsonNode door =
                hub.ask(
                                TOWN,
                                "query ($id: ID!) { case(id: $id) { specialAids { state answer"
                                        + " basis applicant { id } } } }",
                                Map.of("id", applied.at("/id").asString()))
                        .at("/data/case/specialAids/0");
        assertThat(door.at("/state").asString()).isEqualTo("GRANTED");
        assertThat(door.at("/answer").asString()).startsWith("年度医疗救助");
        assertThat(door.at("/basis").isNull()).isTrue();
        assertThat(mine().at("/0/answer").asString()).startsWith("年度医疗救助");
        assertThat(mine().at("/0/progress").asString()).contains("已决定给予救助");
    }

    /** One application for several kinds of help: all of it goes in, or nothing. */
    @Test
    void goInWithTheApplication() {
        town.taken(TOWN, "withdrawCase", applied, "改为一并申请");
        List<Map<String, String>> twice =
                List.of(part("MEDICAL"), part("EDUCATION"), part("MEDICAL"));
        assertThat(code(town.apply(CITIZEN, with("k-1", twice))))
                .isEqualTo("SPECIAL_AID_ALREADY_SENT");
        assertThat(listed(HEALTH)).as("nothing of it").isEmpty();

        List<Map<String, String>> parts = List.of(part("MEDICAL"), part("EDUCATION"));
        JsonNode submitted = done(town.apply(CITIZEN, with("k-2", parts)));
        JsonNode again = done(town.apply(CITIZEN, with("k-2", parts)));

        assertThat(again.at("/id")).isEqualTo(submitted.at("/id"));
        assertThat(
                        hub.ask(
                                        TOWN,
                                        "query ($id: ID!) { case(id: $id) { specialAids { kind"
                                                + " state department } } }",
                                        Map.of("id", submitted.at("/id").asString()))
                                .at("/data/case/specialAids")
                                .valueStream()
                                .map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"kind\":\"MEDICAL\",\"state\":\"SENT\",\"department\":\"YB\"}",
                        "{\"kind\":\"EDUCATION\",\"state\":\"SENT\",\"department\":\"JY\"}");
        assertThat(listed(SCHOOLS)).hasSize(1);
    }

    @Test
    void goInWithTheCitizensOwnApplication() {
        town.taken(TOWN, "withdrawCase", applied, "改为本人申请");
        JsonNode answer =
                hub.ask(
                        "CITIZEN",
                        "mutation ($i: MyCaseInput!) { submitMyCase(input: $i) { case } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "kind", "MINIMUM_LIVING",
                                        "region", HERE,
                                        "statement", "老伴住院，孩子上学",
                                        "consentNo", "SQ-9",
                                        "specialAids", List.of(part("MEDICAL")))));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(mine().at("/0/case")).isEqualTo(answer.at("/data/submitMyCase/case"));
    }

    private static Map<String, String> part(String kind) {
        return Map.of("kind", kind, "note", "老伴住院，孩子上学");
    }

    private static Map<String, Object> with(String key, List<Map<String, String>> parts) {
        return Map.of(
                "specialAids", parts,
                "clientMutationKey", key);
    }

    private JsonNode granted(String kind, String client) {
        done(ask(TOWN, kind));
        JsonNode received = done(step(client, "receiveSpecialAid", listed(client).at("/0")));
        return done(step(client, "grantSpecialAid", received, "按年度救助"));
    }

    private static Map<String, Object> settled(Map<String, Object> more) {
        Map<String, Object> row =
                new HashMap<>(
                        Map.of(
                                "recordNo", "YB-2026-1",
                                "observedAt", "2026-11-02T09:00:00+08:00",
                                "settleNo", "JS1",
                                "kind", "INPATIENT",
                                "total", "60000.00",
                                "aid", "8000.00",
                                "settledOn", "2026-11-02"));
        row.putAll(more);
        return row;
    }

    private JsonNode record(String client, JsonNode aid, String field, Object... rows) {
        return hub.ask(
                client,
                "mutation ($i: SpecialAidRecordInput!) { recordSpecialAid(input: $i) { id version"
                        + " state records { category on } } }",
                Map.of(
                        "i",
                        Map.of(
                                "id", aid.at("/id").asString(),
                                "version", aid.at("/version").asInt(),
                                "rows", Map.of(field, List.of(rows)))));
    }

    @Test
    void whatIsGivenGoesIntoTheLibraryAndTheFamilysChainOfHelp() {
        JsonNode granted = granted("MEDICAL", HEALTH);

        JsonNode recorded = done(record(HEALTH, granted, "medicalAssistance", settled(Map.of())));

        String shown = "[{\"category\":\"YB02\",\"on\":\"2026-11-02\"}]";
        assertThat(recorded.at("/records").toString()).isEqualTo(shown);
        assertThat(
                        hub.ask(
                                        "CITIZEN",
                                        "{ mySpecialAids { nodes { records { category on } } } }")
                                .at("/data/mySpecialAids/nodes/0/records")
                                .toString())
                .isEqualTo(shown);
        JsonNode kept = own("MedicalAssistance { recordNo aid }", "YB02");
        assertThat(kept.toString()).isEqualTo("[{\"recordNo\":\"YB-2026-1\",\"aid\":\"8000.00\"}]");

        city.contribute(
                "YB02",
                List.of(
                        settled(
                                Map.of(
                                        "idNumber", CITIZEN,
                                        "observedAt", "2026-11-02T09:30:00+08:00",
                                        "aid", "8100.00"))));
        assertThat(own("MedicalAssistance { recordNo aid }", "YB02").toString())
                .as("what their system reports is the same record")
                .isEqualTo("[{\"recordNo\":\"YB-2026-1\",\"aid\":\"8100.00\"}]");
        assertThat(
                        done(record(
                                        HEALTH,
                                        recorded,
                                        "medicalAssistance",
                                        settled(Map.of("recordNo", "YB-2026-2"))))
                                .at("/records"))
                .hasSize(2);
    }

    /** What the citizen reads of themself. */
    private JsonNode own(String fields, String category) {
        return hub.ask(
                        "CITIZEN",
                        new Reason("H", null),
                        "{ records(category: %s) { nodes { ... on %s } } }"
                                .formatted(category, fields),
                        Map.of())
                .at("/data/records/nodes");
    }

    @Test
    void onlyARowOfTheKindThatTheLibraryTakesIsRecordedOfTheFamilyAlone() {
        city.register("2", OTHER_CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        city.contribute(
                "YB02",
                List.of(settled(Map.of("recordNo", "YB-OTHER", "idNumber", OTHER_CITIZEN))));
        done(ask(TOWN, "MEDICAL"));
        JsonNode received = done(step(HEALTH, "receiveSpecialAid", listed(HEALTH).at("/0")));
        assertThat(code(record(HEALTH, received, "medicalAssistance", settled(Map.of()))))
                .isEqualTo("TRANSITION_NOT_ALLOWED");
        JsonNode granted = done(step(HEALTH, "grantSpecialAid", received, "按年度救助"));

        assertThat(code(record(SCHOOLS, granted, "medicalAssistance", settled(Map.of()))))
                .isEqualTo("SPECIAL_AID_NOT_FOUND");
        assertThat(code(record(TOWN, granted, "medicalAssistance", settled(Map.of()))))
                .isEqualTo("NOT_ALLOWED");
        assertThat(code(record(COUNTY, granted, "medicalAssistance", settled(Map.of()))))
                .isEqualTo("NOT_YOUR_TURN");
        assertThat(
                        code(
                                record(
                                        HEALTH,
                                        granted,
                                        "medicalAssistance",
                                        settled(Map.of()),
                                        settled(Map.of("recordNo", "YB-2")))))
                .isEqualTo("SPECIAL_AID_RECORD_ROWS");
        assertThat(
                        code(
                                record(
                                        HEALTH,
                                        granted,
                                        "medicalCostWarning",
                                        Map.of(
                                                "recordNo", "W1",
                                                "observedAt", "2026-11-02T09:00:00+08:00",
                                                "windowMonths", 12,
                                                "selfPayTotal", "1.00",
                                                "exceeded", true))))
                .as("not a category of what is given")
                .isEqualTo("SPECIAL_AID_RECORD_ROWS");
        assertThat(
                        code(
                                record(
                                        HEALTH,
                                        granted,
                                        "medicalAssistance",
                                        settled(Map.of("idNumber", OTHER_CITIZEN)))))
                .isEqualTo("SPECIAL_AID_RECORD_WHOM");
        assertThat(
                        code(
                                record(
                                        HEALTH,
                                        granted,
                                        "medicalAssistance",
                                        settled(Map.of("recordNo", "YB-OTHER")))))
                .isEqualTo("SPECIAL_AID_RECORD_NO");
        JsonNode more =
                record(HEALTH, granted, "medicalAssistance", settled(Map.of("aid", "60000.01")));
        assertThat(code(more)).isEqualTo("SPECIAL_AID_RECORD_ROW");
        assertThat(more.at("/errors/0/message").asString()).contains("PAID_MORE_THAN_COST");
        assertThat(listed(HEALTH).at("/0/version")).isEqualTo(granted.at("/version"));
        assertThat(own("MedicalAssistance { recordNo }", "YB02")).isEmpty();
    }

    @Test
    void theDepartmentReadsTheFamilyWhileItDecidesAndTheCitizenReadsOfIt() {
        done(ask(TOWN, "MEDICAL"));
        String own =
                "{ specialAids { nodes { basis applicant { records(categories: [YB03]) { nodes {"
                        + " ... on MedicalCostWarning { diseaseGroup } } } } } } }";
        assertThat(hub.ask(HEALTH, own).at("/data/specialAids/nodes/0/applicant").isNull())
                .as("not before it is taken on")
                .isTrue();
        JsonNode received = done(step(HEALTH, "receiveSpecialAid", listed(HEALTH).at("/0")));

        assertThat(
                        hub.ask(HEALTH, own)
                                .at(
                                        "/data/specialAids/nodes/0/applicant/records/nodes/0/diseaseGroup")
                                .asString())
                .isEqualTo("MALIGNANT_TUMOUR");
        assertThat(
                        hub.ask("CITIZEN", "{ accessLog { nodes { department purpose } } }")
                                .at("/data/accessLog/nodes")
                                .toString())
                .contains("{\"department\":\"YB\",\"purpose\":\"E\"}");

        done(step(HEALTH, "refuseSpecialAid", received, "费用已由大病保险支付，没有超过起付线的自付"));
        assertThat(hub.ask(HEALTH, own).at("/data/specialAids/nodes/0/applicant").isNull())
                .isTrue();
    }

    @Test
    void isNobodyElsesToSeeOrAnswer() {
        city.register("2", OTHER_CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        JsonNode sent = done(ask(TOWN, "MEDICAL"));

        for (String client : List.of(SCHOOLS, "YB-TOWN", "YB", "GA-COUNTY", "CHARITY-A")) {
            assertThat(listed(client).toString()).as(client).isIn("[]", "");
            assertThat(
                            hub.ask(
                                            client,
                                            "query ($id: ID!) { node(id: $id) { id } }",
                                            Map.of("id", sent.at("/id").asString()))
                                    .at("/data/node")
                                    .isNull())
                    .as(client)
                    .isTrue();
        }
        assertThat(code(step(SCHOOLS, "receiveSpecialAid", sent)))
                .isEqualTo("SPECIAL_AID_NOT_FOUND");
        assertThat(code(step(COUNTY, "receiveSpecialAid", sent))).isEqualTo("NOT_YOUR_TURN");
        assertThat(code(step(HEALTH, "grantSpecialAid", sent, "给予")))
                .isEqualTo("TRANSITION_NOT_ALLOWED");
        assertThat(code(step(HEALTH, "withdrawSpecialAid", sent))).isEqualTo("NOT_YOUR_TURN");
        assertThat(code(step(TOWN, "withdrawSpecialAid", sent)))
                .as("an officer says on what word")
                .isEqualTo("TEXT_MISSING");
        assertThat(code(ask("GA-TOWN", "MEDICAL"))).isEqualTo("SPECIAL_AID_NO_CASE");
        assertThat(code(ask("CITIZEN-GUARDIAN", "requestMySpecialAid", MINE, "HOUSING", Map.of())))
                .isEqualTo("SPECIAL_AID_NOT_YOUR_CASE");
    }

    @Test
    void isANodeForWhoMaySeeIt() {
        JsonNode sent = done(ask(TOWN, "MEDICAL"));

        for (String client : List.of(TOWN, COUNTY, HEALTH)) {
            assertThat(
                            hub.ask(
                                            client,
                                            "query ($id: ID!) { node(id: $id) { __typename id } }",
                                            Map.of("id", sent.at("/id").asString()))
                                    .at("/data/node/__typename")
                                    .asString())
                    .as(client)
                    .isEqualTo("SpecialAid");
        }
    }

    @Test
    void ofAKindThereIsOneAtATime() {
        done(ask(TOWN, "MEDICAL"));
        assertThat(code(ask(COUNTY, "MEDICAL"))).isEqualTo("SPECIAL_AID_ALREADY_SENT");
        done(ask(COUNTY, "EDUCATION"));

        JsonNode back =
                done(step(HEALTH, "returnSpecialAid", listed(HEALTH).at("/0"), "在外地参保，请转参保地"));
        assertThat(back.at("/state").asString()).isEqualTo("RETURNED");
        assertThat(back.at("/deadlines/0/endedOn").asString()).isEqualTo("2026-11-02");
        done(ask(TOWN, "MEDICAL"));

        assertThat(listed(TOWN)).hasSize(3);
        assertThat(listed(SCHOOLS)).hasSize(1);
    }

    @Test
    void theSameKeyTwiceIsOne() {
        Map<String, Object> key = Map.of("clientMutationKey", "door-1");
        JsonNode first = done(ask(TOWN, "requestSpecialAid", SHOWN, "MEDICAL", key));

        JsonNode again = done(ask(TOWN, "requestSpecialAid", SHOWN, "MEDICAL", key));

        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(listed(TOWN)).hasSize(1);
    }

    @Test
    void aCitizenAsksWithTheirOwnApplicationAndTakesItBack() {
        JsonNode asked = done(ask("CITIZEN", "requestMySpecialAid", MINE, "HOUSING", Map.of()));
        assertThat(asked.at("/case")).isEqualTo(applied.at("/id"));
        JsonNode received =
                done(step("ZJ-COUNTY", "receiveSpecialAid", listed("ZJ-COUNTY").at("/0")));
        assertThat(mine().at("/0/decidedBy").asString()).isEqualTo("2026-11-30");
        assertThat(mine().at("/0/canWithdraw").asBoolean()).isTrue();

        JsonNode withdrawn = done(step("CITIZEN", "withdrawMySpecialAid", mine().at("/0")));

        assertThat(withdrawn.at("/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(code(step("ZJ-COUNTY", "grantSpecialAid", received, "给予")))
                .isEqualTo("VERSION_CONFLICT");
        assertThat(listed("ZJ-COUNTY").at("/0/basis").isNull()).isTrue();
    }

    @Test
    void anApplicationThatWasTakenBackSendsNothing() {
        town.taken(TOWN, "withdrawCase", applied, "申请人要求撤回");

        assertThat(code(ask(TOWN, "MEDICAL"))).isEqualTo("SPECIAL_AID_NO_CASE");
    }

    @Test
    void partsEndWithTheApplicationAndTheirDepartmentsReadOnNothing() {
        done(ask(TOWN, "MEDICAL"));
        done(ask(TOWN, "EDUCATION"));
        JsonNode received = done(step(HEALTH, "receiveSpecialAid", listed(HEALTH).at("/0")));

        town.taken(TOWN, "withdrawCase", applied, "申请人要求撤回");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(listed(TOWN).findValuesAsString("state"))
                                        .containsExactly("WITHDRAWN", "WITHDRAWN"));
        JsonNode ended = listed(HEALTH).at("/0");
        assertThat(ended.at("/basis").isNull()).isTrue();
        assertThat(ended.at("/history").findValuesAsString("transition"))
                .containsExactly("SEND", "RECEIVE", "END");
        assertThat(ended.at("/deadlines").findValuesAsString("endedOn"))
                .containsExactly("2026-11-02", "2026-11-02");
        assertThat(code(step(HEALTH, "grantSpecialAid", received, "给予")))
                .isEqualTo("VERSION_CONFLICT");
        assertThat(mine().at("/0/progress").asString()).isEqualTo("已撤回");
    }
}
