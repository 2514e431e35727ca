package org.lianji.informing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People hear which policies are for them, and say how content they are; nobody else learns it. */
@HubTest
@Import(MovingClock.class)
class InformingIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String STRANGER = "110101199003078670";
    private static final String VILLAGE = "150924106001";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired Neo4jClient graph;
    @Autowired VillagePolicies village;

    private Monitored city;

    @BeforeEach
    void thursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, VILLAGE, LocalDate.parse("2026-11-01"));
        city.contribute(
                "MZ13",
                List.of(
                        policy("ZC-1", "DIBAO", "150900000000", "2026-01-01"),
                        policy("ZC-2", "OLD_AGE", "150924000000", "2026-01-01"),
                        policy("ZC-3", "MEDICAL", "150900000000", "2026-01-01"),
                        policy("ZC-4", "TEMPORARY", "150923000000", "2026-01-01"),
                        policy("ZC-5", "TEMPORARY", "150900000000", "2026-12-01")));
    }

    private static Map<String, Object> policy(String no, String type, String region, String from) {
        return Map.of(
                "recordNo", no,
                "observedAt", "2026-11-01T00:00:00+08:00",
                "policyNo", no,
                "title", "政策" + no,
                "assistanceType", type,
                "region", region,
                "materials", List.of("身份证"),
                "effectiveFrom", from);
    }

    private void inReceipt() {
        city.contribute(
                "MZ09",
                List.of(
                        Map.of(
                                "recordNo", "1",
                                "observedAt", "2026-11-02T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "kind", "ADVANCED_AGE",
                                "amount", "100.00",
                                "startMonth", "2026-01",
                                "status", "PAYING")));
    }

    private JsonNode asked(String client, Reason reason, String person) {
        return hub.ask(
                client,
                reason,
                "query ($p: ID) { policies(region: \"%s\", person: $p) { policyNo why materials } }"
                        .formatted(VILLAGE),
                person.isEmpty() ? Map.of() : Map.of("p", person));
    }

    private static String numbers(JsonNode answer) {
        List<String> numbers = new ArrayList<>();
        answer.at("/data/policies").forEach(one -> numbers.add(one.at("/policyNo").asString()));
        return String.join(" ", numbers);
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    @Test
    void tellsACitizenWhatIsForThemAndWhy() {
        assertThat(numbers(asked("AUDITOR", Reason.NONE, ""))).isEqualTo("ZC-1 ZC-3 ZC-2");
        assertThat(numbers(asked("CITIZEN", Reason.NONE, ""))).isEqualTo("ZC-1");

        inReceipt();

        JsonNode told = asked("CITIZEN", Reason.NONE, "");
        assertThat(numbers(told)).as("what they are recognised for first").isEqualTo("ZC-2 ZC-1");
        assertThat(told.at("/data/policies/0/why/0").asString()).isEqualTo("OLD_AGE_SUBSIDY");
        assertThat(told.at("/data/policies/0/materials/0").asString()).isEqualTo("身份证");
        assertThat(told.at("/data/policies/1/why")).isEmpty();
    }

    @Test
    void tellsOfAPersonOnABasisAloneAndWritesItDown() {
        inReceipt();
        String person = city.token("GA01", CITIZEN);
        Reason basis = hub.matter("MZ-TOWN", CITIZEN);
        assertThat(numbers(asked("MZ-TOWN", basis, person))).isEqualTo("ZC-2 ZC-1");
        assertThat(log()).contains("READ");

        for (JsonNode refused :
                List.of(
                        asked("MZ-TOWN", Reason.NONE, person),
                        asked("MZ-TOWN", hub.matter("MZ-TOWN", STRANGER), person),
                        asked("MZ-TOWN", new Reason("C", basis.basis()), person),
                        asked("MZ-TOWN", basis, "Pnone"),
                        asked("YB-TOWN", hub.matter("YB-TOWN", CITIZEN), person),
                        asked("CITIZEN", Reason.NONE, person))) {
            assertThat(code(refused)).isEqualTo("POLICY_PERSON");
        }
    }

    private JsonNode tell(Reason reason, String person, Map<String, ?> other) {
        Map<String, Object> input = new HashMap<>();
        input.put("person", person);
        input.put("region", VILLAGE);
        input.put("policies", List.of("ZC-1", "ZC-2"));
        input.put("attestation", "SIGNATURE");
        input.putAll(other);
        return hub.ask(
                "MZ-TOWN",
                reason,
                "mutation ($input: PolicyNoticeInput!) { tellPolicies(input: $input) { policies"
                        + " } }",
                Map.of("input", input));
    }

    @Test
    void knowsWhoWasToldAndWhereNobodyWas() {
        String person = city.token("GA01", CITIZEN);
        Reason basis = hub.matter("MZ-TOWN", CITIZEN);
        assertThat(code(tell(Reason.NONE, person, Map.of()))).isEqualTo("POLICY_PERSON");
        assertThat(code(tell(basis, person, Map.of("policies", List.of("ZC-4")))))
                .isEqualTo("POLICY_UNKNOWN");
        assertThat(code(tell(basis, person, Map.of("attestation", "WITNESS"))))
                .isEqualTo("POLICY_WITNESS");
        assertThat(code(tell(basis, person, Map.of("witness", "李")))).isEqualTo("POLICY_WITNESS");

        JsonNode told = tell(basis, person, Map.of());
        clock.advance(Duration.ofMinutes(1));
        tell(basis, person, Map.of("attestation", "WITNESS", "witness", "村干部王某"));

        assertThat(told.at("/data/tellPolicies/policies")).hasSize(2);
        assertThat(log()).contains("WRITE");
        JsonNode own = noticesOf("CITIZEN", Reason.NONE, Map.of()).at("/data/policyNotices");
        assertThat(own).hasSize(2);
        assertThat(own.at("/0").toString())
                .isEqualTo(
                        "{\"policies\":[\"ZC-1\",\"ZC-2\"],\"department\":\"MZ\",\"client\":null,"
                                + "\"attestation\":\"WITNESS\",\"witness\":\"村干部王某\"}");
        assertThat(
                        noticesOf("MZ-TOWN", basis, Map.of("p", person))
                                .at("/data/policyNotices/1")
                                .toString())
                .isEqualTo(
                        "{\"policies\":[\"ZC-1\",\"ZC-2\"],\"department\":\"MZ\",\"client\":\"mz-town\","
                            + "\"attestation\":\"SIGNATURE\",\"witness\":null}");
        assertThat(log()).as("an officer's look").contains("READ");
        for (JsonNode refused :
                List.of(
                        noticesOf("MZ-TOWN", Reason.NONE, Map.of("p", person)),
                        noticesOf("MZ-TOWN", basis, Map.of()),
                        noticesOf("YB-TOWN", basis, Map.of("p", person)),
                        noticesOf("CITIZEN", Reason.NONE, Map.of("p", person)))) {
            assertThat(code(refused)).isEqualTo("POLICY_PERSON");
        }
        assertThat(coverage("MZ-COUNTY", VILLAGE, false))
                .isEqualTo(
                        "[{\"village\":\"150924106001\",\"policyNo\":\"ZC-1\",\"told\":1},"
                            + "{\"village\":\"150924106001\",\"policyNo\":\"ZC-2\",\"told\":1}]");
        assertThat(coverage("MZ-TOWN", VILLAGE, true))
                .contains("{\"village\":\"150924106001\",\"policyNo\":\"ZC-3\",\"told\":0}");
        assertThat(coverage("YB-TOWN", VILLAGE, false)).isEmpty();
        assertThat(coverage("MZ-TOWN", "150924107001", false)).isEmpty();
    }

    private JsonNode noticesOf(String client, Reason reason, Map<String, Object> person) {
        return hub.ask(
                client,
                reason,
                "query ($p: ID) { policyNotices(person: $p) { policies department client"
                        + " attestation witness } }",
                person);
    }

    private String coverage(String client, String region, boolean untold) {
        return hub.ask(
                        client,
                        "{ policyCoverage(region: \"%s\", untold: %s) { village policyNo told } }"
                                .formatted(region, untold))
                .at("/data/policyCoverage")
                .toString()
                .replace("null", "");
    }

    private List<String> log() {
        return hub.ask("CITIZEN", "{ accessLog { nodes { kind } } }")
                .at("/data/accessLog/nodes")
                .valueStream()
                .map(one -> one.at("/kind").asString())
                .toList();
    }

    private String helped(String idNumber, String cause, boolean given) {
        JsonNode opened =
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($n: IdNumber!) { openRelief(input: {region: \"%s\", cause: %s, foundAt: \"2026-11-26T09:30:00+08:00\", idNumber: $n, secondWorker: \"mz-county\"}) { id } }"
                                .formatted(VILLAGE, cause),
                        Map.of("n", idNumber));
        String id = opened.at("/data/openRelief/id").asString();
        if (given) {
            JsonNode help =
                    hub.ask(
                            "MZ-COUNTY",
                            "mutation ($id: ID!) { giveRelief(input: {id: $id, version: 1, goods:"
                                    + " \"棉被\"}) { id } }",
                            Map.of("id", id));
            assertThat(help.has("errors")).as(help.toString()).isFalse();
        }
        return id;
    }

    private JsonNode rate(String client, String matter, int score) {
        return hub.ask(
                client,
                "mutation ($m: ID!, $s: Int!) { rateHelp(input: {matter: $m, score: $s, word:"
                        + " \"来得很快\"}) { score } }",
                Map.of("m", matter, "s", score));
    }

    @Test
    void asksOnceAHelpAndTellsInTensAlone() {
        hub.ask(
                "MZ-COUNTY",
                "mutation { openPettyFund(input: {region: \"150924106000\", amount: \"900.00\"}) {"
                        + " balance } }");
        String first = helped(CITIZEN, "ACCIDENT", true);
        assertThat(code(rate("CITIZEN", first, 6))).isEqualTo("SCORE");
        assertThat(code(rate("MZ-TOWN", first, 5))).as("who helped").isEqualTo("HELP_NOT_RATED");
        assertThat(code(rate("CITIZEN", helped(CITIZEN, "OTHER", false), 5)))
                .as("not given yet")
                .isEqualTo("HELP_NOT_RATED");
        assertThat(code(rate("CITIZEN", helped(STRANGER, "OTHER", true), 5)))
                .as("another's")
                .isEqualTo("HELP_NOT_RATED");
        assertThat(rate("YB-COUNTY", first, 5).has("errors")).isTrue();
        assertThat(rate("MZ-COUNTY-2", first, 1).has("errors")).isFalse();
        assertThat(code(rate("MZ-COUNTY-2", first, 2))).as("once").isEqualTo("HELP_NOT_RATED");
        assertThat(rate("CITIZEN", first, 5).has("errors"))
                .as("their own word goes before it")
                .isFalse();
        assertThat(code(rate("CITIZEN", first, 1))).as("once").isEqualTo("HELP_NOT_RATED");
        assertThat(code(rate("MZ-COUNTY-2", first, 1))).as("and stays").isEqualTo("HELP_NOT_RATED");
        assertThat(figures()).isEqualTo("[]");

        List<String> causes =
                List.of(
                        "DISASTER",
                        "MISFORTUNE",
                        "ILLNESS",
                        "UNEMPLOYMENT",
                        "EDUCATION",
                        "DISABILITY",
                        "OTHER");
        causes.forEach(cause -> rate("CITIZEN", helped(CITIZEN, cause, true), 4));
        rate("CITIZEN", helpedAgain("ILLNESS"), 4);
        assertThat(figures()).as("nine").isEqualTo("[]");

        rate("CITIZEN", helpedAgain("DISASTER"), 4);

        assertThat(figures()).isEqualTo("[{\"help\":\"FIRST_HELP\",\"count\":10,\"average\":4.1}]");
    }

    /** What an officer has written down for them is theirs to say, still. */
    @Test
    void listsWhatACitizenHasHadAndNotRatedThemself() {
        hub.ask(
                "MZ-COUNTY",
                "mutation { openPettyFund(input: {region: \"150924106000\", amount: \"900.00\"}) {"
                        + " balance } }");
        assertThat(unrated()).isEqualTo("[]");
        String first = helped(CITIZEN, "ACCIDENT", true);
        helped(CITIZEN, "OTHER", false);
        helped(STRANGER, "OTHER", true);
        String waits =
                "[{\"matter\":\"%s\",\"help\":\"FIRST_HELP\",\"day\":\"2026-11-26\"}]"
                        .formatted(first);
        assertThat(unrated()).isEqualTo(waits);
        assertThat(rate("MZ-COUNTY-2", first, 1).has("errors")).isFalse();
        assertThat(unrated()).isEqualTo(waits);

        assertThat(rate("CITIZEN", first, 5).has("errors")).isFalse();

        assertThat(unrated()).isEqualTo("[]");
        assertThat(code(hub.ask("MZ-COUNTY-2", "{ unratedHelp { matter } }")))
                .isEqualTo("NOT_ALLOWED");
    }

    private String unrated() {
        return hub.ask("CITIZEN", "{ unratedHelp { matter help day } }")
                .at("/data/unratedHelp")
                .toString();
    }

    /** Said with the confirmation, once: nobody is asked for it again. */
    @Test
    void whatIsSaidOfCharityHelpAndServicesShowsInTensToo() {
        given("Pairing", "satisfaction", 0, 9, 3);
        given("ServiceOrder", "evaluation", 0, 12, 5);
        assertThat(figures()).isEqualTo("[{\"help\":\"SERVICE\",\"count\":10,\"average\":5.0}]");

        given("Pairing", "satisfaction", 9, 10, 4);

        assertThat(figures())
                .isEqualTo(
                        "[{\"help\":\"CHARITY_HELP\",\"count\":10,\"average\":3.1},{\"help\":\"SERVICE\",\"count\":10,\"average\":5.0}]");
    }

    private void given(String label, String said, int from, int to, int score) {
        graph.query(
                        """
                        UNWIND range($from, $to - 1) AS i
                        CREATE (m:%1$s {id: '%1$s' + toString(i), state: 'CONFIRMED', changedAt: datetime('2026-11-25T10:00:00+08:00'), %2$s: $score,
                          places: ['150924106001', '150924106000', '150924000000', '150900000000']})
                        """
                                .formatted(label, said))
                .bindAll(Map.of("from", from, "to", to, "score", score))
                .run();
    }

    /** A cadre of another department, or of more than a village, has no village of their own. */
    @Test
    void policiesOfAVillageAreForItsOwnCadreOfTheLeadingDepartment() {
        Set<Role> cadre = Set.of(Role.VILLAGE_CADRE);
        assertThat(village.of(new Caller("MZ", "mz-village", cadre, VILLAGE, null))).isNotNull();
        for (Caller other :
                List.of(
                        new Caller("YB", "yb-village", cadre, VILLAGE, null),
                        new Caller("MZ", "mz-town", cadre, "150924106000", null),
                        new Caller("MZ", "mz-county", cadre, "150924000000", null))) {
            assertThatThrownBy(() -> village.of(other))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem ->
                                    assertThat(problem.code())
                                            .isEqualTo(InformingCode.POLICY_VILLAGE));
        }
    }

    private String helpedAgain(String cause) {
        JsonNode opened =
                hub.ask(
                        "MZ-COUNTY",
                        "mutation ($n: IdNumber!) { openRelief(input: {region: \"%s\", cause: %s, foundAt: \"2026-11-26T09:30:00+08:00\", idNumber: $n, secondWorker: \"mz-town\"}) { id } }"
                                .formatted(VILLAGE, cause),
                        Map.of("n", CITIZEN));
        String id = opened.at("/data/openRelief/id").asString();
        hub.ask(
                "MZ-COUNTY",
                "mutation ($id: ID!) { allowReliefAgain(input: {id: $id, version: 1, note:"
                        + " \"再次受灾\"}) { id } }",
                Map.of("id", id));
        JsonNode help =
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($id: ID!) { giveRelief(input: {id: $id, version: 2, goods:"
                                + " \"棉被\"}) { id } }",
                        Map.of("id", id));
        assertThat(help.has("errors")).as(help.toString()).isFalse();
        return id;
    }

    private String figures() {
        return hub.ask("AUDITOR", "{ satisfactionFigures { help count average } }")
                .at("/data/satisfactionFigures")
                .toString();
    }

    private HttpResponse<String> leaflet(String client, Reason reason, String query) {
        return hub.send(
                hub.as(client, "/policies/leaflet?region=" + VILLAGE + query)
                        .header("Accept", "text/html")
                        .header("Lianji-Purpose", String.valueOf(reason.purpose()))
                        .header("Lianji-Basis", String.valueOf(reason.basis())));
    }

    /** The page that is left at a door names nobody. */
    @Test
    void printsWhatIsForAFamilyAndWhatToBring() {
        inReceipt();
        HttpResponse<String> own = leaflet("CITIZEN", new Reason("H", ""), "");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
        assertThat(own.body())
                .contains("<h2>政策ZC-1</h2>", "<h2>政策ZC-2</h2>", "带什么：<bdi>身份证</bdi>")
                .doesNotContain("ZC-3", "李建国", CITIZEN)
                .satisfies(
                        page ->
                                assertThat(page.indexOf("ZC-2"))
                                        .as("what they are recognised for first")
                                        .isLessThan(page.indexOf("ZC-1")));
        assertThat(own.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(own.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("script"));

        String person = "&person=" + city.token("GA01", CITIZEN);
        Reason basis = hub.matter("MZ-TOWN", CITIZEN);
        assertThat(leaflet("MZ-TOWN", basis, person).body()).isEqualTo(own.body());
        assertThat(leaflet("MZ-TOWN", hub.matter("MZ-TOWN", STRANGER), person).statusCode())
                .isEqualTo(404);
        assertThat(leaflet("YB-TOWN", hub.matter("YB-TOWN", CITIZEN), person).statusCode())
                .isEqualTo(404);
        assertThat(leaflet("AUDITOR", Reason.NONE, "").statusCode()).isEqualTo(403);
    }

    @Test
    void writesWhatDepartmentsSayAsText() {
        Map<String, Object> policy =
                new HashMap<>(policy("ZC-9", "DIBAO", "150900000000", "2026-01-01"));
        policy.put("title", "<script>alert()</script>");
        policy.put("materials", List.of("\"><img src=x>"));
        city.contribute("MZ13", List.of(policy));

        assertThat(leaflet("CITIZEN", new Reason("H", ""), "").body())
                .contains("&lt;script&gt;alert()&lt;/script&gt;", "&quot;&gt;&lt;img src=x&gt;")
                .doesNotContain("<script", "<img");
    }

    private JsonNode next(String client, Reason reason, String region) {
        return hub.ask(
                client,
                reason,
                "{ nextToBeTold(region: \"%s\") { village person policies why } }"
                        .formatted(region),
                Map.of());
    }

    private Reason plan(String client, String region) {
        return new Reason(
                "B",
                hub.ask(
                                client,
                                "mutation { openBasis(input: {kind: REVIEW_PLAN, purpose: B,"
                                        + " regions: [\"%s\"], reference: \"GZ-2026-1\"}) { id } }"
                                                .formatted(region))
                        .at("/data/openBasis/id")
                        .asString());
    }

    @Test
    void knowsWhomToTellNextOnAPlanOfThePlaceAlone() {
        Reason plan = plan("MZ-TOWN", "150924106000");
        assertThat(next("MZ-TOWN", plan, VILLAGE).at("/data/nextToBeTold")).isEmpty();
        inReceipt();
        String person = city.token("GA01", CITIZEN);

        JsonNode one = next("MZ-TOWN", plan, VILLAGE).at("/data/nextToBeTold/0");

        assertThat(one.at("/person").asString()).isEqualTo(person);
        assertThat(one.at("/village").asString()).isEqualTo(VILLAGE);
        assertThat(one.at("/policies").toString()).isEqualTo("[\"ZC-2\"]");
        assertThat(one.at("/why").toString()).isEqualTo("[\"OLD_AGE_SUBSIDY\"]");
        assertThat(log()).as("the person reads of it").contains("READ");
        assertThat(covered()).isEqualTo("1 1");
        for (JsonNode refused :
                List.of(
                        next("MZ-TOWN", Reason.NONE, VILLAGE),
                        next("MZ-TOWN", hub.matter("MZ-TOWN", CITIZEN), VILLAGE),
                        next("MZ-TOWN", plan, "150924107200"),
                        next("MZ-COUNTY", plan, "150924000000"),
                        next("YB-TOWN", plan("YB-TOWN", "150924106000"), VILLAGE))) {
            assertThat(code(refused)).isEqualTo("POLICY_PLAN");
        }

        JsonNode told =
                tell(hub.matter("MZ-TOWN", CITIZEN), person, Map.of("policies", List.of("ZC-2")));

        assertThat(told.has("errors")).as(told.toString()).isFalse();
        assertThat(next("MZ-TOWN", plan, VILLAGE).at("/data/nextToBeTold")).isEmpty();
        assertThat(covered()).isEqualTo("1 0");
    }

    private String covered() {
        JsonNode row =
                hub.ask(
                                "MZ-TOWN",
                                "{ policyCoverage(region: \"%s\", untold: true) { policyNo entitled"
                                                .formatted(VILLAGE)
                                        + " untold } }")
                        .at("/data/policyCoverage")
                        .valueStream()
                        .filter(one -> one.at("/policyNo").asString().equals("ZC-2"))
                        .findFirst()
                        .orElseThrow();
        return row.at("/entitled").asInt() + " " + row.at("/untold").asInt();
    }
}
