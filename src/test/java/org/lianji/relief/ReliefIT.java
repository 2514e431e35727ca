package org.lianji.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.relief.Distress.STRANGER;
import static org.lianji.relief.Distress.code;

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
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** First help: at once, by two, where it happened; papers later. */
@HubTest
@Import(MovingClock.class)
class ReliefIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String FOUND = "2026-11-26T09:30:00+08:00";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired Neo4jClient graph;
    @Autowired ReliefReferrals referrals;

    private Distress distress;

    @BeforeEach
    void thursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        distress = new Distress(hub);
        distress.funded("2000.00");
    }

    private void registered() {
        new Monitored(hub, catalogue)
                .register(CITIZEN, Distress.VILLAGE, LocalDate.parse("2026-11-01"));
    }

    private JsonNode opened() {
        return distress.opened("MZ-TOWN", FOUND, Map.of("idNumber", CITIZEN));
    }

    private JsonNode given(JsonNode relief) {
        return distress.taken("MZ-COUNTY", "giveRelief", relief, Map.of("amount", "600.00"));
    }

    private JsonNode records(String idNumber) {
        return hub.ask(
                        "MZ",
                        hub.matter("MZ", idNumber),
                        "{ records(category: MZ05) { nodes { recordNo ... on TemporaryRelief { kind"
                                + " cause reliefFirst occurredRegion amount paperworkDueOn"
                                + " paperworkDoneOn referral } } } }",
                        Map.of())
                .at("/data/records/nodes");
    }

    private List<String> log() {
        return hub.ask("CITIZEN", "{ accessLog { nodes { kind departmentName } } }")
                .at("/data/accessLog/nodes")
                .valueStream()
                .map(one -> one.at("/kind").asString())
                .toList();
    }

    @Test
    void goesFromTheFindingToTheRecordAndToItsEnd() {
        registered();
        JsonNode reported = opened();
        assertThat(reported.at("/state").asString()).isEqualTo("REPORTED");
        assertThat(reported.at("/basis").isNull()).as("one worker alone opens nothing").isTrue();
        assertThat(reported.at("/person").isNull()).isTrue();

        JsonNode given = given(reported);

        assertThat(given.at("/state").asString()).isEqualTo("PAPERS_DUE");
        assertThat(given.at("/deadlines/1/due").asString()).isEqualTo("2026-12-10");
        assertThat(given.at("/person/id").isNull()).isFalse();
        assertThat(distress.balance("MZ-TOWN")).isEqualTo("1400.00");
        JsonNode record = records(CITIZEN).at("/0");
        assertThat(record.at("/recordNo").asString()).isEqualTo(given.at("/id").asString());
        assertThat(record.at("/amount").asString()).isEqualTo("600.00");
        assertThat(record.at("/kind").asString()).isEqualTo("EMERGENCY");
        assertThat(record.at("/reliefFirst").asBoolean()).isTrue();
        assertThat(record.at("/occurredRegion").asString()).isEqualTo(Distress.VILLAGE);
        assertThat(record.at("/paperworkDueOn").asString()).isEqualTo("2026-12-10");

        for (Object wrong :
                List.of(
                        List.of(),
                        List.of(Map.of("reference", "登记表", "sha256", "A1".repeat(32))),
                        List.of(paper("登记表", "a1"), paper("签收单", "a1")))) {
            assertThat(
                            Distress.code(
                                    distress.step(
                                            "MZ-TOWN",
                                            "completeReliefPapers",
                                            given,
                                            Map.of("papers", wrong))))
                    .isEqualTo("RELIEF_PAPERS");
        }
        JsonNode complete =
                distress.taken(
                        "MZ-TOWN",
                        "completeReliefPapers",
                        given,
                        Map.of("papers", List.of(paper("登记表 15", "b2"), paper("签收单 7", "a1"))));
        long reads = reads();
        assertThat(papers("MZ-COUNTY"))
                .isEqualTo(
                        "[{\"reference\":\"登记表 15\",\"sha256\":\"%s\"},{\"reference\":\"签收单 7\",\"sha256\":\"%s\"}]"
                                .formatted("b2".repeat(32), "a1".repeat(32)));
        assertThat(reads()).as("the person reads that the papers were").isEqualTo(reads + 1);
        JsonNode referred =
                distress.taken(
                        "MZ-TOWN",
                        "referRelief",
                        complete,
                        Map.of("referral", "DIBAO", "note", "转低保申请"));

        assertThat(referred.at("/state").asString()).isEqualTo("REFERRED");
        assertThat(records(CITIZEN)).hasSize(1);
        record = records(CITIZEN).at("/0");
        assertThat(record.at("/paperworkDoneOn").asString()).isEqualTo("2026-11-26");
        assertThat(record.at("/referral").asString()).isEqualTo("DIBAO");
        assertThat(distress.seen("MZ-TOWN", referred).at("/basis").isNull()).isTrue();
        assertThat(log()).contains("WRITE");
    }

    private static Map<String, String> paper(String reference, String digits) {
        return Map.of("reference", reference, "sha256", digits.repeat(32));
    }

    private long reads() {
        return log().stream().filter("READ"::equals).count();
    }

    private String papers(String client) {
        return hub.ask(client, "{ reliefCases { nodes { papers { reference sha256 } } } }")
                .at("/data/reliefCases/nodes/0/papers")
                .toString();
    }

    /** The village gives three working days, and the record tells it, too. */
    @Test
    void runsByTheClocksOfThePlace() {
        registered();
        JsonNode given =
                given(
                        distress.opened(
                                "MZ-TOWN",
                                FOUND,
                                Map.of("idNumber", CITIZEN, "region", "150924106002")));

        JsonNode clock =
                hub.ask(
                                "MZ-TOWN",
                                "query ($id: ID!) { reliefCase(id: $id) { deadlines { due rule {"
                                        + " code days basis } } } }",
                                Map.of("id", given.at("/id").asString()))
                        .at("/data/reliefCase/deadlines/1");
        assertThat(clock.toString())
                .isEqualTo(
                        "{\"due\":\"2026-12-01\",\"rule\":{\"code\":\"RELIEF_PAPERS\",\"days\":3,\"basis\":\"试验用的地方规定\"}}");
        assertThat(records(CITIZEN).at("/0/paperworkDueOn").asString()).isEqualTo("2026-12-01");
    }

    private String waits(JsonNode relief) {
        return distress.seen("MZ-TOWN", relief)
                .at("/deadlines")
                .valueStream()
                .filter(one -> one.at("/rule/code").asString().equals("RELIEF_APPLY"))
                .map(one -> one.at("/due").asString() + " " + one.at("/endedOn").asString("runs"))
                .findFirst()
                .orElse("");
    }

    /** Whoever was referred to lasting help is waited for, and not lost on the way. */
    @Test
    void waitsForTheApplicationOfWhomItHasReferred() {
        registered();
        JsonNode complete =
                distress.taken("MZ-TOWN", "completeReliefPapers", given(opened()), Map.of());
        JsonNode referred =
                distress.taken(
                        "MZ-TOWN",
                        "referRelief",
                        complete,
                        Map.of("referral", "DIBAO", "note", "协助申请低保"));
        assertThat(waits(referred)).isEqualTo("2026-12-10 runs");

        JsonNode application = Town.done(new Town(hub).apply(CITIZEN));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(waits(referred)).isEqualTo("2026-12-10 2026-11-26"));
        referrals.applied(application.at("/id").asString());
        assertThat(
                        graph.query(
                                        "MATCH (e:ProcedureEvent {transition: 'APPLY'}) RETURN"
                                                + " count(e)")
                                .fetchAs(Integer.class)
                                .one())
                .as("once, however often it is told")
                .contains(1);
    }

    @Test
    void endsTheWaitWithTheReasonWhereNobodyApplies() {
        registered();
        JsonNode complete =
                distress.taken("MZ-TOWN", "completeReliefPapers", given(opened()), Map.of());
        JsonNode referred =
                distress.taken(
                        "MZ-TOWN",
                        "referRelief",
                        complete,
                        Map.of("referral", "DIBAO", "note", "协助申请低保"));

        JsonNode closed =
                distress.taken("MZ-TOWN", "closeRelief", referred, Map.of("note", "本人不愿申请"));

        assertThat(closed.at("/state").asString()).isEqualTo("CLOSED");
        assertThat(records(CITIZEN).at("/0/referral").asString()).as("stays").isEqualTo("DIBAO");
        assertThat(waits(closed)).isEqualTo("2026-12-10 2026-11-26");
    }

    @Test
    void showsThePersonToTheTwoWorkersWhileItIsOpenAndNobodyElse() {
        registered();
        JsonNode given = given(opened());
        Reason basis = new Reason("D", given.at("/basis").asString());
        assertThat(look("MZ-TOWN", basis)).startsWith("P");
        assertThat(look("MZ-COUNTY", basis)).startsWith("P");
        assertThat(look("YB-TOWN", basis)).isEmpty();
        assertThat(distress.seen("YB-TOWN", given).isNull()).isTrue();
        assertThat(
                        hub.ask(
                                        "MZ",
                                        "{ node(id: \"%s\") { id } }"
                                                .formatted(given.at("/id").asString()))
                                .at("/data/node")
                                .isNull())
                .as("the city")
                .isTrue();
        assertThat(log()).contains("READ");

        JsonNode complete = distress.taken("MZ-TOWN", "completeReliefPapers", given, Map.of());
        distress.taken("MZ-TOWN", "closeRelief", complete, Map.of("note", "困难已缓解"));

        assertThat(look("MZ-TOWN", basis)).isEmpty();
    }

    private String look(String client, Reason basis) {
        return hub.ask(
                        client,
                        basis,
                        "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                        Map.of("n", CITIZEN))
                .at("/data/person/id")
                .asString("");
    }

    @Test
    void takesTwoWorkersAndTheSecondGives() {
        assertThat(code(open(Map.of("secondWorker", "mz-town")))).isEqualTo("SECOND_WORKER");
        assertThat(code(open(Map.of("secondWorker", "MZ-TOWN")))).isEqualTo("SECOND_WORKER");
        JsonNode opened = opened();
        assertThat(code(distress.step("MZ-TOWN", "giveRelief", opened, Map.of("amount", "1.00"))))
                .isEqualTo("NOT_YOUR_TURN");
    }

    @Test
    void hasAnotherSecondWorkerWhereTheOneWhoWasNamedCannotCome() {
        JsonNode stuck = Distress.done(open(Map.of("secondWorker", "nobody")), "openRelief");
        Map<String, Object> other = Map.of("secondWorker", "mz-county", "note", "账号写错");
        assertThat(code(distress.step("YB-TOWN", "nameSecondWorker", stuck, other)))
                .isEqualTo("RELIEF_NOT_FOUND");
        assertThat(
                        code(
                                distress.step(
                                        "MZ-COUNTY",
                                        "nameSecondWorker",
                                        stuck,
                                        Map.of("secondWorker", "mz-town", "note", "本人去"))))
                .as("who reported it")
                .isEqualTo("SECOND_WORKER");
        JsonNode allowed =
                distress.taken("MZ-COUNTY-2", "allowReliefAgain", stuck, Map.of("note", "又遭火灾"));
        assertThat(
                        code(
                                distress.step(
                                        "MZ-TOWN",
                                        "nameSecondWorker",
                                        allowed,
                                        Map.of("secondWorker", "mz-county-2", "note", "请旗县去"))))
                .as("who let them have help once more")
                .isEqualTo("OWN_EXCEPTION");

        JsonNode named = distress.taken("MZ-TOWN", "nameSecondWorker", allowed, other);

        assertThat(
                        hub.ask(
                                        "MZ-TOWN",
                                        "query ($id: ID!) { reliefCase(id: $id) { workers history {"
                                                + " transition note } } }",
                                        Map.of("id", named.at("/id").asString()))
                                .toString())
                .contains("[\"mz-town\",\"mz-county\"]")
                .contains("{\"transition\":\"NAME_SECOND\",\"note\":\"nobody → mz-county：账号写错\"}");
        assertThat(given(named).at("/state").asString()).isEqualTo("PAPERS_DUE");
    }

    private JsonNode open(Map<String, ?> other) {
        Map<String, Object> input = new HashMap<>(Map.of("foundAt", FOUND));
        input.put("idNumber", CITIZEN);
        input.putAll(other);
        return distress.open("MZ-TOWN", input);
    }

    @Test
    void isAtMostAMonthsStandardAndNeverMoreThanTheFundHas() {
        JsonNode opened = opened();
        JsonNode over =
                distress.step("MZ-COUNTY", "giveRelief", opened, Map.of("amount", "823.01"));
        assertThat(code(over)).isEqualTo("RELIEF_OVER_STANDARD");
        assertThat(over.toString()).contains("823.00");
        for (String nothing : List.of("0", "-5.00")) {
            assertThat(
                            code(
                                    distress.step(
                                            "MZ-COUNTY",
                                            "giveRelief",
                                            opened,
                                            Map.of("amount", nothing))))
                    .isEqualTo("FUND_AMOUNT");
        }
        assertThat(code(distress.step("MZ-COUNTY", "giveRelief", opened, Map.of())))
                .isEqualTo("HELP");
        distress.taken("MZ-COUNTY", "giveRelief", opened, Map.of("amount", "823.00"));
    }

    private String allowed(JsonNode relief, String amount) {
        return code(
                distress.step(
                        "MZ-COUNTY",
                        "allowReliefAmount",
                        relief,
                        Map.of("amount", amount, "note", "房屋全毁，需过渡安置")));
    }

    @Test
    void isPaidInNoPartsBeforeTheCountyLetsItAndApprovedByNobodyWhoGivesIt() {
        registered();
        JsonNode given =
                distress.taken("MZ-COUNTY", "giveRelief", opened(), Map.of("amount", "600.00"));
        assertThat(
                        code(
                                distress.step(
                                        "MZ-TOWN",
                                        "payReliefPart",
                                        given,
                                        Map.of("amount", "100.00"))))
                .isEqualTo("RELIEF_NOT_APPROVED");
        assertThat(allowed(given, "1500.00")).as("who gives it").isEqualTo("OWN_EXCEPTION");
    }

    /** Ten standards at most, in parts, each out of the fund and none paid by who approved it. */
    @Test
    void isPaidInPartsThatTheFundHasAndTheRecordTells() {
        registered();
        JsonNode opened =
                distress.opened(
                        "MZ-COUNTY", FOUND, Map.of("idNumber", CITIZEN, "secondWorker", "mz-town"));
        assertThat(allowed(opened, "823.00"))
                .as("no more than a standard")
                .isEqualTo("RELIEF_OVER_CAP");
        assertThat(allowed(opened, "8230.01")).isEqualTo("RELIEF_OVER_CAP");
        JsonNode approved =
                distress.taken(
                        "MZ-COUNTY",
                        "allowReliefAmount",
                        opened,
                        Map.of("amount", "1500.00", "note", "房屋全毁，需过渡安置"));
        JsonNode given =
                distress.taken("MZ-TOWN", "giveRelief", approved, Map.of("amount", "900.00"));
        assertThat(
                        code(
                                distress.step(
                                        "MZ-COUNTY",
                                        "payReliefPart",
                                        given,
                                        Map.of("amount", "100.00"))))
                .as("who approved it")
                .isEqualTo("OWN_EXCEPTION");
        clock.advance(Duration.ofDays(30));
        JsonNode over =
                distress.step("MZ-TOWN", "payReliefPart", given, Map.of("amount", "600.01"));
        assertThat(code(over)).isEqualTo("RELIEF_OVER_APPROVED");
        JsonNode part =
                distress.taken("MZ-TOWN", "payReliefPart", given, Map.of("amount", "250.00"));
        assertThat(distress.balance("MZ-TOWN")).isEqualTo("850.00");
        assertThat(
                        graph.query(
                                        "MATCH (m:FundMovement) WHERE m.relief IS NOT NULL RETURN"
                                                + " m.part ORDER BY m.number")
                                .fetchAs(Integer.class)
                                .all())
                .as("a constraint has that each is spent once")
                .containsExactly(1, 2);
        assertThat(records(CITIZEN).at("/0/amount").asString()).isEqualTo("1150.00");

        clock.set(Instant.parse("2027-05-27T02:00:00Z"));
        assertThat(code(distress.step("MZ-TOWN", "payReliefPart", part, Map.of("amount", "10.00"))))
                .isEqualTo("RELIEF_PARTS_OVER");
    }

    @Test
    void helpsSomebodyForOneCauseOnceAYearUnlessTheCountyLetsThem() {
        given(opened());
        JsonNode again = distress.opened("MZ-COUNTY", FOUND, Map.of("idNumber", CITIZEN));
        assertThat(code(distress.step("MZ-TOWN", "giveRelief", again, Map.of("amount", "10.00"))))
                .isEqualTo("RELIEF_GIVEN_BEFORE");
        assertThat(distress.balance("MZ-TOWN")).as("nothing is spent").isEqualTo("1400.00");
        distress.taken(
                "MZ-TOWN",
                "giveRelief",
                distress.opened(
                        "MZ-COUNTY", FOUND, Map.of("idNumber", CITIZEN, "cause", "ILLNESS")),
                Map.of("amount", "10.00"));

        JsonNode allowed =
                distress.taken("MZ-COUNTY", "allowReliefAgain", again, Map.of("note", "二次火灾"));
        JsonNode given =
                distress.taken("MZ-TOWN", "giveRelief", allowed, Map.of("amount", "10.00"));

        assertThat(given.at("/again").asBoolean()).isTrue();
    }

    @Test
    void letsNobodyAllowWhatTheyGive() {
        given(opened());
        JsonNode again = opened();

        assertThat(
                        code(
                                distress.step(
                                        "MZ-COUNTY",
                                        "allowReliefAgain",
                                        again,
                                        Map.of("note", "二次火灾"))))
                .isEqualTo("OWN_EXCEPTION");
        assertThat(
                        code(
                                distress.step(
                                        "MZ-TOWN",
                                        "allowReliefAgain",
                                        again,
                                        Map.of("note", "二次火灾"))))
                .isEqualTo("NOT_ALLOWED");
    }

    @Test
    void saysWhyItIsLateAndStaysLate() {
        JsonNode opened = opened();
        clock.advance(Duration.ofDays(4));
        assertThat(distress.seen("MZ-TOWN", opened).at("/overdue").asBoolean()).isTrue();
        assertThat(
                        code(
                                distress.step(
                                        "MZ-COUNTY",
                                        "giveRelief",
                                        opened,
                                        Map.of("amount", "10.00"))))
                .isEqualTo("RELIEF_LATE");
        JsonNode given =
                distress.taken(
                        "MZ-COUNTY",
                        "giveRelief",
                        opened,
                        Map.of("amount", "10.00", "note", "大雪封路"));
        assertThat(code(distress.step("MZ-TOWN", "closeRelief", given, Map.of("note", "人已离开"))))
                .isEqualTo("PAPERS_AWAITED");

        clock.advance(Duration.ofDays(20));

        assertThat(distress.seen("MZ-TOWN", given).at("/overdue").asBoolean()).isTrue();
        distress.taken("MZ-TOWN", "closeRelief", given, Map.of("note", "人已离开，材料未补"));
    }

    /** What was written in the field is sent once there is a network, and perhaps twice. */
    @Test
    void isSentLaterAndTwiceButIsThereOnce() {
        Map<String, ?> input =
                Map.of("foundAt", "2026-11-25T23:10:00+08:00", "clientMutationKey", "device-7-1");
        JsonNode first = Distress.done(open(input), "openRelief");
        JsonNode second = Distress.done(open(input), "openRelief");

        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(first.at("/deadlines/0/due").asString())
                .as("from the finding")
                .isEqualTo("2026-11-28");
        assertThat(code(open(Map.of("foundAt", "2026-11-27T00:00:00+08:00"))))
                .isEqualTo("FOUND_AT");
        assertThat(code(open(Map.of("foundAt", "2026-09-01T00:00:00+08:00"))))
                .isEqualTo("FOUND_AT");
    }

    @Test
    void helpsWhoeverIsThereAndJoinsThemOnceTheyAreKnown() {
        JsonNode opened =
                distress.opened("MZ-TOWN", FOUND, Map.of("description", "中年男子，灰色棉衣，左手有疤"));
        assertThat(opened.at("/temporaryNo").asString()).startsWith("LS20261126");
        assertThat(opened.at("/known").asBoolean()).isFalse();
        JsonNode given = given(opened);
        assertThat(given.at("/basis").isNull()).isTrue();
        assertThat(
                        hub.ask("MZ-COUNTY", "{ reliefCases { nodes { description } } }")
                                .at("/data/reliefCases/nodes/0/description")
                                .asString())
                .contains("灰色棉衣");

        JsonNode said =
                distress.taken("MZ-TOWN", "identifyRelief", given, Map.of("idNumber", CITIZEN));
        assertThat(said.at("/known").asBoolean()).as("by one alone").isFalse();
        assertThat(
                        code(
                                distress.step(
                                        "MZ-COUNTY",
                                        "identifyRelief",
                                        said,
                                        Map.of("idNumber", STRANGER))))
                .isEqualTo("IDENTITY_DIFFERS");
        said = distress.taken("MZ-TOWN", "identifyRelief", said, Map.of("idNumber", STRANGER));
        assertThat(records(STRANGER)).isEmpty();
        JsonNode known =
                distress.taken("MZ-COUNTY", "identifyRelief", said, Map.of("idNumber", STRANGER));

        assertThat(known.at("/known").asBoolean()).isTrue();
        assertThat(known.at("/person/id").isNull()).isFalse();
        assertThat(distress.seen("MZ-TOWN", known).at("/person/id").isNull()).isFalse();
        assertThat(records(STRANGER).at("/0/amount").asString()).isEqualTo("600.00");
        assertThat(
                        hub.ask("MZ", "{ receipts(category: MZ06) { nodes { id } } }")
                                .at("/data/receipts/nodes"))
                .as("relief of a roaming person")
                .hasSize(1);
        assertThat(
                        code(
                                distress.step(
                                        "MZ-TOWN",
                                        "identifyRelief",
                                        known,
                                        Map.of("idNumber", CITIZEN))))
                .isEqualTo("ALREADY_KNOWN");
    }

    @Test
    void saysOfSomebodyIdentifiedLaterThatTheyHadHelpBefore() {
        given(opened());
        JsonNode unknown = given(distress.opened("MZ-TOWN", FOUND, Map.of("description", "老人")));
        assertThat(
                        hub.ask("MZ-TOWN", "{ reliefCases { nodes { description } } }")
                                .at("/data/reliefCases/nodes")
                                .toString())
                .as("of one there is none")
                .contains("{\"description\":\"老人\"}", "{\"description\":null}");

        JsonNode known =
                distress.taken(
                        "MZ-COUNTY",
                        "identifyRelief",
                        distress.taken(
                                "MZ-TOWN", "identifyRelief", unknown, Map.of("idNumber", CITIZEN)),
                        Map.of("idNumber", CITIZEN));

        assertThat(known.at("/again").asBoolean()).isTrue();
        assertThat(records(CITIZEN)).hasSize(2);
    }

    @Test
    void isOpenedOnlyWhereItsWorkersAre() {
        for (String elsewhere :
                List.of("150902001001", "150924000000", "150900000000", "999999999999")) {
            assertThat(code(open(Map.of("region", elsewhere)))).isEqualTo("RELIEF_PLACE");
        }
        assertThat(code(distress.open("YB-TOWN", Map.of("idNumber", CITIZEN, "foundAt", FOUND))))
                .isEqualTo("RELIEF_PLACE");
        assertThat(
                        code(
                                distress.open(
                                        "MZ-TOWN",
                                        Map.of(
                                                "idNumber",
                                                CITIZEN,
                                                "description",
                                                "老人",
                                                "foundAt",
                                                FOUND))))
                .isEqualTo("WHOM");
        assertThat(code(distress.open("MZ-TOWN", Map.of("foundAt", FOUND)))).isEqualTo("WHOM");
    }
}
