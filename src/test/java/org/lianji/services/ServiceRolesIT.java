package org.lianji.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.charity.Charities.code;
import static org.lianji.charity.Charities.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.Charities;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
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
import java.util.UUID;

/**
 * Who assesses and serves for pay: a provider sees the orders of its contracts, a social worker
 * whom they are sent to assess, and both nobody else.
 */
@HubTest
@Import(MovingClock.class)
class ServiceRolesIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String MANAGER = "152624198207311100";
    private static final String HERE = "150924106001";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String PROVIDER = "91150924MA0000015R";
    private static final String CONSENT =
            ", until: \"%s\", name: \"老李\", address: \"东梁社区3号\"".formatted(TODAY.plusDays(20));
    private static final String SCALES =
            "{dailyActivities: 55, housework: 2, company: 3, spirits: 1, mobility: 2, dwelling: 0,"
                    + " skills: 0}";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired ServiceLapse lapse;

    @Autowired TestClock clock;

    private Charities charities;
    private Reason matter;
    private String person;

    @BeforeEach
    void somebodyIsKnown() {
        clock.set(Instant.now());
        charities = new Charities(hub);
        Monitored city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, TODAY);
        matter = hub.matter("MZ-COUNTY", CITIZEN);
        person = city.token("GA01", CITIZEN);
    }

    private JsonNode registered(String... managers) {
        return done(
                hub.ask(
                        "provider-a",
                        "mutation ($m: [IdNumber!]!) { registerProvider(input: {name: \"安康养老\","
                                + " certificate: \"工商0001\", managers: $m}) { id version state kind"
                                + " fundraising } }",
                        Map.of("m", managers.length == 0 ? List.of(MANAGER) : List.of(managers))),
                "registerProvider");
    }

    private JsonNode approved() {
        return charities.taken("MZ", "approveCharity", "", registered());
    }

    private JsonNode drawn(String organisation) {
        return hub.ask(
                "MZ-COUNTY",
                "mutation ($input: ServiceContractInput!) { drawUpServiceContract(input: $input) {"
                        + " id version } }",
                Map.of(
                        "input",
                        Map.of(
                                "organisation",
                                organisation,
                                "kind",
                                "DAILY_CARE",
                                "unitPrice",
                                "40.00",
                                "units",
                                100,
                                "budget",
                                "4000.00",
                                "startsOn",
                                TODAY.toString(),
                                "endsOn",
                                TODAY.plusDays(300).toString())));
    }

    private JsonNode signed(String organisation) {
        return done(
                taking(
                        "MZ-COUNTY-2",
                        "signServiceContract",
                        "step",
                        "",
                        done(drawn(organisation), "drawUpServiceContract")),
                "signServiceContract");
    }

    private JsonNode order(Map<String, Object> by) {
        Map<String, Object> input = new HashMap<>(by);
        input.put("basis", matter.basis());
        input.put("person", person);
        input.put("kind", "DAILY_CARE");
        input.put("units", 4);
        input.put("note", "还有别的需要");
        input.put("task", "每周两次上门照护");
        input.put("until", TODAY.plusDays(60).toString());
        return hub.ask(
                "MZ-COUNTY",
                "mutation ($input: ServiceOrderInput!) { orderService(input: $input) { id version"
                        + " state } }",
                Map.of("input", input));
    }

    private JsonNode consented(Map<String, Object> by) {
        return done(
                taking(
                        "CITIZEN",
                        "consentToService",
                        "input",
                        CONSENT,
                        done(order(by), "orderService")),
                "consentToService");
    }

    private JsonNode taking(
            String client, String mutation, String argument, String more, JsonNode one) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { %s(%s: {id: $id, version: $version%s}) { id version state } }"
                        .formatted(mutation, argument, more),
                Map.of("id", id(one), "version", one.at("/version").asInt()));
    }

    private JsonNode orders(String client) {
        return hub.ask(
                        client,
                        "{ serviceOrders { nodes { id state recipient { name phone address task } }"
                                + " } }")
                .at("/data/serviceOrders/nodes");
    }

    private static String id(JsonNode one) {
        return one.at("/id").asString();
    }

    @Test
    void aProviderIsBoughtOfOnceItIsApproved() {
        JsonNode one = registered();
        assertThat(one.at("/kind").asString()).isEqualTo("PROVIDER");
        assertThat(code(drawn(PROVIDER))).isEqualTo("PROVIDER_NOT_APPROVED");

        charities.taken("MZ", "approveCharity", "", one);

        signed(PROVIDER);
        assertThat(
                        hub.ask("provider-a", "{ serviceContracts { nodes { units unitsTaken } } }")
                                .at("/data/serviceContracts/nodes/0/unitsTaken")
                                .asInt())
                .isZero();
        assertThat(code(order(Map.of("volunteers", PROVIDER))))
                .as("it has no volunteers")
                .isEqualTo("PROVIDER_NOT_APPROVED");
    }

    @Test
    void aProviderCarriesOutTheOrdersOfItsContractsAndSeesNoOthers() {
        approved();
        charities.approved("CHARITY-A");
        JsonNode one = consented(Map.of("contract", id(signed(PROVIDER))));
        JsonNode others = consented(Map.of("contract", id(signed("53150900MJ0000018Q"))));
        consented(Map.of("volunteers", "53150900MJ0000018Q"));

        assertThat(orders("provider-a")).hasSize(1);
        assertThat(orders("provider-a").at("/0/recipient").toString())
                .isEqualTo(
                        "{\"name\":\"老李\",\"phone\":null,\"address\":\"东梁社区3号\",\"task\":\"每周两次上门照护\"}");
        assertThat(code(taking("provider-a", "acceptServiceOrder", "step", "", others)))
                .isEqualTo("ORDER_NOT_FOUND");
        assertThat(
                        hub.ask("provider-a", "{ node(id: \"%s\") { id } }".formatted(id(others)))
                                .at("/data/node")
                                .isNull())
                .isTrue();
        one =
                done(
                        taking("provider-a", "acceptServiceOrder", "step", "", one),
                        "acceptServiceOrder");
        one =
                done(
                        taking(
                                "provider-a",
                                "scheduleService",
                                "input",
                                ", plannedOn: \"%s\"".formatted(TODAY),
                                one),
                        "scheduleService");
        one =
                done(
                        taking(
                                "provider-a",
                                "recordServiceVisit",
                                "input",
                                ", day: \"%s\", units: 3, worker: \"W-1\"".formatted(TODAY),
                                one),
                        "recordServiceVisit");
        one =
                done(
                        taking("provider-a", "deliverServiceOrder", "step", "", one),
                        "deliverServiceOrder");
        done(
                taking("CITIZEN", "confirmService", "input", ", evaluation: 5", one),
                "confirmService");

        assertThat(orders("provider-a").at("/0/recipient").isNull()).as("it is over").isTrue();
        assertThat(
                        hub.ask(
                                        "CITIZEN",
                                        new Reason("H", null),
                                        "{ accessLog(first: 50) { nodes { sentence } } }",
                                        Map.of())
                                .toString())
                .contains("凭您的同意查看了您的姓名、地址。");
    }

    @Test
    void aProviderOfVolunteersSeesNothingAsAProvider() {
        approved();
        charities.approved("CHARITY-A");
        consented(Map.of("volunteers", "53150900MJ0000018Q"));

        assertThat(orders("CHARITY-A")).hasSize(1);
        assertThat(orders("provider-a")).isEmpty();
    }

    @Test
    void aProviderThatIsSuspendedSeesNobodyFromTheNextRequestOn() {
        JsonNode provider = approved();
        JsonNode one = consented(Map.of("contract", id(signed(PROVIDER))));
        assertThat(orders("provider-a")).hasSize(1);

        charities.taken("MZ", "suspendCharity", ", note: \"核查\"", provider);

        assertThat(orders("provider-a")).isEmpty();
        assertThat(code(taking("provider-a", "acceptServiceOrder", "step", "", one)))
                .isEqualTo("ORDER_NOT_FOUND");
    }

    @Test
    void aProviderServesNoRelativeOfItsManagers() {
        charities.taken("MZ", "approveCharity", "", registered(CITIZEN));

        assertThat(code(order(Map.of("contract", id(signed(PROVIDER))))))
                .isEqualTo("PROVIDER_NOT_APPROVED");
    }

    @Test
    void whatAProviderSaysOfItselfACharitysClientDoesNotSayAnew() {
        JsonNode refused = charities.taken("MZ", "refuseCharity", ", note: \"证照不清\"", registered());
        assertThat(code(renewed("CHARITY-A", refused))).isEqualTo("ORGANISATION_NOT_FOUND");
        done(renewed("provider-a", refused), "renewCharity");
        assertThat(
                        hub.ask(
                                        "provider-a",
                                        "{ charityOrganisations { nodes { certificate fundraising }"
                                                + " } }")
                                .at("/data/charityOrganisations/nodes/0")
                                .toString())
                .isEqualTo("{\"certificate\":\"工商0002\",\"fundraising\":null}");
    }

    private JsonNode renewed(String client, JsonNode one) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $v: Int!, $m: [IdNumber!]!) { renewCharity(input: {id: $id,"
                        + " version: $v, name: \"安康养老\", certificate: \"工商0002\", fundraising:"
                        + " \"慕0001\", managers: $m}) { state } }",
                Map.of("id", id(one), "v", one.at("/version").asInt(), "m", List.of(MANAGER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ needAssessments { nodes { id } } }",
                "{ services { provider } }",
                "{ helpOffers { nodes { id } } }",
                "{ publishedNeeds { nodes { kind } } }",
                "{ person(idNumber: \"152627195801035714\") { id } }",
                "{ records(category: MZ13) { nodes { recordNo } } }",
                "{ agreements { nodes { id } } }",
                "mutation { offerHelp(input: {}) { id } }"
            })
    void aProviderKnowsNothingElseOfTheHub(String document) {
        assertThat(code(hub.ask("provider-a", document))).isEqualTo("INVALID_DOCUMENT");
    }

    private String basis() {
        return id(
                done(
                        hub.ask(
                                "MZ-COUNTY",
                                ("mutation ($n: IdNumber!) { openBasis(input: {kind: CASE, purpose:"
                                     + " E, reference: \"%s\", persons: [{idNumber: $n, consentNo:"
                                     + " \"SQ-1\"}]}) { id } }")
                                        .formatted(UUID.randomUUID()),
                                Map.of("n", CITIZEN)),
                        "openBasis"));
    }

    private JsonNode assign(String client, String basis, String worker, String more) {
        return hub.ask(
                client,
                "mutation ($b: ID!, $p: ID!, $w: String!) { assignAssessment(input: {basis: $b,"
                        + " person: $p, worker: $w%s}) { id version state errand { worker basis } } }"
                                .formatted(more),
                Map.of("b", basis, "p", person, "w", worker));
    }

    private JsonNode sent() {
        return done(assign("MZ-COUNTY", basis(), "mz-social", ""), "assignAssessment");
    }

    private JsonNode report(String client, JsonNode one) {
        return taking(
                client,
                "reportAssessment",
                "input",
                ", assessor: \"社工 012\", scales: " + SCALES,
                one);
    }

    private JsonNode read(String client, String basis) {
        return hub.ask(
                client,
                new Reason("E", basis),
                "query ($p: ID!) { node(id: $p) { ... on Person { name records(categories: [GA01,"
                        + " MZ01]) { nodes { category } } } } }",
                Map.of("p", person));
    }

    private JsonNode assessments(String client) {
        return hub.ask(
                        client,
                        "{ needAssessments { nodes { id state errand { basis person } result {"
                                + " suggested } } } }")
                .at("/data/needAssessments/nodes");
    }

    @Test
    void aSocialWorkerReadsWhomTheyAreSentToAssessUntilTheyHave() {
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "E",
                        "S4",
                        List.of(),
                        List.of("GA01.hukouNo", "GA01.relationToHead", "GA01.name", "GA01.sex"));
        JsonNode one = sent();
        String errand = one.at("/errand/basis").asString();
        assertThat(assessments("mz-social").at("/0/errand/person").asString()).isEqualTo(person);
        assertThat(assessments("mz-social").at("/0/result").isNull()).isTrue();

        JsonNode seen = read("mz-social", errand);

        assertThat(seen.at("/data/node/name").asString()).isNotEmpty();
        assertThat(seen.at("/data/node/records/nodes").toString())
                .isEqualTo("[{\"category\":\"GA01\"}]");
        assertThat(code(read("mz-assistant", errand))).isEqualTo("ERRAND_NOT_IN_FORCE");
        assertThat(code(read("mz-social", matter.basis()))).isEqualTo("ERRAND_NOT_IN_FORCE");

        done(report("mz-social", one), "reportAssessment");

        assertThat(code(read("mz-social", errand)))
                .as("it is done")
                .isEqualTo("ERRAND_NOT_IN_FORCE");
        assertThat(assessments("MZ-COUNTY").at("/0/result/suggested").toString())
                .isEqualTo("[\"DAILY_CARE\",\"COMPANY\",\"REHABILITATION\",\"TRANSPORT\"]");
        assertThat(assessments("CITIZEN").at("/0/state").asString()).isEqualTo("ASSESSED");
        charities.approved("CHARITY-A");
        Map<String, Object> input = new HashMap<>();
        input.put("assessment", id(one));
        input.put("volunteers", "53150900MJ0000018Q");
        input.put("kind", "DAILY_CARE");
        input.put("units", 1);
        input.put("task", "照护");
        input.put("until", TODAY.plusDays(60).toString());
        done(
                hub.ask(
                        "MZ-COUNTY",
                        "mutation ($input: ServiceOrderInput!) { orderService(input: $input) { id }"
                                + " }",
                        Map.of("input", input)),
                "orderService");
    }

    @Test
    void aSocialWorkerWhoIsNotSentSeesAndAssessesNobody() {
        JsonNode one = done(assign("MZ-COUNTY", basis(), "mz-other", ""), "assignAssessment");

        assertThat(assessments("mz-social")).isEmpty();
        assertThat(code(report("mz-social", one))).isEqualTo("ASSESSMENT_NOT_FOUND");
        assertThat(code(report("MZ-COUNTY", one))).isEqualTo("NOT_ALLOWED");
        assertThat(code(assign("MZ-COUNTY", basis(), "mz-county", "")))
                .isEqualTo("ASSESSMENT_ERRAND");
        assertThat(
                        code(
                                assign(
                                        "MZ-COUNTY",
                                        basis(),
                                        "mz-social",
                                        ", until: \"%s\"".formatted(TODAY.plusDays(31)))))
                .isEqualTo("ASSESSMENT_ERRAND");
        assertThat(code(assign("YB-COUNTY", matter.basis(), "mz-social", "")))
                .isEqualTo("SERVICE_LEAD");
        assertThat(code(assign("MZ-COUNTY", matter.basis(), "mz-social", "")))
                .as("a basis without purpose E")
                .isEqualTo("SERVED_PERSON");
    }

    @Test
    void aSocialWorkerWhoIsTakenBackOrLateReadsNothingMore() {
        JsonNode first = sent();
        done(taking("MZ-COUNTY", "withdrawAssessment", "step", "", first), "withdrawAssessment");
        assertThat(code(read("mz-social", first.at("/errand/basis").asString())))
                .isEqualTo("ERRAND_NOT_IN_FORCE");
        assertThat(assessments("mz-social")).isEmpty();

        JsonNode second = sent();
        clock.advance(Duration.ofDays(15));
        assertThat(code(read("mz-social", second.at("/errand/basis").asString())))
                .isEqualTo("ERRAND_NOT_IN_FORCE");
        assertThat(code(report("mz-social", second))).isEqualTo("ASSESSMENT_NOT_FOUND");
        lapse.lapse();
        assertThat(assessments("MZ-COUNTY").findValuesAsString("state"))
                .containsExactlyInAnyOrder("WITHDRAWN", "LAPSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ serviceOrders { nodes { id } } }",
                "{ warnings { nodes { id } } }",
                "{ cases { nodes { id } } }",
                "mutation { openBasis(input: {kind: CASE, purpose: E, reference: \"1\"}) { id } }",
                "mutation { assessNeed(input: {}) { id } }"
            })
    void aSocialWorkerKnowsNothingElseOfTheHub(String document) {
        assertThat(code(hub.ask("mz-social", document))).isEqualTo("INVALID_DOCUMENT");
    }
}
