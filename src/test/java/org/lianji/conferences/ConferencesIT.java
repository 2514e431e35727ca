package org.lianji.conferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Digests;
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
import org.lianji.workers.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several departments look at one matter together: from its opening to its end, and at what is
 * named.
 */
@HubTest
@Import(MovingClock.class)
class ConferencesIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String VILLAGE = "150924106001";
    private static final Map<String, String> DOCTOR =
            Map.of("department", "YB", "client", "yb-county");

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    private JsonNode relief;

    @BeforeEach
    void somebodyWasHelpedOnThursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        Monitored city = new Monitored(hub, catalogue);
        city.register(CITIZEN, VILLAGE, LocalDate.parse("2026-11-01"));
        city.contribute(
                "YB03",
                List.of(
                        Map.of(
                                "recordNo", "1",
                                "observedAt", "2026-11-02T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "windowMonths", 12,
                                "selfPayTotal", "20609.39",
                                "threshold", "15000.00",
                                "exceeded", true)));
        done(
                hub.ask(
                        "MZ-COUNTY",
                        "mutation { openPettyFund(input: {region: \"150924106000\", amount:"
                                + " \"900.00\"}) { balance } }"));
        JsonNode opened =
                done(
                        hub.ask(
                                "MZ-TOWN",
                                "mutation ($n: IdNumber!) { openRelief(input: {region: \"%s\", cause: ILLNESS, foundAt: \"2026-11-26T09:30:00+08:00\", idNumber: $n, secondWorker: \"mz-county\"}) { id version } }"
                                        .formatted(VILLAGE),
                                Map.of("n", CITIZEN)));
        relief =
                done(
                        hub.ask(
                                "MZ-COUNTY",
                                "mutation ($id: ID!) { giveRelief(input: {id: $id, version: 1,"
                                        + " amount: \"500.00\"}) { id version } }",
                                Map.of("id", opened.at("/id").asString())));
    }

    private static JsonNode done(JsonNode answer) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data").iterator().next();
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private JsonNode convene(String client, Map<String, ?> other) {
        Map<String, Object> input = new HashMap<>();
        input.put("origin", "RELIEF");
        input.put("matter", relief.at("/id").asString());
        input.put("topic", "大病后家庭收入中断，如何接续");
        input.put("purpose", "D");
        input.put("categories", List.of("YB03", "MZ05"));
        input.put("members", List.of(DOCTOR));
        input.put("lastDay", "2026-12-03");
        input.putAll(other);
        return hub.ask(
                client,
                "mutation ($input: ConferenceInput!) { conveneConference(input: $input) " + SHOWN,
                Map.of("input", input));
    }

    private static final String SHOWN =
            "{ id version state matter topic basis persons decision amount rule minutes minutesHash"
                    + " opinions { department text } } }";

    private JsonNode step(
            String client, String mutation, String type, JsonNode one, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("id", one.at("/id").asString());
        input.put("version", one.at("/version").asInt());
        String argument =
                List.of("openConference", "giveOpinion", "decideConference").contains(mutation)
                        ? "input"
                        : "step";
        return hub.ask(
                client,
                "mutation ($input: %s!) { %s(%s: $input) ".formatted(type, mutation, argument)
                        + (mutation.contains("Task") ? "{ id state } }" : SHOWN),
                Map.of("input", input));
    }

    private JsonNode opened(JsonNode convened) {
        return done(step("MZ-TOWN", "openConference", "ConferenceStep", convened, Map.of()));
    }

    private JsonNode opinion(String client, JsonNode one) {
        return step(
                client,
                "giveOpinion",
                "ConferenceStatement",
                one,
                Map.of("note", "可纳入医疗救助，建议转慢病管理"));
    }

    private JsonNode seen(String client, JsonNode one) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { conference(id: $id) " + SHOWN,
                        Map.of("id", one.at("/id").asString()))
                .at("/data/conference");
    }

    private int records(String client, Reason basis, String category) {
        JsonNode answer =
                hub.ask(
                        client,
                        basis,
                        "query { records(category: %s) { nodes { recordNo } } }"
                                .formatted(category),
                        Map.of());
        return answer.at("/data/records/nodes").size();
    }

    @Test
    void goesFromTheConveningToTheDecisionAndItsTasks() {
        JsonNode convened = done(convene("MZ-TOWN", Map.of()));
        assertThat(seen("YB-COUNTY", convened).at("/state").asString()).isEqualTo("CONVENED");
        assertThat(seen("YB-COUNTY", convened).at("/topic").isNull()).isTrue();
        assertThat(seen("YB-COUNTY", convened).at("/persons")).isEmpty();
        assertThat(seen("YB-TOWN", convened).isNull()).as("who is no member").isTrue();

        JsonNode opened = opened(convened);
        JsonNode member = seen("YB-COUNTY", opened);
        assertThat(member.at("/topic").asString()).startsWith("大病");
        assertThat(member.at("/persons")).hasSize(1);
        assertThat(code(decide(opened, List.of()))).isEqualTo("NOBODY_HEARD");
        JsonNode heard = done(opinion("YB-COUNTY", opened));
        assertThat(heard.at("/opinions/0/text").asString()).startsWith("可纳入");

        JsonNode decided = done(decide(heard, List.of(Map.of("what", "办理医疗救助", "owner", DOCTOR))));

        assertThat(decided.at("/state").asString()).isEqualTo("DECIDED");
        assertThat(decided.at("/decision").asString()).isEqualTo("按医疗救助接续");
        assertThat(decided.at("/minutesHash").asString()).isEqualTo(Digests.hex("会议记录全文"));
        assertThat(
                        hub.ask("AUDITOR", "{ entries(first: 50) { nodes { digest } } }")
                                .at("/data/entries/nodes")
                                .toString())
                .contains(Digests.hex("会议记录全文"));
        member = seen("YB-COUNTY", decided);
        assertThat(member.at("/topic").isNull()).isTrue();
        assertThat(member.at("/decision").isNull()).isTrue();
        assertThat(member.at("/opinions")).isEmpty();

        JsonNode task = task("YB-COUNTY");
        assertThat(task.at("/what").asString()).isEqualTo("办理医疗救助");
        assertThat(task.at("/mine").asBoolean()).isTrue();
        assertThat(task.at("/deadlines/0/due").asString()).isEqualTo("2026-12-10");
        assertThat(task.at("/persons")).hasSize(1);
        Reason whom = new Reason("D", task.at("/basis").asString());
        new Agreed(hub).on("GA", "YB", "D", "S3", List.of(), List.of("GA01.name"));
        assertThat(named("YB-COUNTY", whom, task)).isEqualTo("李建国");
        assertThat(records("YB-COUNTY", whom, "YB03")).as("who it is, and no more").isZero();
        assertThat(task("MZ-TOWN").at("/basis").isNull()).as("who gave it").isTrue();
        assertThat(
                        code(
                                step(
                                        "MZ-TOWN",
                                        "completeConferenceTask",
                                        "ConferenceStatement",
                                        task,
                                        Map.of("note", "代办"))))
                .isEqualTo("NOT_YOUR_TURN");
        assertThat(
                        done(step(
                                        "YB-COUNTY",
                                        "completeConferenceTask",
                                        "ConferenceStatement",
                                        task,
                                        Map.of("note", "已救助 3000 元")))
                                .at("/state")
                                .asString())
                .isEqualTo("DONE");
        assertThat(task("YB-COUNTY").at("/persons")).isEmpty();
        assertThat(named("YB-COUNTY", whom, task)).as("done").isEmpty();
    }

    @Test
    void opensOfACategoryTheItemsAloneThatAreNamed() {
        for (Object wrong :
                List.of(
                        List.of("YB03", "YB03.selfPayTotal"),
                        List.of("YB03.nothing"),
                        List.of("YB99.selfPayTotal"),
                        List.of("YB03."))) {
            assertThat(code(convene("MZ-TOWN", Map.of("categories", wrong))))
                    .as(wrong.toString())
                    .isEqualTo("CONFERENCE_CATEGORIES");
        }
        JsonNode convened =
                done(
                        convene(
                                "MZ-TOWN",
                                Map.of(
                                        "categories",
                                        List.of("YB03.selfPayTotal", "YB03.exceeded"))));
        Reason basis = new Reason("D", opened(convened).at("/basis").asString());

        assertThat(medical("YB-COUNTY", basis))
                .isEqualTo("{\"selfPayTotal\":\"20609.39\",\"threshold\":null,\"exceeded\":true}");
        new Agreed(hub)
                .on(
                        "YB",
                        "MZ",
                        "D",
                        "S3",
                        List.of(),
                        List.of("YB03.selfPayTotal", "YB03.threshold"));
        assertThat(medical("MZ-TOWN", basis))
                .as("as far as the agreement goes")
                .isEqualTo("{\"selfPayTotal\":\"20609.39\",\"threshold\":null,\"exceeded\":null}");
        assertThat(records("MZ-TOWN", basis, "MZ05")).as("its own, which nobody named").isZero();
        assertThat(withheld(basis))
                .as("what is named waits for an agreement, and the rest for a conference")
                .contains(
                        "YB03.threshold NOT_NAMED",
                        "YB03.exceeded NO_AGREEMENT",
                        "MZ05.amount NOT_NAMED")
                .noneMatch(one -> one.startsWith("YB03.selfPayTotal"));
    }

    private List<String> withheld(Reason basis) {
        return hub.ask(
                        "MZ-TOWN",
                        basis,
                        "{ medical: records(category: YB03) { nodes { ... on MedicalCostWarning {"
                                + " selfPayTotal threshold exceeded } } } relief: records(category:"
                                + " MZ05) { nodes { ... on TemporaryRelief { amount } } } }",
                        Map.of())
                .at("/extensions/withheld")
                .valueStream()
                .map(one -> one.at("/item").asString() + " " + one.at("/code").asString())
                .toList();
    }

    /** It is there to be read: no step shows more on it, or to others. */
    @Test
    void isNoGroundForStepsThatShowMore() {
        JsonNode open = opened(done(convene("MZ-TOWN", Map.of())));
        Reason basis = new Reason("D", open.at("/basis").asString());
        String person = open.at("/persons/0").asString();
        assertThat(person).isNotEmpty();
        assertThat(
                        code(
                                hub.ask(
                                        "MZ-TOWN",
                                        basis,
                                        "query ($p: ID!) { policies(region: \"150924106001\","
                                                + " person: $p) { why } }",
                                        Map.of("p", person))))
                .isEqualTo("POLICY_PERSON");
        assertThat(
                        code(
                                hub.ask(
                                        "MZ-TOWN",
                                        "mutation ($n: NoticeInput!) { postNotice(input: $n) { id }"
                                                + " }",
                                        Map.of(
                                                "n",
                                                Map.of(
                                                        "basis",
                                                        String.valueOf(basis.basis()),
                                                        "person",
                                                        person,
                                                        "village",
                                                        VILLAGE,
                                                        "name",
                                                        "李建国",
                                                        "members",
                                                        1,
                                                        "amount",
                                                        "10.00",
                                                        "kind",
                                                        "DIBAO")))))
                .isEqualTo("NOTICE_PERSON");
        JsonNode sent =
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($i: SpecialAidInput!) { requestSpecialAid(input: $i) { id } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "kind",
                                        "MEDICAL",
                                        "basis",
                                        String.valueOf(basis.basis()),
                                        "person",
                                        person,
                                        "note",
                                        "大病")));
        assertThat(sent.has("errors")).as(sent.toString()).isTrue();
        assertThat(code(sent)).isNotEqualTo("INVALID_DOCUMENT");
    }

    private String medical(String client, Reason basis) {
        return hub.ask(
                        client,
                        basis,
                        "{ records(category: YB03) { nodes { ... on MedicalCostWarning {"
                                + " selfPayTotal threshold exceeded } } } }",
                        Map.of())
                .at("/data/records/nodes/0")
                .toString();
    }

    /** {@return the name of whom a task is for, as far as it shows} */
    private String named(String client, Reason basis, JsonNode task) {
        return hub.ask(
                        client,
                        basis,
                        "query ($p: ID!) { node(id: $p) { ... on Person { name } } }",
                        Map.of("p", task.at("/persons/0").asString()))
                .at("/data/node/name")
                .asString("");
    }

    private JsonNode decide(JsonNode one, List<?> tasks) {
        return decide(one, Map.of("tasks", tasks));
    }

    private JsonNode decide(JsonNode one, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("note", "按医疗救助接续");
        input.put("minutes", "会议记录全文");
        return step("MZ-TOWN", "decideConference", "ConferenceDecisionInput", one, input);
    }

    private JsonNode task(String client) {
        return hub.ask(
                        client,
                        "{ conferenceTasks { nodes { id version what mine persons basis deadlines {"
                                + " due } } } }")
                .at("/data/conferenceTasks/nodes/0");
    }

    @Test
    void opensTheNamedCategoriesToMembersFromItsOpeningToItsEnd() {
        JsonNode convened = done(convene("MZ-TOWN", Map.of("categories", List.of("YB03"))));
        JsonNode opened = opened(convened);
        Reason basis = new Reason("D", opened.at("/basis").asString());
        assertThat(seen("YB-COUNTY", opened).at("/basis").asString()).isEqualTo(basis.basis());

        assertThat(records("YB-COUNTY", basis, "YB03")).isEqualTo(1);
        assertThat(records("MZ-TOWN", basis, "MZ05")).as("its own, but not named").isZero();
        assertThat(records("YB-TOWN", basis, "YB03")).as("no member").isZero();
        assertThat(records("YB-COUNTY", new Reason("E", basis.basis()), "YB03"))
                .as("for another purpose")
                .isZero();
        assertThat(log()).contains("READ");

        done(decide(done(opinion("YB-COUNTY", opened)), List.of()));

        assertThat(records("YB-COUNTY", basis, "YB03")).isZero();
        assertThat(seen("MZ-TOWN", opened).at("/basis").isNull()).isTrue();
    }

    @Test
    void opensWhatWasNamedAlsoOfTheConvenersOwnCategories() {
        Reason basis =
                new Reason("D", opened(done(convene("MZ-TOWN", Map.of()))).at("/basis").asString());

        assertThat(records("MZ-TOWN", basis, "MZ05")).isEqualTo(1);
        assertThat(records("YB-COUNTY", basis, "YB03")).isEqualTo(1);
    }

    @Test
    void endsWithTheApplicationThatItIsAbout() {
        Town town = new Town(hub);
        JsonNode applied = done(town.apply(CITIZEN));
        Map<String, ?> about =
                Map.of("origin", "CASE", "matter", applied.at("/id").asString(), "purpose", "E");
        JsonNode waiting = done(convene("MZ-TOWN", about));
        JsonNode opened = opened(done(convene("MZ-TOWN", about)));
        Reason basis = new Reason("E", opened.at("/basis").asString());
        assertThat(records("YB-COUNTY", basis, "YB03")).isEqualTo(1);

        town.taken("MZ-TOWN", "withdrawCase", applied, "申请人要求撤回");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> {
                            assertThat(seen("MZ-TOWN", waiting).at("/state").asString())
                                    .isEqualTo("CANCELLED");
                            assertThat(seen("MZ-TOWN", opened).at("/state").asString())
                                    .isEqualTo("CANCELLED");
                        });
        assertThat(records("YB-COUNTY", basis, "YB03")).isZero();
        assertThat(code(opinion("YB-COUNTY", opened))).isEqualTo("VERSION_CONFLICT");
        assertThat(code(convene("MZ-TOWN", about))).isEqualTo("CONFERENCE_MATTER");
    }

    @Test
    void endsWithTheReliefThatItIsAbout() {
        JsonNode opened = opened(done(convene("MZ-TOWN", Map.of())));
        Reason basis = new Reason("D", opened.at("/basis").asString());
        assertThat(records("YB-COUNTY", basis, "YB03")).isEqualTo(1);

        ended(
                "completeReliefPapers",
                ", papers: [{reference: \"登记表\", sha256: \"" + "a1".repeat(32) + "\"}]");
        ended("closeRelief", "");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> seen("MZ-TOWN", opened).at("/state").asString().equals("CANCELLED"));
        assertThat(records("YB-COUNTY", basis, "YB03")).isZero();
    }

    private void ended(String mutation, String more) {
        relief =
                done(
                        hub.ask(
                                "MZ-TOWN",
                                "mutation ($id: ID!, $v: Int!) { %s(input: {id: $id, version: $v, note: \"已接续医疗救助\"%s}) { id version } }"
                                        .formatted(mutation, more),
                                Map.of(
                                        "id",
                                        relief.at("/id").asString(),
                                        "v",
                                        relief.at("/version").asInt())));
    }

    private JsonNode allowed(String amount) {
        return hub.ask(
                "MZ-COUNTY-2",
                "mutation ($id: ID!, $v: Int!, $a: Money!) { allowReliefAmount(input: {id: $id,"
                        + " version: $v, amount: $a, note: \"透析费用高\"}) { approved rule } }",
                Map.of(
                        "id", relief.at("/id").asString(),
                        "v", relief.at("/version").asInt(),
                        "a", amount));
    }

    /** One who decides about something else, or against it, lets nobody give more. */
    @Test
    void letsMoreBeGivenAsItHasDecidedAndNoMoreThanThat() {
        JsonNode other = done(opinion("YB-COUNTY", opened(done(convene("MZ-TOWN", Map.of())))));
        assertThat(code(decide(other, Map.of("amount", "12000.00"))))
                .isEqualTo("CONFERENCE_AMOUNT");
        assertThat(code(decide(other, Map.of("rule", "第五条")))).isEqualTo("CONFERENCE_AMOUNT");
        assertThat(code(decide(other, Map.of("amount", "0.00", "rule", "第五条"))))
                .isEqualTo("CONFERENCE_AMOUNT");
        done(decide(other, Map.of()));
        assertThat(code(allowed("12000.00"))).isEqualTo("RELIEF_OVER_CAP");

        JsonNode heard = done(opinion("YB-COUNTY", opened(done(convene("MZ-TOWN", Map.of())))));
        JsonNode decided =
                done(decide(heard, Map.of("amount", "12000.00", "rule", "临时救助办法第五条（一事一议）")));

        assertThat(decided.at("/amount").asString()).isEqualTo("12000.00");
        assertThat(decided.at("/rule").asString()).startsWith("临时救助办法");
        assertThat(seen("YB-COUNTY", decided).at("/amount").isNull()).isTrue();
        assertThat(code(allowed("12000.01"))).isEqualTo("RELIEF_OVER_CAP");
        JsonNode more = done(allowed("12000.00"));
        assertThat(more.at("/approved").asString()).isEqualTo("12000.00");
        assertThat(more.at("/rule").asString()).isEqualTo(decided.at("/rule").asString());
    }

    @Test
    void isHeldWithNobodyNearToWhomItIsAbout() {
        JsonNode opened = opened(done(convene("MZ-TOWN", Map.of())));
        assertThat(opened.at("/topic").asString()).startsWith("大病");

        new Registry(hub).registered("mz-town", CITIZEN, "TOWN_OFFICER", "150924106000");

        assertThat(seen("MZ-TOWN", opened).at("/topic").isNull()).isTrue();
        assertThat(code(opinion("MZ-TOWN", opened))).isEqualTo("CONFERENCE_OF_RELATIVE");
        assertThat(code(convene("MZ-TOWN", Map.of()))).isEqualTo("CONFERENCE_OF_RELATIVE");
        Map<String, ?> withThem =
                Map.of("members", List.of(DOCTOR, Map.of("department", "MZ", "client", "mz-town")));
        assertThat(code(convene("MZ-COUNTY", withThem))).isEqualTo("CONFERENCE_OF_RELATIVE");
    }

    @Test
    void closesByItselfAfterItsLastDay() {
        JsonNode opened = opened(done(convene("MZ-TOWN", Map.of("lastDay", "2026-11-27"))));
        Reason basis = new Reason("D", opened.at("/basis").asString());
        clock.advance(Duration.ofDays(1));
        assertThat(records("YB-COUNTY", basis, "YB03")).isEqualTo(1);

        clock.advance(Duration.ofDays(1));

        assertThat(records("YB-COUNTY", basis, "YB03")).isZero();
        assertThat(seen("YB-COUNTY", opened).at("/topic").isNull()).isTrue();
        assertThat(code(opinion("YB-COUNTY", opened))).isEqualTo("CONFERENCE_OVER");
        assertThat(
                        done(step(
                                        "MZ-TOWN",
                                        "cancelConference",
                                        "ConferenceStatement",
                                        opened,
                                        Map.of("note", "另行召集")))
                                .at("/state")
                                .asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void isConvenedByWhoHandlesTheMatterAndOfFittingParts() {
        Map<String, String> colleague = Map.of("department", "MZ", "client", "mz-county");
        assertThat(code(convene("YB-COUNTY", Map.of("members", List.of(colleague)))))
                .isEqualTo("CONFERENCE_MATTER");
        assertThat(code(convene("MZ-TOWN", Map.of("origin", "CASE"))))
                .isEqualTo("CONFERENCE_MATTER");
        assertThat(code(convene("MZ-TOWN", Map.of("matter", "Jnone"))))
                .isEqualTo("CONFERENCE_MATTER");
        assertThat(code(convene("MZ-TOWN", Map.of("members", List.of()))))
                .isEqualTo("CONFERENCE_MEMBERS");
        assertThat(code(convene("MZ-TOWN", Map.of("members", List.of(colleague)))))
                .isEqualTo("CONFERENCE_MEMBERS");
        assertThat(code(convene("MZ-TOWN", Map.of("categories", List.of("XX99")))))
                .isEqualTo("CONFERENCE_CATEGORIES");
        assertThat(code(convene("MZ-TOWN", Map.of("lastDay", "2027-01-01"))))
                .isEqualTo("CONFERENCE_DAYS");
    }

    private List<String> log() {
        return hub.ask("CITIZEN", "{ accessLog { nodes { kind departmentName } } }")
                .at("/data/accessLog/nodes")
                .valueStream()
                .map(one -> one.at("/kind").asString())
                .toList();
    }
}
