package org.lianji.agencies;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.lianji.people.People;
import org.lianji.platform.Reason;
import org.lianji.review.ReviewOffices;
import org.lianji.sharing.MovingClock;
import org.lianji.workers.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who can't apply has somebody do it; what that one may do ends with the paper. */
@HubTest
@Import({MovingClock.class, ReviewOffices.class})
class AgenciesIT {

    /** The demo client {@code citizen} speaks for this person, who can't go to the town. */
    private static final String PRINCIPAL = "152627195801035714";

    /** The demo client {@code citizen-guardian} speaks for whom they ask. */
    private static final String AGENT = "152631199612132788";

    /** The demo client {@code citizen-former} speaks for them. */
    private static final String STRANGER = "152601195604079079";

    /** Of ten. */
    private static final String CHILD = "150924201605010011";

    private static final String SELF = "CITIZEN";
    private static final String BY = "CITIZEN-GUARDIAN";
    private static final String OTHER = "CITIZEN-FORMER";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired Neo4jClient graph;
    @Autowired People people;
    @Autowired AgencyLapse lapse;

    private Town town;
    private Monitored city;
    private Mandates window;

    @BeforeEach
    void threeWhoAreKnown() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        window = new Mandates(hub);
        LocalDate day = LocalDate.parse("2026-10-01");
        city.register("1", PRINCIPAL, HERE, day);
        city.register("2", AGENT, HERE, day);
        city.register("3", STRANGER, HERE, day);
        city.register("4", CHILD, HERE, day);
    }

    private String token(String number) {
        return people.of(number).orElseThrow();
    }

    private static String id(JsonNode agency) {
        return agency.at("/id").asString();
    }

    /** The town's and the county's way with what an agent applied for. */
    private JsonNode seen() {
        return hub.ask(TOWN, "{ cases { nodes { id version state } } }").at("/data/cases/nodes/0");
    }

    private JsonNode checked() {
        return town.taken(
                COUNTY, "checkMeans", town.surveyed(town.taken(TOWN, "acceptCase", seen())));
    }

    @Test
    void anAgentAppliesAndFollowsItAndSeesNothingElse() {
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);
        assertThat(agency.at("/inForce").asBoolean()).isTrue();
        JsonNode mine = window.mine(BY).getFirst();
        assertThat(mine.at("/agency").asString()).isEqualTo(id(agency));
        assertThat(mine.at("/side").asString()).isEqualTo("AGENT");

        JsonNode made = done(window.apply(BY, id(agency)));

        assertThat(made.at("/forWhom").asString()).isEqualTo(id(agency));
        JsonNode asked = town.taken(TOWN, "askForCaseMaterial", seen(), "请补交收入证明");
        assertThat(window.cases(BY).getFirst().at("/missing").asString()).isEqualTo("请补交收入证明");
        town.taken(TOWN, "supplyCaseMaterial", asked);
        assertThat(window.paper(asked).at("/reference").asString()).isEqualTo("档7号");
        assertThat(window.papers(BY).toString())
                .as("that it is there, and not what stands in it")
                .isEqualTo("[{\"code\":\"TRUE_ACCOUNT\",\"reference\":null,\"note\":null}]");
        assertThat(window.papers(SELF).at("/0/note").asString()).isEqualTo("原件已退还");
        checked();
        JsonNode seen = window.cases(BY).getFirst();
        assertThat(seen.at("/state").asString()).isEqualTo("CHECKED");
        assertThat(seen.at("/decidedBy").isNull()).isFalse();
        assertThat(seen.at("/check").isNull()).isTrue();
        assertThat(seen.at("/award").isNull()).isTrue();
        JsonNode own = window.cases(SELF).getFirst();
        assertThat(own.at("/case")).isEqualTo(made.at("/case"));
        assertThat(own.at("/forWhom").isNull()).isTrue();
        assertThat(own.at("/check").isNull()).isFalse();

        JsonNode objected = done(window.step(BY, "objectToMyCheck", seen));
        assertThat(objected.at("/state").asString()).isEqualTo("SURVEYED");
        done(window.step(BY, "withdrawMyCase", objected));
        assertThat(window.cases(SELF).getFirst().at("/state").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void theChainSaysWhoActedForWhom() {
        done(window.apply(BY, id(window.recorded(PRINCIPAL, AGENT))));

        assertThat(window.log(SELF)).contains("登记了您作为被代理人或者代理人的一项代理", "代理人代您提交或者办理了救助申请");
        assertThat(window.log(BY)).contains("您本人代他人提交或者办理了救助申请");
        assertThat(window.log(OTHER)).doesNotContain("代理");
    }

    /** What else is in the log, such as that somebody is helped already, says who asked for it. */
    @Test
    void whatAnAgentIsRefusedIsInThePrincipalsLog() {
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);
        done(window.apply(BY, id(agency)));

        assertThat(code(window.apply(BY, id(agency)))).isEqualTo("CASE_ALREADY_OPEN");

        assertThat(window.log(SELF)).contains("已被拒绝");
    }

    @Test
    void nothingIsSeenNorDoneOnceThePrincipalTookItBack() {
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);
        done(window.apply(BY, id(agency)));
        JsonNode applied = window.cases(BY).getFirst();

        JsonNode ended = done(window.revokeMine(SELF, agency));

        assertThat(ended.at("/state").asString()).isEqualTo("REVOKED");
        over(agency, applied);
        assertThat(window.mine(SELF).getFirst().at("/state").asString()).isEqualTo("REVOKED");
        assertThat(window.cases(SELF)).hasSize(1);
        assertThat(window.log(SELF)).contains("您本人结束了您作为被代理人或者代理人的一项代理");
    }

    private void over(JsonNode agency, JsonNode applied) {
        assertThat(code(window.apply(BY, id(agency)))).isEqualTo("AGENCY_NOT_IN_FORCE");
        for (String step : List.of("withdrawMyCase", "objectToMyCheck")) {
            assertThat(code(window.step(BY, step, applied))).isEqualTo("CASE_NOT_FOUND");
        }
        assertThat(window.cases(BY)).isEmpty();
        assertThat(window.mine(BY)).isEmpty();
        assertThat(code(window.revokeMine(BY, agency))).isEqualTo("AGENCY_NOT_FOUND");
    }

    @Test
    void nothingIsSeenNorDoneOnceItEndedAtTheWindow() {
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);
        done(window.apply(BY, id(agency)));
        JsonNode applied = window.cases(BY).getFirst();

        done(window.revoke(COUNTY, agency));

        over(agency, applied);
    }

    @Test
    void nothingIsSeenNorDoneAfterTheLastDay() {
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);
        done(window.apply(BY, id(agency)));
        JsonNode applied = window.cases(BY).getFirst();
        clock.set(Instant.parse("2026-12-31T15:59:00Z"));
        assertThat(window.cases(BY)).as("its last day").hasSize(1);

        clock.set(Instant.parse("2026-12-31T16:00:00Z"));

        over(agency, applied);
        assertThat(window.list(TOWN).getFirst().at("/inForce").asBoolean()).isFalse();
        lapse.lapse();
        JsonNode lapsed = window.list(TOWN).getFirst();
        assertThat(lapsed.at("/state").asString()).isEqualTo("LAPSED");
        assertThat(lapsed.at("/history/1/transition").asString()).isEqualTo("LAPSE");
        assertThat(window.log(SELF)).contains("平台结束了您作为被代理人或者代理人的一项代理");
    }

    @Test
    void aNewMandateGoesOnWhereTheOldOneEnded() {
        done(window.apply(BY, id(window.recorded(PRINCIPAL, AGENT))));
        clock.set(Instant.parse("2027-01-04T02:00:00Z"));
        assertThat(window.cases(BY)).isEmpty();

        done(window.record(TOWN, PRINCIPAL, AGENT, Map.of("until", "2027-06-30")));

        assertThat(window.cases(BY)).hasSize(1);
    }

    @Test
    void nothingIsSeenNorDoneOnceThePrincipalHasDied() {
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);
        done(window.apply(BY, id(agency)));
        JsonNode applied = window.cases(BY).getFirst();

        died(PRINCIPAL);

        over(agency, applied);
        lapse.lapse();
        assertThat(window.list(TOWN).getFirst().at("/state").asString()).isEqualTo("LAPSED");
        assertThat(code(window.record(TOWN, PRINCIPAL, AGENT, Map.of()))).isEqualTo("AGENCY_DEAD");
    }

    private void died(String number) {
        city.contribute(
                "WJ01",
                List.of(
                        Map.of(
                                "recordNo", "T-1",
                                "observedAt", clock.instant().toString(),
                                "idNumber", number,
                                "certNo", "SW-9",
                                "diedOn", "2026-11-01")));
    }

    @Test
    void anAgentReadsThePrincipalsRecordsNoMoreThanAStranger() {
        String before = reads(BY);

        JsonNode agency = window.recorded(PRINCIPAL, AGENT);
        done(window.apply(BY, id(agency)));

        assertThat(reads(BY)).isEqualTo(before).isEqualTo(reads(OTHER));
    }

    private String reads(String client) {
        return hub.ask(
                        client,
                        new Reason("H", null),
                        "query ($n: IdNumber!) { person(idNumber: $n) { id households { nodes { id"
                                + " } } } }",
                        Map.of("n", PRINCIPAL))
                .toString()
                .replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    /** Who is whose principal can't be asked: whatever there isn't answers alike. */
    @Test
    void anothersAgencyIsAsOneThatThereIsNot() {
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);
        String never = answer(window.apply(OTHER, "Wnothing000000000000000"));

        assertThat(never).contains("AGENCY_NOT_IN_FORCE");
        assertThat(answer(window.apply(OTHER, id(agency)))).isEqualTo(never);
        assertThat(answer(window.apply(OTHER, token(PRINCIPAL)))).isEqualTo(never);
        assertThat(answer(window.apply(OTHER, token(CHILD)))).isEqualTo(never);
        assertThat(answer(window.apply(SELF, id(agency)))).as("by whom it is of").isEqualTo(never);
        assertThat(answer(window.apply(BY, token(PRINCIPAL)))).isEqualTo(never);
        assertThat(code(window.revokeMine(OTHER, agency))).isEqualTo("AGENCY_NOT_FOUND");
        assertThat(window.mine(OTHER)).isEmpty();
        assertThat(window.cases(SELF)).isEmpty();
    }

    private static String answer(JsonNode refused) {
        return code(refused) + refused.at("/errors/0/message");
    }

    @Test
    void isRecordedAndEndedByTheTownsOfficersOfTheLeadingDepartmentAlone() {
        assertThat(code(window.record(ReviewOffices.NEXT_TOWN, PRINCIPAL, AGENT, Map.of())))
                .isEqualTo("AGENCY_PLACE");
        assertThat(code(window.record("YB-TOWN", PRINCIPAL, AGENT, Map.of())))
                .isEqualTo("NOT_YOUR_TURN");
        assertThat(code(window.record(COUNTY, PRINCIPAL, AGENT, Map.of())))
                .isEqualTo("NOT_ALLOWED");
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);

        for (String client :
                List.of(ReviewOffices.NEXT_TOWN, ReviewOffices.OTHER_COUNTY, "YB-TOWN")) {
            assertThat(window.list(client)).as(client).isEmpty();
            assertThat(code(window.revoke(client, agency)))
                    .as(client)
                    .isEqualTo("AGENCY_NOT_FOUND");
            assertThat(node(client, agency).isNull()).as(client).isTrue();
        }
        assertThat(node(BY, agency).isNull()).isTrue();
        assertThat(node(TOWN, agency).isNull()).isFalse();
        assertThat(window.list(COUNTY)).hasSize(1);
        assertThat(window.list(TOWN).toString()).doesNotContain(PRINCIPAL, AGENT);
    }

    private JsonNode node(String client, JsonNode agency) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { node(id: $id) { id } }",
                        Map.of("id", id(agency)))
                .at("/data/node");
    }

    @Test
    void nobodyHandlesWhatIsTheirOwn() {
        hub.forgetCitizens();
        assertThat(code(window.record("CITIZEN-OFFICER", PRINCIPAL, AGENT, Map.of())))
                .isEqualTo("AGENCY_OF_RELATIVE");
        assertThat(code(window.record("CITIZEN-OFFICER", AGENT, PRINCIPAL, Map.of())))
                .isEqualTo("AGENCY_OF_RELATIVE");
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);
        assertThat(code(window.revoke("CITIZEN-OFFICER", agency))).isEqualTo("AGENCY_OF_RELATIVE");
    }

    @Test
    void aPaperSaysWhichItIsAndUntilWhen() {
        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(
                        Map.of("authorityNo", " "),
                        Map.of("authorityNo", "号".repeat(41)),
                        Map.of("authorityHash", Mandates.HASH.substring(1)),
                        Map.of("authorityHash", Mandates.HASH.toUpperCase()))) {
            assertThat(code(window.record(TOWN, PRINCIPAL, AGENT, wrong)))
                    .isEqualTo("AGENCY_PAPER");
        }
        for (String day : List.of("", "2026-11-01", "2027-11-03")) {
            assertThat(code(window.record(TOWN, PRINCIPAL, AGENT, Map.of("until", day))))
                    .as(day)
                    .isEqualTo("AGENCY_DAY");
        }
        assertThat(code(window.record(TOWN, PRINCIPAL, PRINCIPAL, Map.of())))
                .isEqualTo("AGENCY_OF_SELF");
        assertThat(code(window.record(TOWN, CHILD, AGENT, Map.of()))).isEqualTo("AGENCY_OF_CHILD");
        assertThat(code(window.record(TOWN, PRINCIPAL, CHILD, Map.of())))
                .isEqualTo("AGENCY_BY_CHILD");
        assertThat(window.list(TOWN)).isEmpty();
    }

    @Test
    void aPrincipalHasOneAgencyOfAKind() {
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);

        assertThat(code(window.record(TOWN, PRINCIPAL, STRANGER, Map.of())))
                .isEqualTo("AGENCY_HELD");

        assertThat(window.log(SELF)).contains("已被拒绝");
        done(guardian(STRANGER));
        done(window.revoke(TOWN, agency));
        done(window.record(TOWN, PRINCIPAL, STRANGER, Map.of()));
    }

    private JsonNode guardian(String agent) {
        return window.record(
                TOWN, PRINCIPAL, agent, Map.of("kind", "GUARDIAN_OF_ADULT", "until", ""));
    }

    @Test
    void theGuardianOfAGrownUpEndsAtTheWindowAlone() {
        JsonNode agency = done(guardian(AGENT));
        assertThat(window.mine(BY).getFirst().at("/canRevoke").asBoolean()).isFalse();
        clock.set(Instant.parse("2029-11-02T02:00:00Z"));
        done(window.apply(BY, id(agency)));

        for (String one : List.of(SELF, BY)) {
            assertThat(code(window.revokeMine(one, agency))).isEqualTo("AGENCY_OF_GUARDIAN");
        }

        done(window.revoke(TOWN, agency));
        assertThat(window.cases(BY)).isEmpty();
    }

    @Test
    void anAgentLaysAMandateDown() {
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);
        done(window.revokeMine(BY, agency));
        assertThat(window.mine(SELF).getFirst().at("/inForce").asBoolean()).isFalse();
        assertThat(code(window.apply(BY, id(agency)))).isEqualTo("AGENCY_NOT_IN_FORCE");
    }

    @Test
    void whoWorksThereIsNobodysAgentThere() {
        Registry registry = new Registry(hub);
        JsonNode agency = window.recorded(PRINCIPAL, AGENT);

        JsonNode worker = registry.registered("mz-village", AGENT, "VILLAGE_CADRE", HERE);

        assertThat(code(window.apply(BY, id(agency)))).isEqualTo("AGENCY_BY_WORKER");
        done(window.revoke(TOWN, agency));
        assertThat(code(window.record(TOWN, PRINCIPAL, AGENT, Map.of())))
                .isEqualTo("AGENCY_BY_WORKER");
        done(registry.end(COUNTY, worker));
        registry.registered("mz-village", AGENT, "VILLAGE_CADRE", "150924107200");
        done(window.apply(BY, id(window.recorded(PRINCIPAL, AGENT))));
    }

    @Test
    void theCountyIsToldOfWhoActsForManyFamilies() {
        List<String> principals =
                IntStream.range(0, 6)
                        .mapToObj(i -> Owner.idNumber("1509241950010100%d".formatted(i)))
                        .toList();
        for (int i = 0; i < principals.size(); i++) {
            clock.advance(Duration.ofDays(1));
            city.register("2" + i, principals.get(i), HERE, LocalDate.parse("2026-10-01"));
            assertThat(flags(COUNTY)).doesNotContain("true");
            window.recorded(principals.get(i), AGENT);
        }

        assertThat(flags(COUNTY)).hasSize(6).containsOnly("true");
        assertThat(flags(TOWN)).containsOnly("null");
        done(window.revoke(TOWN, window.list(TOWN).getFirst()));
        assertThat(flags(COUNTY)).containsOnly("false");
    }

    private List<String> flags(String client) {
        return window.list(client).stream().map(it -> it.at("/manyFamilies").toString()).toList();
    }

    @Test
    void aChildsGuardianAppliesForTheChildAndFollowsIt() {
        graph.query(
                        "MATCH (a:Person {id: $from}), (b:Person {id: $to}) CREATE (a)-[:SUPPORTS"
                                + " {kind: 'GUARDIAN', from: date('2020-01-01')}]->(b)")
                .bindAll(Map.of("from", token(AGENT), "to", token(CHILD)))
                .run();

        JsonNode made = done(window.apply(BY, token(CHILD)));

        assertThat(made.at("/forWhom").asString()).isEqualTo(token(CHILD));
        checked();
        JsonNode seen = window.cases(BY).getFirst();
        assertThat(seen.at("/check").isNull()).as("the child's own word").isFalse();
        assertThat(window.cases(OTHER)).isEmpty();
        assertThat(code(window.step(OTHER, "withdrawMyCase", seen))).isEqualTo("CASE_NOT_FOUND");
        assertThat(window.log(BY)).contains("您本人代他人提交或者办理了救助申请");
        done(window.step(BY, "objectToMyCheck", seen));
        JsonNode again = window.cases(BY).getFirst();

        graph.query("MATCH (:Person)-[d:SUPPORTS]->(:Person) SET d.to = date('2026-11-02')").run();

        assertThat(window.cases(BY)).isEmpty();
        assertThat(code(window.step(BY, "withdrawMyCase", again))).isEqualTo("CASE_NOT_FOUND");
        assertThat(answer(window.apply(BY, token(CHILD))))
                .isEqualTo(answer(window.apply(OTHER, "Wnothing000000000000000")));
    }

    @Test
    void theSameCallTwiceIsOneAgency() {
        Map<String, Object> key = Map.of("clientMutationKey", "mandate-of-one");
        JsonNode first = done(window.record(TOWN, PRINCIPAL, AGENT, key));
        JsonNode second = done(window.record(TOWN, PRINCIPAL, AGENT, key));
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(window.list(TOWN)).hasSize(1);
    }
}
