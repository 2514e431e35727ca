package org.lianji.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.people.Regions;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who receives help stands on the village's list, with what they get, and not a minute longer. */
@HubTest
@Import(MovingClock.class)
class RecipientListIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String VILLAGE = "150924106001";
    private static final String NOBODY = "{\"recipients\":[]}";
    private static final String LISTED =
            "{\"recipients\":[{\"name\":\"李建国\",\"members\":2,\"amount\":\"930.00\","
                    + "\"kind\":\"DIBAO\",\"kindZh\":\"最低生活保障\"}]}";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired Neo4jClient graph;
    @Autowired PublicitySwitch publicity;

    private Monitored city;

    @BeforeEach
    void thursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, VILLAGE, LocalDate.parse("2026-11-01"));
    }

    private JsonNode post(Map<String, ?> other) {
        Map<String, Object> input = new HashMap<>();
        input.put("basis", hub.matter("MZ-TOWN", CITIZEN).basis());
        input.put("person", city.token("GA01", CITIZEN));
        input.put("village", VILLAGE);
        input.put("name", "李建国");
        input.put("members", 3);
        input.put("amount", "615.00");
        input.put("kind", "DIBAO");
        input.putAll(other);
        JsonNode answer =
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($input: NoticeInput!) { postNotice(input: $input) { id version"
                                + " } }",
                        Map.of("input", input));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/postNotice");
    }

    private void receives(String status, String amount, String day) {
        city.contribute(
                "MZ01",
                List.of(
                        Map.of(
                                "recordNo",
                                "db-1",
                                "observedAt",
                                day + "T00:00:00+08:00",
                                "idNumber",
                                CITIZEN,
                                "householdNo",
                                "db-1",
                                "area",
                                "RURAL",
                                "memberCount",
                                2,
                                "monthlyAmount",
                                amount,
                                "startMonth",
                                "2026-12",
                                "status",
                                status)));
    }

    private void publishedAndGranted() {
        post(Map.of());
        clock.set(Instant.parse("2026-12-04T02:00:00Z"));
        receives("ACTIVE", "930.00", "2026-12-04");
    }

    private HttpResponse<String> read(String path, String accept) {
        return hub.send(
                HttpRequest.newBuilder(URI.create(hub.address() + path)).header("Accept", accept));
    }

    private String list() {
        return read("/recipients/" + VILLAGE, "application/json").body();
    }

    @Test
    void standsThereWithWhatTheDecisionGivesAsLongAsItGivesIt() {
        post(Map.of());
        receives("ACTIVE", "930.00", "2026-11-26");
        assertThat(list()).as("the notice hangs, and help begins in December").isEqualTo(NOBODY);
        clock.set(Instant.parse("2026-12-04T02:00:00Z"));
        assertThat(list()).as("what is paid, not what was proposed").isEqualTo(LISTED);
        assertThat(read("/recipients/" + VILLAGE, "text/html").body())
                .contains("<bdi>李建国</bdi>", "930.00")
                .doesNotContain("2026");
        assertThat(
                        read("/recipients/" + VILLAGE, "application/json")
                                .headers()
                                .firstValue("Cache-Control"))
                .hasValue("max-age=60, must-revalidate, public");

        receives("STOPPED", "930.00", "2026-12-04");

        assertThat(list()).isEqualTo(NOBODY);
    }

    @Test
    void isOfNobodyWhoseHelpIsSuspendedOrWhoseNoticeSomebodyObjectedTo() {
        publishedAndGranted();
        clock.set(Instant.parse("2026-12-07T02:00:00Z"));
        receives("SUSPENDED", "930.00", "2026-12-05");
        assertThat(list()).isEqualTo(NOBODY);
        receives("ACTIVE", "930.00", "2026-12-06");
        assertThat(list()).isEqualTo(LISTED);

        graph.query("MATCH (n:PublicNotice) SET n.state = 'OBJECTED'").run();

        assertThat(list()).isEqualTo(NOBODY);
    }

    @Test
    void isOfNobodyWhoIsOrLivesWithSomebodyInDanger() {
        publishedAndGranted();
        assertThat(list()).isEqualTo(LISTED);
        JsonNode hidden =
                hub.ask(
                        "YB-TOWN",
                        "mutation ($n: IdNumber!) { openBasis(input: {kind: CASE, purpose: A,"
                            + " reference: \"JB-2026-1\", persons: [{idNumber: $n}] safeguarding:"
                            + " {ground: FAMILY_VIOLENCE, reason: \"家暴案件在查，施暴人与本人同住\", until:"
                            + " \"2027-01-31\"}}) { id } }",
                        Map.of("n", CITIZEN));
        assertThat(hidden.has("errors")).as(hidden.toString()).isFalse();

        assertThat(list()).isEqualTo(NOBODY);

        graph.query(
                        "MATCH (p:Person {id: $person}) CREATE (q:Person {id: 'Pother', idHash:"
                            + " 'other'}) CREATE (h:Household {id: 'Hother', kind:"
                            + " 'LIVING_TOGETHER'}) CREATE (p)-[:MEMBER_OF]->(h)<-[:MEMBER_OF]-(q)"
                            + " WITH p, q MATCH (b:Basis)-[c:CONCERNS]->(x) WHERE b.shownFrom IS"
                            + " NOT NULL DELETE c CREATE (b)-[:CONCERNS]->(q)")
                .bind(city.token("GA01", CITIZEN))
                .to("person")
                .run();
        assertThat(list()).as("a child of the family is").isEqualTo(NOBODY);
    }

    @Test
    void isNeverOfAChildOrOfTheDead() {
        publishedAndGranted();
        String token = city.token("GA01", CITIZEN);
        graph.query("MATCH (p:Person {id: $p}) SET p.kept = p.idNumber, p.idNumber = $child")
                .bind(token)
                .to("p")
                .bind("150924200912270039")
                .to("child")
                .run();
        assertThat(list()).isEqualTo(NOBODY);
        graph.query("MATCH (p:Person {id: $p}) SET p.idNumber = p.kept").bind(token).to("p").run();
        assertThat(list()).isEqualTo(LISTED);

        graph.query("MATCH (p:Person {id: $p}) CREATE (:Record:Cremation)-[:ABOUT]->(p)")
                .bind(token)
                .to("p")
                .run();

        assertThat(list()).isEqualTo(NOBODY);
    }

    @Test
    void isPublicWhereTheRegionSaysSo() {
        LocalDate today = LocalDate.parse("2026-11-26");
        assertThat(publicity.isPublic(VILLAGE, today)).isTrue();
        assertThat(publicity.isPublic(VILLAGE, LocalDate.parse("2024-12-31"))).isFalse();
        assertThat(publicity.isPublic("150929100001", today)).isFalse();
        assertThat(publicity.isPublic("110101000000", today)).isFalse();
        assertThat(publicity.isPublic("", today)).isFalse();
    }

    @Test
    void tellsOfficersHowFarTheListIsWhole() {
        receives("ACTIVE", "930.00", "2026-11-26");
        clock.set(Instant.parse("2026-12-04T02:00:00Z"));
        assertThat(coverage("MZ-COUNTY", VILLAGE))
                .isEqualTo("[{\"village\":\"150924106001\",\"inReceipt\":1,\"listed\":0}]");
        post(Map.of());
        clock.set(Instant.parse("2026-12-14T02:00:00Z"));

        assertThat(coverage("MZ-COUNTY", "150924000000"))
                .isEqualTo("[{\"village\":\"150924106001\",\"inReceipt\":1,\"listed\":1}]");

        assertThat(
                        hub.ask(
                                        "YB-TOWN",
                                        "mutation ($n: IdNumber!) { openBasis(input: {kind: CASE,"
                                                + " purpose: A, reference: \"JB-2026-1\", persons:"
                                                + " [{idNumber: $n}] safeguarding: {ground:"
                                                + " FAMILY_VIOLENCE, reason: \"家暴案件在查，施暴人与本人同住\","
                                                + " until: \"2027-01-31\"}}) { id } }",
                                        Map.of("n", CITIZEN))
                                .has("errors"))
                .isFalse();
        assertThat(coverage("MZ-COUNTY", VILLAGE))
                .as("who is at risk is on no list")
                .isEqualTo("[{\"village\":\"150924106001\",\"inReceipt\":1,\"listed\":0}]");
        for (String[] wrong :
                List.of(
                        new String[] {"MZ-TOWN", "150924000000"},
                        new String[] {"MZ-TOWN", "150924107200"},
                        new String[] {"YB-TOWN", VILLAGE},
                        new String[] {"MZ-COUNTY", "110101000000"})) {
            assertThat(
                            hub.ask(wrong[0], question(wrong[1]))
                                    .at("/errors/0/extensions/code")
                                    .asString())
                    .as(String.join(" ", wrong))
                    .isEqualTo("NOTICE_REGION");
        }
    }

    private String coverage(String client, String region) {
        return hub.ask(client, question(region)).at("/data/recipientListCoverage").toString();
    }

    private static String question(String region) {
        return "{ recipientListCoverage(region: \"%s\") { village inReceipt listed } }"
                .formatted(region);
    }

    /** Lines that were sent to the bank; first help counts where it was given. */
    private void paid(String village, int families) {
        graph.query(
                        """
                        CREATE (s:PaymentSheet {id: randomUUID(), month: '2026-10', places: [$town, '150924000000'], state: 'SENT'})
                        WITH s UNWIND range(1, $families) AS n
                        CREATE (s)-[:HAS]->(:PaymentLine {village: $village, amount: 61500, month: '2026-10'})-[:PAYS]->(:Case {id: randomUUID(), kind: 'MINIMUM_LIVING'})
                        CREATE (s)-[:HAS]->(:PaymentLine {village: $village, amount: 61500, month: '2026-10', result: 'RETURNED'})-[:PAYS]->(:Case {id: randomUUID(), kind: 'MINIMUM_LIVING'})
                        """)
                .bindAll(
                        Map.of(
                                "village",
                                village,
                                "town",
                                Regions.above(village, 9),
                                "families",
                                families))
                .run();
    }

    /** Of ten families, of whom one gets another part three months later. */
    @Test
    void tellsFirstHelpInTheMonthInWhichItWasPaid() {
        graph.query(
                        """
                        UNWIND range(1, 10) AS n
                        CREATE (m:ReliefCase {id: 'J' + n, places: [$village, '150924106000', '150924000000'], state: 'PAPERS_DUE',
                          givenAt: datetime('2026-05-04T10:00:00+08:00'), amount: CASE n WHEN 1 THEN 400000 ELSE 100000 END})
                        CREATE (:FundMovement {relief: m.id, part: 1, kind: 'SPENT', change: -100000, at: datetime('2026-05-04T10:00:00+08:00')})
                        WITH m WHERE m.id = 'J1'
                        CREATE (:FundMovement {relief: m.id, part: 2, kind: 'SPENT', change: -300000, at: datetime('2026-08-04T10:00:00+08:00')})
                        """)
                .bind(VILLAGE)
                .to("village")
                .run();

        assertThat(read("/funds/150924000000/2026-05", "application/json").body())
                .contains("\"kind\":\"FIRST_HELP\",\"families\":10,\"amount\":10000}");
        assertThat(read("/funds/150924000000/2026-08", "application/json").body())
                .as("one family is told with nobody")
                .isEqualTo("{\"funds\":[]}");
    }

    /** Two of the ten are of one household. */
    @Test
    void countsFamiliesAndNoPersonsOfFirstHelp() {
        graph.query(
                        """
                        CREATE (h:Household {id: 'Hone', key: 'one', kind: 'REGISTERED'})
                        WITH h UNWIND range(1, 10) AS n
                        CREATE (m:ReliefCase {id: 'J' + n, places: [$village, '150924106000', '150924000000'], state: 'PAPERS_DUE'})-[:FOR]->(p:Person {id: 'Phelped' + n})
                        CREATE (:FundMovement {relief: m.id, part: 1, kind: 'SPENT', change: -100000, at: datetime('2026-06-04T10:00:00+08:00')})
                        WITH h, p, n WHERE n > 8
                        CREATE (p)-[:MEMBER_OF]->(h)
                        """)
                .bind(VILLAGE)
                .to("village")
                .run();

        assertThat(read("/funds/150924000000/2026-06", "application/json").body())
                .isEqualTo("{\"funds\":[]}");
    }

    @Test
    void tellsWhatWasPaidOfMonthsThatAreOver() {
        paid(VILLAGE, 23);
        paid("150924106002", 4);
        paid("150924106003", 9);
        String told =
                "[{\"region\":\"150924106000\",\"place\":\"城关镇（其他）\",\"rest\":true,\"kind\":\"MINIMUM_LIVING\",\"families\":10,\"amount\":8000},"
                    + "{\"region\":\"150924106001\",\"place\":\"%s\",\"rest\":false,\"kind\":\"MINIMUM_LIVING\",\"families\":20,\"amount\":14000}]";

        String answer = read("/funds/150924000000/2026-10", "application/json").body();

        assertThat(answer.replaceAll("\"place\":\"[^\"（]*\"", "\"place\":\"%s\""))
                .isEqualTo("{\"funds\":" + told + "}");
        assertThat(read("/funds/150924000000/2026-10", "text/html").body())
                .contains("<bdi>城关镇（其他）</bdi>", "14000");
        assertThat(
                        hub.ask(
                                        "CITIZEN",
                                        "{ publicFunds(county: \"150924000000\", month:"
                                                + " \"2026-10\") { families amount } }")
                                .at("/data/publicFunds")
                                .toString())
                .isEqualTo(
                        "[{\"families\":10,\"amount\":8000},{\"families\":20,\"amount\":14000}]");
        for (String nothing :
                List.of(
                        "150924000000/2026-09",
                        "150923000000/2026-10",
                        "150924106000/2026-10",
                        "150924000000/x",
                        "150924000000/2026-99")) {
            assertThat(read("/funds/" + nothing, "application/json").body())
                    .as(nothing)
                    .isEqualTo("{\"funds\":[]}");
        }
        clock.set(Instant.parse("2026-10-27T02:00:00Z"));
        assertThat(read("/funds/150924000000/2026-10", "application/json").body())
                .as("a month that runs grows by families, one after the other")
                .isEqualTo("{\"funds\":[]}");
    }
}
