package org.lianji.assistance;

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
import org.lianji.catalogue.Catalogue;
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.lianji.sharing.MovingClock;
import org.lianji.workers.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Nobody who works in social assistance handles, or quietly helps, a near relative's application.
 */
@HubTest
@Import(MovingClock.class)
class CaseConflictsIT {

    private static final String SECOND = "MZ-COUNTY-2";
    private static final String APPLICANT = "152627195801035714";
    private static final String CADRE = Owner.idNumber("15092419850101301");
    private static final String MARRIAGE = "JH-1";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired TestClock clock;

    @Autowired Neo4jClient graph;

    private Town town;
    private Monitored city;
    private Registry registry;

    @BeforeEach
    void twoWhoAreKnownOnAMonday() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        registry = new Registry(hub);
        LocalDate day = LocalDate.parse("2026-10-01");
        city.register(APPLICANT, HERE, day);
        city.register("2", CADRE, HERE, day);
    }

    private void married() {
        city.contribute(
                "MZ10",
                List.of(
                        Map.of(
                                "recordNo",
                                MARRIAGE,
                                "observedAt",
                                "2026-10-02T00:00:00+08:00",
                                "idNumber",
                                CADRE,
                                "action",
                                "MARRIAGE",
                                "spouseIdNo",
                                APPLICANT,
                                "registeredOn",
                                "2020-05-01")));
    }

    /** The library has nothing any more that tells of it. */
    private void forgotten() {
        graph.query("MATCH (:Person)-[duty:SUPPORTS]->(:Person) DELETE duty").run();
    }

    private JsonNode conflicts(String client, JsonNode one) {
        JsonNode answer =
                hub.ask(
                        client,
                        "query ($id: ID!) { case(id: $id) { conflicts { post steps worker { client"
                                + " } } } }",
                        Map.of("id", one.at("/id").asString()));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/case/conflicts");
    }

    private JsonNode reported() {
        return town.reported(town.checked(APPLICANT), clock);
    }

    private JsonNode looked(String client, JsonNode one, boolean upheld) {
        return written(client, "recheckCase", "upheld: " + upheld, one);
    }

    private JsonNode signed(String client, JsonNode one, String how) {
        return written(client, "countersignCase", how, one);
    }

    /** Signed with what shall be granted, and to whom. */
    private JsonNode signedFor(String client, JsonNode one, String... members) {
        return hub.ask(
                client,
                "mutation ($input: CaseCountersignInput!) { countersignCase(input: $input) "
                        + Town.SHOWN
                        + " }",
                Map.of(
                        "input",
                        Map.of(
                                "id",
                                one.at("/id").asString(),
                                "version",
                                one.at("/version").asInt(),
                                "grants",
                                true,
                                "amount",
                                "615.50",
                                "area",
                                "RURAL",
                                "members",
                                List.of(members),
                                "note",
                                "同意")));
    }

    private JsonNode written(String client, String mutation, String fields, JsonNode one) {
        return town.input(client, mutation, fields + ", note: \"旗县两人上门核实\"", one);
    }

    private JsonNode award(String client, JsonNode one, String amount) {
        return award(client, one, amount, "RURAL");
    }

    private JsonNode award(String client, JsonNode one, String amount, String area) {
        Map<String, Object> input =
                new HashMap<>(
                        Map.of(
                                "id",
                                one.at("/id").asString(),
                                "version",
                                one.at("/version").asInt(),
                                "monthlyAmount",
                                amount,
                                "area",
                                area,
                                "reason",
                                "入户所见与登记不符",
                                "reviewCycle",
                                "MONTHS_12",
                                "members",
                                List.of(APPLICANT)));
        return hub.ask(
                client,
                "mutation ($input: CaseAwardInput!) { confirmCase(input: $input) { state } }",
                Map.of("input", input));
    }

    @Test
    void areMarkedAsTheyAreSubmittedAndToTheCountyAloneWithWho() {
        registry.registered("mz-village", CADRE, "VILLAGE_CADRE", HERE);
        married();

        JsonNode submitted = town.submitted(APPLICANT);

        assertThat(conflicts(TOWN, submitted).toString())
                .isEqualTo("[{\"post\":\"VILLAGE_CADRE\",\"steps\":1,\"worker\":null}]");
        assertThat(conflicts(COUNTY, submitted).toString())
                .isEqualTo(
                        "[{\"post\":\"VILLAGE_CADRE\",\"steps\":1,\"worker\":{\"client\":\"mz-village\"}}]");
    }

    @Test
    void areMarkedOnceTheLibraryKnowsOfItAndStaySoAfterTheNextStep() {
        registry.registered("mz-village", CADRE, "VILLAGE_CADRE", HERE);
        JsonNode submitted = town.submitted(APPLICANT);
        assertThat(conflicts(COUNTY, submitted)).isEmpty();

        married();
        assertThat(conflicts(COUNTY, submitted)).hasSize(1);
        forgotten();
        assertThat(conflicts(COUNTY, submitted)).as("nothing was done meanwhile").isEmpty();

        ofOneHousehold();
        assertThat(conflicts(COUNTY, submitted)).as("by the register").hasSize(1);
        JsonNode accepted = town.taken(TOWN, "acceptCase", submitted);
        graph.query("MATCH (:Person)-[in:MEMBER_OF]->(:Household) DELETE in").run();

        assertThat(conflicts(COUNTY, accepted)).as("kept with the case").hasSize(1);
    }

    /** The register has the cadre as the applicant's child from now on. */
    private void ofOneHousehold() {
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo", "2",
                                "observedAt", "2026-10-06T00:00:00+08:00",
                                "idNumber", CADRE,
                                "hukouNo", "H1",
                                "relationToHead", "SON",
                                "hukouRegion", HERE,
                                "name", "李小国",
                                "sex", CADRE.charAt(16) % 2 == 0 ? "FEMALE" : "MALE",
                                "birthDate", "1985-01-01")));
    }

    @Test
    void ofAnOfficerShowThemNothingOfThePeopleAndLetThemAskForNoOtherHelp() {
        registry.registered("mz-town", CADRE, "TOWN_OFFICER", "150924106000");
        city.contribute(
                "MZ05",
                List.of(
                        Map.of(
                                "recordNo", "J1",
                                "observedAt", "2026-10-02T00:00:00+08:00",
                                "idNumber", APPLICANT,
                                "kind", "EMERGENCY",
                                "occurredRegion", HERE,
                                "grantedAt", "2026-10-01T08:00:00+08:00")));
        JsonNode submitted = town.taken(TOWN, "acceptCase", town.submitted(APPLICANT));
        JsonNode before = led(TOWN, submitted);
        assertThat(before.at("/basis").asString()).startsWith("C");
        String person = before.at("/applicant/id").asString();
        assertThat(person).startsWith("P");
        assertThat(before.at("/consents/0/whose").asString()).isEqualTo(person);

        married();

        assertThat(led(TOWN, submitted).toString())
                .isEqualTo(
                        "{\"basis\":null,\"applicant\":null,\"household\":null,\"consents\":[]}");
        assertThat(led(COUNTY, submitted).at("/applicant/id").asString()).isEqualTo(person);
        assertThat(found(TOWN)).isEmpty();
        assertThat(found(COUNTY)).hasSize(1);
        assertThat(code(special(TOWN, submitted))).isEqualTo("SPECIAL_AID_OF_RELATIVE");
        assertThat(special(COUNTY, submitted).at("/errors").isMissingNode()).isTrue();
        assertThat(code(need(before.at("/basis").asString(), person)))
                .isEqualTo("NEED_OF_RELATIVE");
    }

    /** How it stands, which an officer learns of a near relative's, too. */
    private static final Set<String> HOW_IT_STANDS =
            Set.of(
                    "id",
                    "version",
                    "state",
                    "kind",
                    "region",
                    "channel",
                    "decidedBy",
                    "conflicts",
                    "createdAt",
                    "changedAt",
                    "overdue",
                    "deadlines",
                    "stage",
                    "steps",
                    "allowedTransitions");

    /** All else of a case, as it is asked for, and what a near relative is answered. */
    private static final Map<String, List<String>> IN_IT =
            Map.ofEntries(
                    Map.entry("basis", List.of("basis", "null")),
                    Map.entry("cause", List.of("cause", "null")),
                    Map.entry("applicant", List.of("applicant { id }", "null")),
                    Map.entry("household", List.of("household { id }", "null")),
                    Map.entry("surveyors", List.of("surveyors", "[]")),
                    Map.entry("check", List.of("check { sources { source found } }", "null")),
                    Map.entry("selfCare", List.of("selfCare", "null")),
                    Map.entry("recheck", List.of("recheck { upheld }", "null")),
                    Map.entry("favourable", List.of("favourable", "null")),
                    Map.entry("assessment", List.of("assessment { qualifies }", "null")),
                    Map.entry("award", List.of("award { monthlyAmount }", "null")),
                    Map.entry("departure", List.of("departure { reason }", "null")),
                    Map.entry("specialAids", List.of("specialAids { id }", "[]")),
                    Map.entry("consents", List.of("consents { whose }", "[]")),
                    Map.entry("consentsMissing", List.of("consentsMissing", "[]")),
                    Map.entry(
                            "papers",
                            List.of(
                                    "papers { recorded { code } missing { code } known { code } }",
                                    "{\"recorded\":[],\"missing\":[],\"known\":[]}")),
                    Map.entry("history", List.of("history { note }", "{\"note\":null}")));

    @Test
    void tellARelativeNoFieldMoreThanHowTheyStand() {
        Set<String> fields = new TreeSet<>(IN_IT.keySet());
        fields.addAll(HOW_IT_STANDS);
        assertThat(
                        hub.ask(COUNTY, "{ __type(name: \"Case\") { fields { name } } }")
                                .at("/data/__type/fields")
                                .valueStream()
                                .map(field -> field.at("/name").asString()))
                .as("a new field is either of them")
                .containsExactlyInAnyOrderElementsOf(fields);
        JsonNode reported = reported();
        done(special(COUNTY, reported));
        married();
        registry.registered("mz-town", CADRE, "TOWN_OFFICER", "150924106000");

        JsonNode open = within(TOWN, reported);
        IN_IT.forEach(
                (field, shown) ->
                        assertThat(said(open.at("/" + field)))
                                .as(field)
                                .isEqualTo(shown.getLast()));
        JsonNode told = within(COUNTY, reported);
        for (String field :
                List.of(
                        "basis",
                        "applicant",
                        "surveyors",
                        "check",
                        "favourable",
                        "specialAids",
                        "consents",
                        "papers",
                        "history")) {
            assertThat(said(told.at("/" + field)))
                    .as("another officer's %s", field)
                    .isNotEqualTo(Objects.requireNonNull(IN_IT.get(field)).getLast());
        }

        JsonNode looked = done(looked(COUNTY, reported, true));
        done(award(COUNTY, done(signedFor(SECOND, looked, APPLICANT)), "615.50"));
        registry.registered("mz-county-2", CADRE, "COUNTY_OFFICER", Registry.COUNTY);
        JsonNode closed = within(SECOND, reported);
        for (String field : List.of("recheck", "award", "departure", "history")) {
            assertThat(said(closed.at("/" + field)))
                    .as(field)
                    .isEqualTo(Objects.requireNonNull(IN_IT.get(field)).getLast());
            assertThat(said(within(COUNTY, reported).at("/" + field)))
                    .as("another officer's %s", field)
                    .isNotEqualTo(Objects.requireNonNull(IN_IT.get(field)).getLast());
        }
        assertThat(printed(SECOND, reported)).isEqualTo(404);
        assertThat(printed(COUNTY, reported)).isEqualTo(200);
    }

    @Test
    void tellARelativeNoCauseOfHardship() {
        city.contribute(
                "MZ03",
                List.of(
                        Map.of(
                                "recordNo", "B-1",
                                "observedAt", "2026-06-01T00:00:00+08:00",
                                "idNumber", APPLICANT,
                                "householdNo", "B-1",
                                "memberIdNumbers", List.of(APPLICANT),
                                "perCapitaIncome", "700.00",
                                "recognisedOn", "2026-06-01",
                                "validUntil", "2027-05-31",
                                "status", "VALID")));
        JsonNode submitted =
                done(
                        town.submit(
                                TOWN,
                                Map.of(
                                        "idNumber", APPLICANT,
                                        "kind", "EXPENDITURE_RELIEF",
                                        "cause", "ILLNESS")));
        assertThat(within(TOWN, submitted).at("/cause").asString()).isEqualTo("ILLNESS");

        married();
        registry.registered("mz-town", CADRE, "TOWN_OFFICER", "150924106000");

        assertThat(within(TOWN, submitted).at("/cause").isNull()).isTrue();
        assertThat(within(COUNTY, submitted).at("/cause").asString()).isEqualTo("ILLNESS");
    }

    private int printed(String client, JsonNode one) {
        return hub.send(hub.as(client, "/cases/" + one.at("/id").asString() + "/application"))
                .statusCode();
    }

    /** A list of steps is said by one of them, where all are alike. */
    private static String said(JsonNode field) {
        List<String> steps =
                field.isArray()
                        ? field.valueStream().map(JsonNode::toString).distinct().toList()
                        : List.of();
        return steps.size() == 1 && steps.getFirst().startsWith("{\"note\"")
                ? steps.getFirst()
                : field.toString();
    }

    private JsonNode within(String client, JsonNode one) {
        JsonNode answer =
                hub.ask(
                        client,
                        "query ($id: ID!) { case(id: $id) { %s } }"
                                .formatted(
                                        IN_IT.values().stream()
                                                .map(List::getFirst)
                                                .collect(Collectors.joining(" "))),
                        Map.of("id", one.at("/id").asString()));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/case");
    }

    /** What people wrote is opened by nobody unseen by whom it is about. */
    @Test
    void areReadOnTheChainWhereTheirNotesAre() {
        JsonNode one = town.submitted(APPLICANT);
        long before = looks();
        asked(one, "history { transition }");
        assertThat(looks()).as("no note is read").isEqualTo(before);
        asked(one, "history { note } again: history { note transition }");
        assertThat(looks()).as("one of a request").isEqualTo(before + 1);
        assertThat(printed(COUNTY, one)).isEqualTo(200);
        assertThat(looks()).isGreaterThan(before + 1);
    }

    private void asked(JsonNode one, String fields) {
        JsonNode answer =
                hub.ask(
                        COUNTY,
                        "query ($id: ID!) { case(id: $id) { " + fields + " } }",
                        Map.of("id", one.at("/id").asString()));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    /** How often who applies reads of a look of the office's. */
    private long looks() {
        return hub.ask("CITIZEN", "{ accessLog(first: 50) { nodes { kind own department } } }")
                .at("/data/accessLog/nodes")
                .valueStream()
                .filter(one -> one.at("/kind").asString().equals("READ"))
                .filter(one -> one.at("/department").asString("").equals("MZ"))
                .count();
    }

    /** Applications of who applied, by their number. */
    private JsonNode found(String client) {
        return hub.ask(
                        client,
                        "query ($n: IdNumber!) { findCases(by: {idNumber: $n}) { id } }",
                        Map.of("n", APPLICANT))
                .at("/data/findCases");
    }

    private JsonNode led(String client, JsonNode one) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { case(id: $id) { basis applicant { id } household { id }"
                                + " consents { whose } } }",
                        Map.of("id", one.at("/id").asString()))
                .at("/data/case");
    }

    private JsonNode special(String client, JsonNode one) {
        return hub.ask(
                client,
                "mutation ($id: ID!) { requestSpecialAid(input: {caseId: $id, kind: MEDICAL, note:"
                        + " \"自付费用高\"}) { id } }",
                Map.of("id", one.at("/id").asString()));
    }

    private JsonNode need(String basis, String person) {
        return hub.ask(
                TOWN,
                "mutation ($input: HelpNeedInput!) { stateNeed(input: $input) { id } }",
                Map.of(
                        "input",
                        Map.of(
                                "basis",
                                basis,
                                "person",
                                person,
                                "kind",
                                "FOOD",
                                "quantity",
                                1,
                                "urgency",
                                "SOON",
                                "hardship",
                                "OLD_AGE",
                                "until",
                                "2026-12-01")));
    }

    @Test
    void areDecidedByTwoOfTheCountyOnceTheyHaveLookedThemselves() {
        registry.registered("mz-village", CADRE, "VILLAGE_CADRE", HERE);
        JsonNode reported = reported();
        married();
        assertThat(code(award(COUNTY, reported, "615.50"))).isEqualTo("RECHECK_FIRST");
        assertThat(code(town.step(COUNTY, "refuseCase", reported, "不符合条件")))
                .isEqualTo("RECHECK_FIRST");
        assertThat(code(signed(SECOND, reported, "grants: true"))).isEqualTo("RECHECK_FIRST");

        JsonNode looked = done(looked(COUNTY, reported, true));
        assertThat(code(award(COUNTY, looked, "615.50"))).isEqualTo("COUNTERSIGN_FIRST");
        assertThat(code(signed(COUNTY, looked, "grants: true, amount: \"615.50\"")))
                .isEqualTo("COUNTERSIGN_WHOM");
        JsonNode own = done(signedFor(COUNTY, looked, APPLICANT));
        assertThat(code(award(COUNTY, own, "615.50"))).isEqualTo("COUNTERSIGN_ANOTHER");

        JsonNode others = done(signedFor(SECOND, own, APPLICANT, CADRE));
        assertThat(code(award(COUNTY, others, "615.50"))).isEqualTo("COUNTERSIGN_DIFFERS");
        JsonNode signed = done(signedFor(SECOND, others, APPLICANT));
        assertThat(code(award(COUNTY, signed, "615.50", "URBAN"))).isEqualTo("COUNTERSIGN_DIFFERS");
        assertThat(code(award(COUNTY, signed, "700.00"))).isEqualTo("COUNTERSIGN_DIFFERS");
        assertThat(code(town.step(COUNTY, "refuseCase", signed, "不符合条件")))
                .isEqualTo("COUNTERSIGN_DIFFERS");
        JsonNode again = done(looked(COUNTY, signed, true));
        assertThat(code(award(COUNTY, again, "615.50")))
                .as("the county has looked since")
                .isEqualTo("COUNTERSIGN_FIRST");

        JsonNode last = done(signedFor(SECOND, again, APPLICANT));
        assertThat(done(award(COUNTY, last, "615.50")).at("/state").asString())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void areRefusedByTwoAsWellAndSignedForNothingWhereNobodyIsARelative() {
        JsonNode reported = reported();
        assertThat(code(signed(SECOND, reported, "grants: true")))
                .isEqualTo("COUNTERSIGN_NOT_NEEDED");
        registry.registered("mz-village", CADRE, "VILLAGE_CADRE", HERE);
        married();

        JsonNode signed =
                done(signed(SECOND, done(looked(COUNTY, reported, false)), "grants: false"));

        assertThat(town.taken(COUNTY, "refuseCase", signed, "旗县核实后收入高于标准").at("/state").asString())
                .isEqualTo("REFUSED");
    }

    @Test
    void areNothingForTheWorkerWhoseAccountItIsAlsoOnceTheirWorkHasEnded() {
        married();
        JsonNode worker =
                registry.registered("mz-county-2", CADRE, "COUNTY_OFFICER", Registry.COUNTY);
        JsonNode reported = reported();
        assertThat(code(looked(SECOND, reported, true))).isEqualTo("OWN_RELATIVE");
        JsonNode looked = done(looked(COUNTY, reported, true));
        assertThat(code(signed(SECOND, looked, "grants: true"))).isEqualTo("OWN_RELATIVE");

        done(registry.end(COUNTY, worker));

        assertThat(code(signed(SECOND, looked, "grants: true"))).isEqualTo("OWN_RELATIVE");
        assertThat(conflicts(COUNTY, looked)).as("they worked when it was submitted").hasSize(1);
    }

    @Test
    void areTakenInByAnotherThanTheRelativeAtTheWindow() {
        married();
        registry.registered("mz-town", CADRE, "TOWN_OFFICER", "150924106000");

        assertThat(code(town.submit(APPLICANT))).isEqualTo("OWN_RELATIVE");
    }

    @Test
    void areAsOthersWhereTheWorkerWorksInAnotherCounty() {
        married();
        done(
                registry.register(
                        "MZ-JINING", "mz-jining-3", CADRE, "COUNTY_OFFICER", "150902000000"));

        assertThat(conflicts(COUNTY, town.submitted(APPLICANT))).isEmpty();
    }
}
