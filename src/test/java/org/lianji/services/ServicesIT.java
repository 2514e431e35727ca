package org.lianji.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.charity.Charities.code;
import static org.lianji.charity.Charities.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.Charities;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
import org.lianji.workers.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Services: assessed, bought, ordered, and opened to who provides them by consent alone. */
@HubTest
@Import(MovingClock.class)
class ServicesIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String HERE = "150924106001";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String PROVIDER = "53150900MJ0000018Q";
    private static final String CONSENT =
            ", until: \"%s\", name: \"老李\", phone: \"0474-1234567\"".formatted(TODAY.plusDays(20));
    private static final Map<String, Object> SCALES =
            Map.of(
                    "dailyActivities", 55,
                    "housework", 2,
                    "company", 3,
                    "spirits", 1,
                    "mobility", 2,
                    "dwelling", 0,
                    "skills", 0);

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired ServiceLapse lapse;

    @Autowired TestClock clock;

    private Charities charities;
    private Monitored city;
    private Reason matter;
    private String person;
    private JsonNode provider;

    @BeforeEach
    void somebodyIsKnown() {
        clock.set(Instant.now());
        charities = new Charities(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, TODAY);
        matter = hub.matter("MZ-COUNTY", CITIZEN);
        person = city.token("GA01", CITIZEN);
        provider = charities.approved("CHARITY-A");
    }

    @Test
    void goFromTheAssessmentToTheConfirmedServiceAndThenCloseThePerson() {
        JsonNode assessment = assessed();
        JsonNode contract = signed(10, "400.00");
        JsonNode order =
                done(
                        order(Map.of("assessment", id(assessment), "contract", id(contract))),
                        "orderService");
        assertThat(seen("CHARITY-A")).as("before consent").isEmpty();
        assertThat(code(input("MZ-COUNTY", "consentToService", CONSENT, order)))
                .as("who ordered it")
                .isEqualTo("OWN_ORDER");

        JsonNode one =
                done(input("CITIZEN", "consentToService", CONSENT, order), "consentToService");

        assertThat(seen("CHARITY-A").at("/0/recipient").toString())
                .isEqualTo(
                        "{\"name\":\"老李\",\"phone\":\"0474-1234567\",\"address\":null,\"task\":\"每周两次上门照护\"}");
        assertThat(seen("CHARITY-B")).as("another provider").isEmpty();
        assertThat(seen("MZ-COUNTY").at("/0/recipient").isNull())
                .as("what the person opened to the provider")
                .isTrue();
        one = charities.taken("CHARITY-A", "acceptServiceOrder", "", one);
        one = scheduled(one);
        assertThat(code(step("CHARITY-A", "deliverServiceOrder", one)))
                .isEqualTo("NOTHING_DELIVERED");
        assertThat(code(visit(one, 5))).as("more than was ordered").isEqualTo("ORDER_UNITS");
        one = done(visit(one, 2), "recordServiceVisit");
        one = done(visit(one, 1), "recordServiceVisit");
        one = charities.taken("CHARITY-A", "deliverServiceOrder", "", one);
        JsonNode confirmed =
                done(input("CITIZEN", "confirmService", ", evaluation: 4", one), "confirmService");

        assertThat(confirmed.at("/state").asString()).isEqualTo("CONFIRMED");
        assertThat(seen("CHARITY-A").at("/0/recipient").isNull()).isTrue();
        assertThat(contracts("MZ-COUNTY").at("/0/unitsTaken").asInt())
                .as("what was not delivered can be ordered again")
                .isEqualTo(3);
        assertThat(given())
                .isEqualTo(
                        "[{\"recordNo\":\"%1$s\",\"providerUscc\":\"%2$s\",\"form\":\"SERVICE\",\"serviceType\":\"DAILY_CARE\",\"units\":3,\"value\":\"120.00\",\"deliveredOn\":\"%3$s\",\"satisfaction\":4}]"
                                .formatted(id(order), PROVIDER, TODAY));
        assertThat(log())
                .contains("您本人同意由", "知悉您的姓名、联系电话，至")
                .contains("凭您的同意查看了您的姓名、联系电话。")
                .contains("办理了为您评估或安排服务的事项。");
    }

    @Test
    void suggestWhatWouldHelpAndTellThePersonOfEachLook() {
        assessed();
        long before = looks();

        JsonNode result =
                hub.ask(
                                "MZ-COUNTY",
                                "{ needAssessments { nodes { result { person assessor suggested"
                                        + " scales { dailyActivities } } } } }")
                        .at("/data/needAssessments/nodes/0/result");

        assertThat(result.at("/suggested").toString())
                .isEqualTo("[\"DAILY_CARE\",\"COMPANY\",\"REHABILITATION\",\"TRANSPORT\"]");
        assertThat(result.at("/assessor").asString()).isEqualTo("社工 012");
        assertThat(looks()).isEqualTo(before + 1);
        hub.ask("MZ-COUNTY", "{ needAssessments { nodes { id state } } }");
        assertThat(looks()).as("nobody named").isEqualTo(before + 1);
        assertThat(code(hub.ask("CHARITY-A", "{ needAssessments { nodes { id } } }")))
                .isEqualTo("NOT_FOR_CHARITIES");
    }

    @Test
    void orderNothingWithoutAnAssessmentOrACase() {
        assertThat(code(order(Map.of("volunteers", PROVIDER)))).isEqualTo("ORDER_REASON");
        assertThat(code(order(Map.of("assessment", "Nnothing", "volunteers", PROVIDER))))
                .isEqualTo("ASSESSMENT_NOT_FOUND");
        assertThat(
                        code(
                                order(
                                        Map.of(
                                                "basis",
                                                matter.basis(),
                                                "person",
                                                "Pnobody",
                                                "volunteers",
                                                PROVIDER))))
                .isEqualTo("SERVED_PERSON");
        JsonNode assessment = assessed();
        done(
                hub.ask(
                        "MZ-COUNTY",
                        "mutation ($id: ID!) { supersedeAssessment(step: {id: $id, version: 1,"
                                + " note: \"情况有变\"}) { id version state } }",
                        Map.of("id", id(assessment))),
                "supersedeAssessment");
        assertThat(code(order(Map.of("assessment", id(assessment), "volunteers", PROVIDER))))
                .as("superseded")
                .isEqualTo("ASSESSMENT_NOT_FOUND");
        done(ofCase(Map.of("volunteers", PROVIDER)), "orderService");
    }

    @Test
    void closeThePersonWhenTheConsentIsTakenBackOrItsLastDayIsOver() {
        JsonNode first = consented(done(ofCase(Map.of("volunteers", PROVIDER)), "orderService"));
        assertThat(own("LAPSED")).isEmpty();
        assertThat(own("CONSENTED").at("/0/recipient/name").asString()).isEqualTo("老李");
        done(input("CITIZEN", "revokeServiceConsent", "", first), "revokeServiceConsent");
        assertThat(own("REVOKED").at("/0/recipient").isNull()).as("taken back").isTrue();

        consented(done(ofCase(Map.of("volunteers", PROVIDER)), "orderService"));
        clock.advance(Duration.ofDays(20));
        lapse.lapse();
        assertThat(own("CONSENTED")).as("its last day").hasSize(1);
        clock.advance(Duration.ofDays(1));
        assertThat(own("CONSENTED").at("/0/recipient").isNull()).as("last day over").isTrue();
        lapse.lapse();
        assertThat(own("LAPSED")).hasSize(1);
    }

    private JsonNode own(String state) {
        return hub.ask(
                        "CHARITY-A",
                        "{ serviceOrders(state: %s) { nodes { id recipient { name } } } }"
                                .formatted(state))
                .at("/data/serviceOrders/nodes");
    }

    @Test
    void tellAProviderNoNoteButItsOwn() {
        JsonNode one = consented(done(ofCase(Map.of("volunteers", PROVIDER)), "orderService"));
        one = charities.taken("CHARITY-A", "acceptServiceOrder", ", note: \"周三上门\"", one);
        done(
                taking("MZ-COUNTY", "cancelServiceOrder", "step", ", note: \"住院了\"", one),
                "cancelServiceOrder");

        assertThat(notes("MZ-COUNTY")).contains("周三上门", "住院了");
        assertThat(notes("CITIZEN")).contains("周三上门", "住院了");
        assertThat(notes("CHARITY-A")).contains("周三上门").doesNotContain("住院了");
    }

    /** What was done is on record, however the order ends, and no more is charged. */
    @Test
    void keepOnRecordWhatWasDoneOfAnOrderThatEnds() {
        JsonNode contract = signed(10, "400.00");
        JsonNode revoked = begun(contract, 2);
        done(input("CITIZEN", "revokeServiceConsent", "", revoked), "revokeServiceConsent");
        assertThat(given())
                .isEqualTo(
                        "[{\"recordNo\":\"%s\",\"providerUscc\":\"%s\",\"form\":\"SERVICE\",\"serviceType\":\"DAILY_CARE\",\"units\":2,\"value\":\"80.00\",\"deliveredOn\":\"%s\",\"satisfaction\":null}]"
                                .formatted(id(revoked), PROVIDER, TODAY));

        JsonNode cancelled = begun(contract, 1);
        done(step("MZ-COUNTY", "cancelServiceOrder", cancelled), "cancelServiceOrder");
        JsonNode lapsed = begun(contract, 3);
        begun(contract, 0);
        clock.advance(Duration.ofDays(28));
        lapse.lapse();

        assertThat(own("LAPSED")).hasSize(2);
        assertThat(given())
                .as("with and without a visit")
                .contains(id(revoked), id(cancelled), id(lapsed));
        assertThat(given().split("recordNo")).hasSize(4);
        assertThat(contracts("MZ-COUNTY").at("/0/unitsTaken").asInt()).isEqualTo(6);
    }

    /** {@return an order that is planned, with one visit of so many units, or none} */
    private JsonNode begun(JsonNode contract, int units) {
        JsonNode one =
                consented(
                        done(ofCase(Map.of("contract", id(contract), "units", 3)), "orderService"));
        one = scheduled(charities.taken("CHARITY-A", "acceptServiceOrder", "", one));
        return units == 0 ? one : done(visit(one, units), "recordServiceVisit");
    }

    @Test
    void tellAVisitByTheLastDaySomeDaysAfterItAndNoneOutsideOfTheConsent() {
        JsonNode contract = signed(20, "800.00");
        JsonNode order = done(ofCase(Map.of("contract", id(contract))), "orderService");
        clock.advance(Duration.ofDays(5));
        JsonNode one = charities.taken("CHARITY-A", "acceptServiceOrder", "", consented(order));
        JsonNode waiting =
                consented(done(ofCase(Map.of("contract", id(contract))), "orderService"));
        assertThat(code(planned(one, 30))).as("after the consent").isEqualTo("ORDER_DAY");
        one = done(planned(one, 6), "scheduleService");
        assertThat(code(visited(one, 4))).as("before the consent").isEqualTo("ORDER_DAY");
        clock.advance(Duration.ofDays(18));
        assertThat(code(step("CHARITY-A", "acceptServiceOrder", waiting)))
                .as("nothing begins")
                .isEqualTo("SERVICE_CONSENT_OVER");
        lapse.lapse();
        assertThat(code(visited(one, 21))).as("after the consent").isEqualTo("ORDER_DAY");

        one = done(visited(one, 20), "recordServiceVisit");

        clock.advance(Duration.ofDays(5));
        assertThat(code(visited(one, 19))).isEqualTo("SERVICE_CONSENT_OVER");
    }

    private JsonNode planned(JsonNode order, int day) {
        return input(
                "CHARITY-A",
                "scheduleService",
                ", plannedOn: \"%s\"".formatted(TODAY.plusDays(day)),
                order);
    }

    private JsonNode visited(JsonNode order, int day) {
        return input(
                "CHARITY-A",
                "recordServiceVisit",
                ", day: \"%s\", units: 1, worker: \"W-7\"".formatted(TODAY.plusDays(day)),
                order);
    }

    @Test
    void areOrderedOnceOrWithAReason() {
        Map<String, Object> silent = new HashMap<>(Map.of("volunteers", PROVIDER));
        silent.put("note", null);
        done(ofCase(silent), "orderService");

        assertThat(code(ofCase(silent))).isEqualTo("SERVED_ALREADY");
        assertThat(seen("MZ-COUNTY")).as("nothing is begun").hasSize(1);
        JsonNode need = done(need(), "stateNeed");
        assertThat(
                        code(
                                hub.ask(
                                        "MZ-COUNTY",
                                        "mutation ($n: ID!, $o: ID!) { proposePairing(input: {need:"
                                                + " $n, offer: $o}) { id } }",
                                        Map.of(
                                                "n",
                                                id(need),
                                                "o",
                                                id(charities.offered("CHARITY-A", Map.of()))))))
                .isEqualTo("HELPED_ALREADY");
        done(ofCase(Map.of("volunteers", PROVIDER)), "orderService");
    }

    private JsonNode need() {
        return hub.ask(
                "MZ-COUNTY",
                "mutation ($input: HelpNeedInput!) { stateNeed(input: $input) { id } }",
                Map.of(
                        "input",
                        Map.of(
                                "basis",
                                String.valueOf(matter.basis()),
                                "person",
                                person,
                                "kind",
                                "DAILY_CARE",
                                "quantity",
                                2,
                                "urgency",
                                "SOON",
                                "hardship",
                                "OLD_AGE",
                                "until",
                                TODAY.plusDays(30).toString())));
    }

    /** 社会救助法 §62. */
    @Test
    void areAssessedAndOrderedByNobodyForTheirOwn() {
        JsonNode order = done(ofCase(Map.of("volunteers", PROVIDER)), "orderService");
        String basis = opened();
        JsonNode assessment = done(assess(basis), "assessNeed");
        Registry registry = new Registry(hub);
        registry.registered("mz-town", CITIZEN, "TOWN_OFFICER", "150924106000");
        assertThat(code(input("MZ-TOWN", "consentToService", CONSENT, order)))
                .isEqualTo("SERVICE_OF_RELATIVE");
        consented(order);

        done(
                registry.register(
                        "MZ-COUNTY-2", "mz-county", CITIZEN, "COUNTY_OFFICER", Registry.COUNTY),
                "registerWorker");

        assertThat(code(ofCase(Map.of("volunteers", PROVIDER)))).isEqualTo("SERVICE_OF_RELATIVE");
        assertThat(code(order(Map.of("assessment", id(assessment), "volunteers", PROVIDER))))
                .isEqualTo("SERVICE_OF_RELATIVE");
        assertThat(code(assess(basis))).isEqualTo("SERVICE_OF_RELATIVE");
        assertThat(
                        code(
                                hub.ask(
                                        "MZ-COUNTY",
                                        "mutation ($id: ID!) { supersedeAssessment(step: {id: $id,"
                                                + " version: 1, note: \"情况有变\"}) { id } }",
                                        Map.of("id", id(assessment)))))
                .isEqualTo("SERVICE_OF_RELATIVE");
    }

    @Test
    void areArrangedForNobodyWhoHasDied() {
        JsonNode order = done(ofCase(Map.of("volunteers", PROVIDER)), "orderService");
        city.contribute(
                "WJ01",
                List.of(
                        Map.of(
                                "recordNo",
                                "T-1",
                                "observedAt",
                                TODAY + "T00:00:00+08:00",
                                "idNumber",
                                CITIZEN,
                                "certNo",
                                "SW-9",
                                "diedOn",
                                TODAY.toString())));

        assertThat(code(input("MZ-TOWN", "consentToService", CONSENT, order)))
                .isEqualTo("SERVED_PERSON_DIED");
        assertThat(code(ofCase(Map.of("volunteers", PROVIDER)))).isEqualTo("SERVED_PERSON_DIED");

        lapse.lapse();

        assertThat(
                        hub.ask("MZ-COUNTY", "{ serviceOrders(state: LAPSED) { nodes { id } } }")
                                .at("/data/serviceOrders/nodes"))
                .hasSize(1);
    }

    /** What was ordered under a contract goes on when the contract is ended. */
    @Test
    void goOnWhereTheirContractWasEnded() {
        JsonNode contract = signed(10, "400.00");
        JsonNode order = done(ofCase(Map.of("contract", id(contract))), "orderService");
        done(
                hub.ask(
                        "MZ-COUNTY",
                        "mutation ($id: ID!, $v: Int!) { endServiceContract(step: {id: $id,"
                                + " version: $v, note: \"不再购买\"}) { id } }",
                        Map.of("id", id(contract), "v", contract.at("/version").asInt())),
                "endServiceContract");
        assertThat(code(ofCase(Map.of("contract", id(contract))))).isEqualTo("CONTRACT_NOT_OPEN");

        consented(order);
    }

    private String notes(String client) {
        return hub.ask(client, "{ serviceOrders { nodes { history { note } } } }")
                .at("/data/serviceOrders/nodes")
                .toString();
    }

    @Test
    void showASuspendedProviderNobodyFromTheNextRequestOn() {
        consented(done(ofCase(Map.of("volunteers", PROVIDER)), "orderService"));
        JsonNode waiting = done(ofCase(Map.of("volunteers", PROVIDER)), "orderService");
        assertThat(seen("CHARITY-A")).hasSize(1);

        charities.taken("MZ", "suspendCharity", ", note: \"核查\"", provider);

        assertThat(seen("CHARITY-A")).isEmpty();
        assertThat(code(input("CITIZEN", "consentToService", CONSENT, waiting)))
                .isEqualTo("PROVIDER_NOT_APPROVED");
        assertThat(services("CITIZEN", "")).isEmpty();
    }

    @Test
    void serveNobodyWhomAManagerOfTheProviderIs() {
        charities.approved("CHARITY-B", CITIZEN);

        assertThat(code(ofCase(Map.of("volunteers", "53150900MJ0000026K"))))
                .isEqualTo("PROVIDER_NOT_APPROVED");
    }

    @Test
    void areBoughtByTwoOfficersAndWithinTheirBudget() {
        assertThat(code(contract(11, "400.00"))).as("11 at 40.00").isEqualTo("CONTRACT_TERMS");
        JsonNode drawn = done(contract(10, "400.00"), "drawUpServiceContract");
        assertThat(contracts("CHARITY-A")).as("a draft").isEmpty();
        assertThat(code(ofCase(Map.of("contract", id(drawn)))))
                .as("not signed")
                .isEqualTo("CONTRACT_NOT_OPEN");
        assertThat(code(step("MZ-COUNTY", "signServiceContract", drawn))).isEqualTo("OWN_CONTRACT");
        done(step("MZ-COUNTY-2", "signServiceContract", drawn), "signServiceContract");
        assertThat(contracts("CHARITY-A")).hasSize(1);
        assertThat(contracts("CHARITY-B")).isEmpty();
        assertThat(services("CITIZEN", "(county: \"150924000000\")").toString())
                .isEqualTo(
                        "[{\"provider\":\"某慈善会\",\"kind\":\"DAILY_CARE\",\"bought\":true,\"vacant\":true}]");
        assertThat(services("CITIZEN", "(county: \"150981000000\")")).isEmpty();
        done(ofCase(Map.of("contract", id(drawn), "units", 10)), "orderService");
        assertThat(services("MZ-COUNTY", "").at("/0/vacant").asBoolean()).isFalse();
        assertThat(services("CHARITY-A", "").at("/0/vacant").asBoolean())
                .as("before anybody consented")
                .isTrue();
        assertThat(contracts("CHARITY-A").at("/0/unitsTaken").asInt()).isZero();
        assertThat(code(ofCase(Map.of("contract", id(drawn), "units", 1))))
                .isEqualTo("CONTRACT_SPENT");
    }

    @Test
    void neverOverspendAContractThatManyOrderFromAtOnce() throws Exception {
        JsonNode contract = signed(10, "400.00");
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            List<Callable<JsonNode>> orders =
                    IntStream.range(0, 16)
                            .mapToObj(
                                    _ ->
                                            (Callable<JsonNode>)
                                                    () ->
                                                            ofCase(
                                                                    Map.of(
                                                                            "contract",
                                                                            id(contract),
                                                                            "units",
                                                                            3)))
                            .toList();
            long taken = 0;
            for (Future<JsonNode> answer : many.invokeAll(orders)) {
                taken += answer.get().has("errors") ? 0 : 1;
            }
            assertThat(taken).isEqualTo(3);
        }
        assertThat(contracts("MZ-COUNTY").at("/0/unitsTaken").asInt()).isEqualTo(9);
    }

    @Test
    void areOrderedByTheLeadingDepartmentInItsOwnRegionAlone() {
        JsonNode order = done(ofCase(Map.of("volunteers", PROVIDER)), "orderService");

        assertThat(code(hub.ask("YB-COUNTY", "{ serviceOrders { nodes { id } } }"))).isEmpty();
        assertThat(seen("YB-COUNTY")).as("another department").isEmpty();
        assertThat(
                        hub.ask("YB-COUNTY", "{ node(id: \"%s\") { id } }".formatted(id(order)))
                                .at("/data/node")
                                .isNull())
                .isTrue();
        assertThat(
                        code(
                                orderBy(
                                        "YB-COUNTY",
                                        Map.of(
                                                "basis", hub.matter("YB-COUNTY", CITIZEN).basis(),
                                                "person", person,
                                                "volunteers", PROVIDER))))
                .isEqualTo("SERVICE_LEAD");
        assertThat(code(step("CHARITY-B", "acceptServiceOrder", order)))
                .isEqualTo("ORDER_NOT_FOUND");
        assertThat(code(step("CHARITY-A", "acceptServiceOrder", order)))
                .as("before consent")
                .isEqualTo("ORDER_NOT_FOUND");
    }

    private JsonNode assessed() {
        return done(assess(opened()), "assessNeed");
    }

    /** {@return a basis to assess on} */
    private String opened() {
        return id(
                done(
                        hub.ask(
                                "MZ-COUNTY",
                                "mutation ($n: IdNumber!) { openBasis(input: {kind: CASE, purpose:"
                                        + " E, persons: [{idNumber: $n, consentNo: \"SQ-1\"}],"
                                        + " reference: \"PG-1\"}) { id } }",
                                Map.of("n", CITIZEN)),
                        "openBasis"));
    }

    private JsonNode assess(String basis) {
        return hub.ask(
                "MZ-COUNTY",
                "mutation ($input: NeedAssessmentInput!) { assessNeed(input: $input) { id version }"
                        + " }",
                Map.of(
                        "input",
                        Map.of(
                                "basis",
                                basis,
                                "person",
                                person,
                                "assessor",
                                "社工 012",
                                "scales",
                                SCALES)));
    }

    private JsonNode contract(int units, String budget) {
        return hub.ask(
                "MZ-COUNTY",
                "mutation ($input: ServiceContractInput!) { drawUpServiceContract(input: $input) {"
                        + " id version } }",
                Map.of(
                        "input",
                        Map.of(
                                "organisation",
                                PROVIDER,
                                "kind",
                                "DAILY_CARE",
                                "unitPrice",
                                "40.00",
                                "units",
                                units,
                                "budget",
                                budget,
                                "startsOn",
                                TODAY.toString(),
                                "endsOn",
                                TODAY.plusDays(300).toString())));
    }

    private JsonNode signed(int units, String budget) {
        JsonNode drawn = done(contract(units, budget), "drawUpServiceContract");
        return done(step("MZ-COUNTY-2", "signServiceContract", drawn), "signServiceContract");
    }

    private JsonNode ofCase(Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("basis", matter.basis());
        input.put("person", person);
        return order(input);
    }

    private JsonNode order(Map<String, Object> more) {
        return orderBy("MZ-COUNTY", more);
    }

    private JsonNode orderBy(String client, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>();
        input.put("kind", "DAILY_CARE");
        input.put("units", 4);
        input.put("task", "每周两次上门照护");
        input.put("until", TODAY.plusDays(60).toString());
        input.put("note", "还有别的需要");
        input.putAll(more);
        return hub.ask(
                client,
                "mutation ($input: ServiceOrderInput!) { orderService(input: $input) { id version"
                        + " state } }",
                Map.of("input", input));
    }

    private JsonNode consented(JsonNode order) {
        return done(input("CITIZEN", "consentToService", CONSENT, order), "consentToService");
    }

    private JsonNode scheduled(JsonNode order) {
        return done(
                input(
                        "CHARITY-A",
                        "scheduleService",
                        ", plannedOn: \"%s\"".formatted(TODAY),
                        order),
                "scheduleService");
    }

    private JsonNode visit(JsonNode order, int units) {
        return input(
                "CHARITY-A",
                "recordServiceVisit",
                ", day: \"%s\", units: %d, worker: \"W-7\", volunteerHours: 2"
                        .formatted(TODAY, units),
                order);
    }

    private JsonNode input(String client, String mutation, String more, JsonNode one) {
        return taking(client, mutation, "input", more, one);
    }

    private JsonNode step(String client, String mutation, JsonNode one) {
        return taking(client, mutation, "step", "", one);
    }

    private JsonNode taking(
            String client, String mutation, String argument, String more, JsonNode one) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { %s(%s: {id: $id, version: $version%s}) { id version state } }"
                        .formatted(mutation, argument, more),
                Map.of("id", id(one), "version", one.at("/version").asInt()));
    }

    private JsonNode seen(String client) {
        return hub.ask(
                        client,
                        "{ serviceOrders { nodes { id state recipient { name phone address task } }"
                                + " } }")
                .at("/data/serviceOrders/nodes");
    }

    private JsonNode contracts(String client) {
        return hub.ask(client, "{ serviceContracts { nodes { id unitsTaken } } }")
                .at("/data/serviceContracts/nodes");
    }

    private JsonNode services(String client, String which) {
        return hub.ask(client, "{ services%s { provider kind bought vacant } }".formatted(which))
                .at("/data/services");
    }

    /** {@return the records of help that the leading department reads of the person} */
    private String given() {
        return hub.ask(
                        "MZ",
                        hub.matter("MZ", CITIZEN),
                        "{ records(category: MZ14) { nodes { recordNo ... on CharityHelp {"
                                + " providerUscc form serviceType units value deliveredOn"
                                + " satisfaction } } } }",
                        Map.of())
                .at("/data/records/nodes")
                .toString();
    }

    private String log() {
        return accessLog("nodes { sentence }").toString();
    }

    private long looks() {
        return accessLog("totalCount").at("/data/accessLog/totalCount").asLong();
    }

    private JsonNode accessLog(String what) {
        return hub.ask(
                "CITIZEN",
                new Reason("H", null),
                "{ accessLog(first: 50) { %s } }".formatted(what),
                Map.of());
    }

    private static String id(JsonNode one) {
        return one.at("/id").asString();
    }
}
