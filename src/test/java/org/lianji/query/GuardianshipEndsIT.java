package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whoever is a child's guardian no longer sees nothing of the child any more. */
@HubTest
class GuardianshipEndsIT {

    private static final String GUARDIAN = "152627195801035714";
    private static final String CHILD = "150981201305183014";
    private static final Reason OWN = new Reason("H", null);

    @Autowired Hub hub;

    private Hub citizen;
    private String child = "";

    @BeforeEach
    void guardianship() {
        contribute("1", "2026-01-01", "FULFILLING");
        citizen = new Hub(hub.address());
        child = seen().at("/data/person/id").asString();
    }

    private void contribute(String recordNo, String day, String state) {
        contribute(
                "MZ07",
                recordNo,
                day,
                CHILD,
                Map.of(
                        "childType",
                        "FAMILY_HARDSHIP",
                        "guardianIdNo",
                        GUARDIAN,
                        "guardianState",
                        state));
    }

    private void contribute(
            String category,
            String recordNo,
            String day,
            String idNumber,
            Map<String, Object> items) {
        Map<String, Object> row = new LinkedHashMap<>(items);
        row.put("recordNo", recordNo);
        row.put("observedAt", day + "T08:00:00+08:00");
        row.put("idNumber", idNumber);
        assertThat(
                        hub.send(
                                        hub.as(
                                                        category.substring(0, 2),
                                                        "/contributions/" + category)
                                                .header("Content-Type", "application/x-ndjson")
                                                .header(
                                                        "Idempotency-Key",
                                                        UUID.randomUUID().toString())
                                                .POST(
                                                        BodyPublishers.ofString(
                                                                JsonMapper.shared()
                                                                        .writeValueAsString(row))))
                                .body())
                .contains("\"rejected\":0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WJ01", "MZ11", "GA02"})
    void seesNothingOnceTheGuardianHasDied(String category) {
        Map<String, Object> death =
                switch (category) {
                    case "WJ01" -> Map.of("certNo", "SW1", "diedOn", "2026-02-01");
                    case "MZ11" -> Map.of("diedOn", "2026-02-01");
                    default -> Map.of("reason", "DEATH", "cancelledOn", "2026-02-01");
                };
        contribute(category, "9", "2026-02-02", GUARDIAN, death);
        seesTheChild(false);

        contribute("2", "2026-03-01", "FULFILLING");
        seesTheChild(false);

        JsonNode withdrawn =
                hub.ask(
                        category.substring(0, 2),
                        "mutation { withdraw(category: %s, recordNo: \"9\", reason: \"登记错误\") { record } }"
                                .formatted(category));
        assertThat(withdrawn.has("errors")).isFalse();
        seesTheChild(true);
    }

    @Test
    void theDeadBelongToNoFamilyFromThatDayOn() {
        contribute(
                "MZ01",
                "1",
                "2026-01-01",
                GUARDIAN,
                Map.of(
                        "householdNo",
                        "F1",
                        "memberIdNumbers",
                        List.of(CHILD),
                        "area",
                        "RURAL",
                        "memberCount",
                        2,
                        "monthlyAmount",
                        "800.00",
                        "startMonth",
                        "2026-01",
                        "status",
                        "ACTIVE"));
        contribute(
                "WJ01", "9", "2026-02-02", CHILD, Map.of("certNo", "SW1", "diedOn", "2026-02-01"));

        Reason matter = hub.matter("MZ", GUARDIAN, CHILD);
        JsonNode household =
                hub.ask(
                                "MZ",
                                matter,
                                "query ($n: IdNumber!) { person(idNumber: $n) { memberships {"
                                        + " household { now: members { person { id } } then:"
                                        + " members(at: \"2026-01-31\") { person { id } } } } } }",
                                Map.of("n", GUARDIAN))
                        .at("/data/person/memberships/0/household");

        assertThat(household.at("/then")).hasSize(2);
        assertThat(household.at("/now")).hasSize(1);
    }

    private JsonNode seen() {
        return seen("recordNo");
    }

    private JsonNode seen(String field) {
        return citizen.ask(
                "citizen",
                OWN,
                "query ($n: IdNumber!) { person(idNumber: $n) { id records(categories: [MZ07]) { nodes { %s } } } }"
                        .formatted(field),
                Map.of("n", CHILD));
    }

    private JsonNode log() {
        return citizen.ask(
                "citizen",
                "query ($child: ID!) { accessLog(child: $child) { nodes { sentence } } }",
                Map.of("child", child));
    }

    private String page() {
        return citizen.send(citizen.as("citizen", "/my/access-log?child=" + child)).body();
    }

    private void seesTheChild(boolean sees) {
        assertThat(seen().at("/data/person").isNull()).isEqualTo(!sees);
        assertThat(log().at("/data/accessLog/nodes").isEmpty()).isEqualTo(!sees);
        assertThat(page().contains("没有记录")).isEqualTo(!sees);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GUARDIANSHIP_REVOKED",
                "DEAD",
                "DECLARED_MISSING",
                "LOST_CONTACT",
                "IMPRISONED",
                "EXPELLED"
            })
    void seesNothingOnceTheDutyHasEnded(String state) {
        seesTheChild(true);

        contribute("1", "2026-02-01", state);

        seesTheChild(false);
    }

    @Test
    void seesNothingOnceAnotherRecordSaysSo() {
        contribute("2", "2026-02-01", "GUARDIANSHIP_REVOKED");
        seesTheChild(false);

        contribute("1", "2026-01-15", "FULFILLING");
        seesTheChild(false);
    }

    @Test
    void seesAgainOnceTheEndIsTakenBackOrOver() {
        contribute("1", "2026-02-01", "GUARDIANSHIP_REVOKED");
        JsonNode withdrawn =
                hub.ask(
                        "MZ",
                        "mutation { withdraw(category: MZ07, recordNo: \"1\", reason: \"录错\") {"
                                + " record } }");
        assertThat(withdrawn.has("errors")).isFalse();
        seesTheChild(true);

        contribute("1", "2026-03-01", "LOST_CONTACT");
        seesTheChild(false);
        contribute("1", "2026-04-01", "FULFILLING");
        seesTheChild(true);
    }

    private JsonNode asked(String document, String id) {
        return citizen.ask("citizen", document, Map.of("id", id));
    }

    private String raised() {
        String record = seen("id").at("/data/person/records/nodes/0/id").asString();
        JsonNode answer =
                citizen.ask(
                        "citizen",
                        OWN,
                        "mutation ($input: CorrectionInput!) { raiseCorrection(input: $input) { id"
                                + " } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "record",
                                        record,
                                        "category",
                                        "MZ07",
                                        "item",
                                        "childType",
                                        "claim",
                                        "并非如此")));
        return answer.at("/data/raiseCorrection/id").asString();
    }

    private JsonNode step(String client, String mutation, String id, int version) {
        return hub.ask(
                client,
                "mutation ($step: CorrectionStatement!) { %s(step: $step) { id state } }"
                        .formatted(mutation),
                Map.of("step", Map.of("id", id, "version", version, "note", "理由")));
    }

    @Test
    void knowsNothingMoreOfWhatWasRaisedForTheChild() {
        String id = raised();
        String whole = "{ id claim record history { note } }";
        assertThat(asked("query ($id: ID!) { correction(id: $id) %s }".formatted(whole), id))
                .asString()
                .contains("并非如此");
        step("MZ", "upholdRecord", id, 1);

        contribute("1", "2026-02-01", "GUARDIANSHIP_REVOKED");

        assertThat(
                        asked("query ($id: ID!) { correction(id: $id) %s }".formatted(whole), id)
                                .at("/data/correction")
                                .isNull())
                .isTrue();
        assertThat(asked("query ($id: ID!) { node(id: $id) { id } }", id).at("/data/node").isNull())
                .isTrue();
        assertThat(
                        citizen.ask("citizen", "{ corrections(side: RAISER) { nodes { id } } }")
                                .at("/data/corrections/nodes"))
                .isEmpty();
        assertThat(step("citizen", "disputeAnswer", id, 2).at("/errors/0/extensions/code"))
                .asString()
                .contains("CORRECTION_NOT_FOUND");
        assertThat(step("MZ", "disputeAnswer", id, 2).has("errors")).isTrue();

        contribute("1", "2026-03-01", "FULFILLING");
        assertThat(step("citizen", "disputeAnswer", id, 2).has("errors")).isFalse();
    }

    @Test
    void isNoLongerToldOfOwnLooksAtTheChild() {
        String both =
                "query ($n: IdNumber!) { person(idNumber: $n) { id supportedBy { supporter { id } }"
                        + " } }";
        citizen.ask("citizen", OWN, both, Map.of("n", CHILD));
        String own = "{ accessLog { nodes { id } } }";
        String look = citizen.ask("citizen", own).at("/data/accessLog/nodes/0/id").asString();
        String node = "query ($id: ID!) { node(id: $id) { id } }";
        assertThat(asked(node, look).at("/data/node/id").asString()).isEqualTo(look);

        contribute("1", "2026-02-01", "GUARDIANSHIP_REVOKED");

        assertThat(asked(node, look).at("/data/node").isNull()).isTrue();
        assertThat(citizen.ask("citizen", own).toString()).doesNotContain(look);
    }
}
