package org.lianji.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.charity.Charities.code;
import static org.lianji.charity.Charities.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.charity.Charities;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Projects of charities are disclosed in time, the lead sees who is late, and nobody shows. */
@HubTest
@Import(MovingClock.class)
class ProjectsIT {

    private static final String SHOWN =
            "{ id version state name lastDay overdue deadlines { rule { code } due endedOn }"
                    + " disclosures { on last received spent given { kind quantity unit families }"
                    + " } }";

    @Autowired Hub hub;

    @Autowired TestClock clock;

    @Autowired Neo4jClient graph;

    @Autowired ProjectLapse lapse;

    private Charities charities;

    @BeforeEach
    void aCharityIsApproved() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        charities = new Charities(hub);
        charities.approved("CHARITY-A");
    }

    private JsonNode offered(Map<String, Object> other) {
        Map<String, Object> offer = new java.util.HashMap<>(other);
        offer.putIfAbsent("until", "2027-01-25");
        return charities.offered("CHARITY-A", offer);
    }

    private JsonNode projects(String client, String which) {
        return hub.ask(client, "{ helpProjects%s { nodes %s } }".formatted(which, SHOWN))
                .at("/data/helpProjects/nodes");
    }

    private JsonNode followed() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(projects("CHARITY-A", "")).isNotEmpty());
        return projects("CHARITY-A", "").get(0);
    }

    private JsonNode begin(String client, String more) {
        return hub.ask(
                client,
                "mutation { beginProject(input: {name: \"暖冬\", until: \"2027-06-01\"%s}) %s }"
                        .formatted(more, SHOWN));
    }

    private JsonNode disclose(String client, JsonNode project, String received, String spent) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { discloseProject(input: {id: $id, version: $version, received: \"%s\", spent: \"%s\"}) %s }"
                        .formatted(received, spent, SHOWN),
                Map.of("id", id(project), "version", project.at("/version").asInt()));
    }

    private static String id(JsonNode one) {
        return one.at("/id").asString();
    }

    private static String running(JsonNode project) {
        for (JsonNode one : project.at("/deadlines")) {
            if (one.at("/endedOn").isNull()) {
                return one.at("/rule/code").asString() + " " + one.at("/due").asString();
            }
        }
        return "none";
    }

    private void day(String day) {
        clock.set(
                LocalDate.parse(day).atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    @Test
    void theFirstOfferBeginsAProjectWhoseClockNobodyCanLeaveOut() {
        offered(Map.of());
        JsonNode project = followed();
        assertThat(project.at("/name").asString()).isEqualTo("暖冬");
        assertThat(running(project)).isEqualTo("CHARITY_PROJECT_DISCLOSE 2027-02-26");

        offered(Map.of("until", "2027-03-01"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(followed().at("/lastDay").asString())
                                        .isEqualTo("2027-03-01"));

        assertThat(projects("CHARITY-A", "")).hasSize(1);
        assertThat(projects("CHARITY-B", "")).isEmpty();
        assertThat(projects("YB", "")).isEmpty();
        assertThat(projects("MZ", "")).hasSize(1);
        assertThat(code(begin("CHARITY-A", ""))).isEqualTo("PROJECT_RUNNING");
        assertThat(code(begin("CHARITY-B", ""))).isEqualTo("PROJECT_ORGANISATION");
    }

    @Test
    void eachDisclosureStartsTheClockAnewAndTheLastEndsIt() {
        JsonNode project = done(begin("CHARITY-A", ""), "beginProject");
        day("2027-02-20");
        JsonNode first =
                done(disclose("CHARITY-A", project, "1000.00", "400.00"), "discloseProject");
        assertThat(running(first)).isEqualTo("CHARITY_PROJECT_DISCLOSE 2027-05-20");
        assertThat(code(disclose("CHARITY-A", first, "999.99", "400.00")))
                .isEqualTo("PROJECT_ACCOUNT");
        assertThat(code(disclose("CHARITY-A", first, "1000.00", "-1.00")))
                .isIn("PROJECT_ACCOUNT", "INVALID_VALUE", "INVALID_DOCUMENT", "ARGUMENT");

        day("2027-05-21");
        assertThat(projects("MZ", "(overdue: true)")).as("seen by the lead").hasSize(1);
        JsonNode second =
                done(disclose("CHARITY-A", first, "1000.00", "900.00"), "discloseProject");
        assertThat(projects("MZ", "(overdue: true)")).isEmpty();
        assertThat(punctuality("CHARITY_PROJECT_DISCLOSE")).isEqualTo("1 1 0");

        day("2027-06-02");
        lapse.lapse();
        JsonNode ended = projects("CHARITY-A", "(state: ENDED)").get(0);
        assertThat(ended.at("/version").asInt()).isEqualTo(second.at("/version").asInt() + 1);
        assertThat(running(ended)).isEqualTo("CHARITY_FINAL_DISCLOSE 2027-09-02");
        day("2027-09-03");
        assertThat(punctuality("CHARITY_FINAL_DISCLOSE")).isEqualTo("0 0 1");
        JsonNode told = done(disclose("CHARITY-A", ended, "1000.00", "1000.00"), "discloseProject");
        assertThat(told.at("/state").asString()).isEqualTo("DISCLOSED");
        assertThat(running(told)).isEqualTo("none");
        assertThat(told.at("/disclosures")).hasSize(3);
        assertThat(told.at("/disclosures/0/last").asBoolean()).isTrue();
        assertThat(code(disclose("CHARITY-A", told, "1000.00", "1000.00")))
                .isEqualTo("TRANSITION_NOT_ALLOWED");
    }

    private String punctuality(String clockCode) {
        for (JsonNode one :
                hub.ask(
                                "MZ",
                                "{ projectPunctuality { charity rule { code } inTime late"
                                        + " openOverdue } }")
                        .at("/data/projectPunctuality")) {
            if (one.at("/rule/code").asString().equals(clockCode)) {
                return "%d %d %d"
                        .formatted(
                                one.at("/inTime").asInt(),
                                one.at("/late").asInt(),
                                one.at("/openOverdue").asInt());
            }
        }
        return "none";
    }

    @Test
    void anEmergencyIsDisclosedEveryFiveDays() {
        JsonNode project = done(begin("CHARITY-A", ", emergency: true"), "beginProject");
        assertThat(running(project)).isEqualTo("CHARITY_EMERGENCY_DISCLOSE 2026-12-01");
        day("2026-12-01");
        JsonNode told = done(disclose("CHARITY-A", project, "5.00", "0.00"), "discloseProject");
        assertThat(running(told)).isEqualTo("CHARITY_EMERGENCY_DISCLOSE 2026-12-06");
        assertThat(code(charities(told, "CHARITY-A", "endProjectEmergency")))
                .as("not the charity's to say")
                .isEqualTo("NOT_FOR_CHARITIES");
        JsonNode calm = done(charities(told, "MZ", "endProjectEmergency"), "endProjectEmergency");
        assertThat(running(calm)).isEqualTo("CHARITY_PROJECT_DISCLOSE 2027-03-01");
        JsonNode again =
                done(charities(calm, "MZ", "declareProjectEmergency"), "declareProjectEmergency");
        assertThat(running(again)).isEqualTo("CHARITY_EMERGENCY_DISCLOSE 2026-12-06");
    }

    private JsonNode charities(JsonNode project, String client, String step) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { %s(step: {id: $id, version: $version, note: \"市政府的通告\"}) %s }"
                        .formatted(step, SHOWN),
                Map.of("id", id(project), "version", project.at("/version").asInt()));
    }

    @Test
    void aSuspendedCharityStillDiscloses() {
        JsonNode project = done(begin("CHARITY-A", ""), "beginProject");
        JsonNode charity =
                hub.ask("CHARITY-A", "{ charityOrganisations { nodes { id version } } }")
                        .at("/data/charityOrganisations/nodes/0");
        charities.taken("MZ", "suspendCharity", ", note: \"年检未过\"", charity);

        done(disclose("CHARITY-A", project, "1.00", "0.00"), "discloseProject");
    }

    @Test
    void whatWasGivenIsPublicOfTenFamiliesAtATimeAndOfNobodyAlone() {
        JsonNode offer = offered(Map.of());
        JsonNode project = followed();
        given(offer, 0, 9);
        JsonNode one = done(disclose("CHARITY-A", project, "1.00", "1.00"), "discloseProject");
        assertThat(one.at("/disclosures/0/given")).as("nine families").isEmpty();

        given(offer, 9, 12);
        JsonNode two = done(disclose("CHARITY-A", one, "1.00", "1.00"), "discloseProject");
        assertThat(two.at("/disclosures/0/given").toString())
                .isEqualTo(
                        "[{\"kind\":\"DAILY_CARE\",\"quantity\":20,\"unit\":\"HOUR\",\"families\":10}]");

        given(offer, 12, 13);
        JsonNode three = done(disclose("CHARITY-A", two, "1.00", "1.00"), "discloseProject");
        assertThat(three.at("/disclosures/0/given"))
                .as("one family more changes nothing")
                .isEmpty();

        JsonNode open =
                hub.ask(
                        "VOLUNTEER-B",
                        "{ projectDisclosures(year: 2026) { project charity given { families } }"
                                + " }");
        assertThat(open.at("/data/projectDisclosures")).as(open.toString()).hasSize(3);
        everybodyReadsItWithoutAToken();
    }

    /** Who moved out of a household is still of the family of who stayed. */
    @Test
    void whoWasEverOfOneHouseholdCountsAsOneFamily() {
        JsonNode offer = offered(Map.of());
        JsonNode project = followed();
        given(offer, 0, 10);
        graph.query(
                        """
                        MATCH (one:Person {id: 'Pgiven0'}), (other:Person {id: 'Pgiven9'})
                        CREATE (one)-[:MEMBER_OF]->(:Household {id: 'Ha', key: 'Ha'}),
                          (one)-[:MEMBER_OF]->(:Household {id: 'Hb', key: 'Hb'})<-[:MEMBER_OF]-(other)
                        """)
                .run();

        JsonNode told = done(disclose("CHARITY-A", project, "1.00", "1.00"), "discloseProject");

        assertThat(told.at("/disclosures/0/given")).as("nine families").isEmpty();
    }

    private void everybodyReadsItWithoutAToken() {
        HttpResponse<String> answer = read("/projects/2026", "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=");
        assertThat(answer.body())
                .contains(
                        "\"given\":[{\"kind\":\"DAILY_CARE\",\"unit\":\"HOUR\",\"quantity\":20,\"families\":10}]",
                        "\"received\":\"1.00\"");
        assertThat(answer.body().split("\"project\":")).hasSize(4);
        assertThat(read("/projects/2026", "text/html").body())
                .contains("<h1>慈善项目公开信息</h1>", "<td>生活照料 20 小时，10 户</td>");
        for (String nothing :
                List.of("/projects/2025", "/projects/20x6", "/projects/2026?organisation=none")) {
            assertThat(read(nothing, "application/json").body())
                    .as(nothing)
                    .isEqualTo("{\"projects\":[]}");
        }
    }

    private HttpResponse<String> read(String path, String as) {
        return hub.send(
                HttpRequest.newBuilder(URI.create(hub.address() + path)).header("Accept", as));
    }

    @Test
    void aProjectThatIsCalledAfterSomebodyWhomItHelpsIsTheirsAlone() {
        JsonNode offer = offered(Map.of("project", "王小明助学"));
        JsonNode project = followed();
        JsonNode before = done(disclose("CHARITY-A", project, "1.00", "0.00"), "discloseProject");
        graph.query(
                        """
                        CREATE (:Pairing {id: 'Dnamed', offer: $offer, kind: 'DAILY_CARE', quantity: 1, state: 'CONSENTED',
                          consentUntil: date('2027-01-01')})-[:FOR]->(p:Person {id: 'Pnamed'})
                        CREATE (:Record {id: 'Rnamed', category: 'GA01', name: '王小明'})-[:ABOUT]->(p)
                        """)
                .bind(id(offer))
                .to("offer")
                .run();
        day("2026-11-27");
        done(disclose("CHARITY-A", before, "1.00", "1.00"), "discloseProject");

        JsonNode open =
                hub.ask("AUDITOR", "{ projectDisclosures(year: 2026) { project } }")
                        .at("/data/projectDisclosures");
        assertThat(open.at("/0/project").asString()).contains("名称不公开");
        assertThat(open.at("/1/project").asString())
                .as("as long as it helps nobody of that name")
                .isEqualTo("王小明助学");
    }

    /** Confirmed deliveries of two hours to families of one each. */
    private void given(JsonNode offer, int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            numbers.add(i);
        }
        graph.query(
                        """
                        UNWIND $numbers AS i
                        CREATE (p:Person {id: 'Pgiven' + toString(i)})
                        CREATE (:Pairing {id: 'Dgiven' + toString(i), offer: $offer, kind: 'DAILY_CARE', quantity: 2, state: 'CONFIRMED',
                          changedAt: datetime('2026-11-26T10:00:00+08:00') + duration({minutes: i})})-[:FOR]->(p)
                        """)
                .bindAll(Map.of("numbers", numbers, "offer", id(offer)))
                .run();
    }
}
