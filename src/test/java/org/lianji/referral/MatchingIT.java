package org.lianji.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.charity.Charities.code;
import static org.lianji.charity.Charities.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.Charities;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Needs of a county are matched with offers: who comes first, who never, and what is told of it.
 */
@HubTest
class MatchingIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String WIFE = "150924198807042025";
    private static final String NEIGHBOUR = "150902195603121010";
    private static final String HERE = "150924106001";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Charities charities;
    private Monitored city;
    private Reason matter;

    @BeforeEach
    void threePeopleAreKnown() {
        charities = new Charities(hub);
        city = new Monitored(hub, catalogue);
        city.contribute(
                "GA01",
                List.of(
                        person("1", CITIZEN, "H1", "HEAD"),
                        person("2", WIFE, "H1", "SPOUSE"),
                        person("3", NEIGHBOUR, "H2", "HEAD")));
        matter = hub.matter("MZ-COUNTY", CITIZEN, WIFE, NEIGHBOUR);
    }

    private static Map<String, Object> person(
            String number, String idNumber, String household, String relation) {
        Map<String, Object> row = new HashMap<>();
        row.put("recordNo", number);
        row.put("observedAt", TODAY + "T00:00:00+08:00");
        row.put("idNumber", idNumber);
        row.put("hukouNo", household);
        row.put("relationToHead", relation);
        row.put("hukouRegion", HERE);
        row.put("name", "某");
        row.put("sex", idNumber.charAt(16) % 2 == 0 ? "FEMALE" : "MALE");
        row.put(
                "birthDate",
                LocalDate.parse(idNumber.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE)
                        .toString());
        return row;
    }

    @Test
    void theMostUrgentAreServedFirstAndNoOfferIsOversold() {
        charities.approved("CHARITY-A");
        String ordinary = need(CITIZEN, "ORDINARY", 2);
        String soon = need(WIFE, "SOON", 4);
        String atOnce = need(NEIGHBOUR, "AT_ONCE", 3);
        JsonNode offer = charities.offered("CHARITY-A", Map.of("capacity", 8));

        JsonNode seen = matched("MZ-COUNTY", "dryRun: true");

        assertThat(values(seen, "suggestions", "need")).containsExactly(atOnce, soon);
        assertThat(values(seen, "suggestions", "offer")).containsOnly(id(offer));
        assertThat(values(seen, "suggestions", "reason")).containsOnly("适合这项需求的供给只有这一项");
        assertThat(values(seen, "unserved", "need")).containsExactly(ordinary);
        assertThat(values(seen, "unserved", "reason")).containsExactly("适合的供给都给了更急的需求；再有 1 小时即可满足");
        assertThat(seen.at("/best").asBoolean()).isTrue();
    }

    @Test
    void onlyToLookChangesNothingAndToProposePairs() {
        charities.approved("CHARITY-A");
        String need = need(CITIZEN, "SOON", 2);
        charities.offered("CHARITY-A", Map.of());

        assertThat(matched("MZ-COUNTY", "").at("/suggestions/0/pairing").isNull()).isTrue();
        assertThat(needs("OPEN")).containsExactly(need);
        assertThat(pairings()).isEmpty();

        JsonNode made = matched("MZ-COUNTY", "dryRun: false, clientMutationKey: \"run-1\"");

        String pairing = made.at("/suggestions/0/pairing").asString();
        assertThat(pairings()).containsExactly(pairing);
        assertThat(needs("PAIRED")).containsExactly(need);
        assertThat(needs("OPEN")).isEmpty();
        assertThat(matched("MZ-COUNTY", "dryRun: false, clientMutationKey: \"run-1\""))
                .as("sent again")
                .isEqualTo(made);
        assertThat(matched("MZ-COUNTY", "dryRun: false").at("/suggestions")).isEmpty();
        assertThat(pairings()).hasSize(1);
        assertThat(hub.ask("CHARITY-A", "{ pairings { nodes { id } } }").at("/data/pairings/nodes"))
                .as("before the person consents")
                .isEmpty();
    }

    @Test
    void nobodyIsHelpedByThoseWhoAreOfTheirFamily() {
        charities.approved("CHARITY-A", WIFE);
        String need = need(CITIZEN, "SOON", 2);
        String neighbours = need(NEIGHBOUR, "SOON", 2);
        charities.offered("CHARITY-A", Map.of());

        JsonNode seen = matched("MZ-COUNTY", "");

        assertThat(values(seen, "suggestions", "need")).containsExactly(neighbours);
        assertThat(values(seen, "unserved", "need")).containsExactly(need);
        assertThat(values(seen, "unserved", "reason")).containsExactly("没有适合这项需求的供给");
    }

    /** 慈善法 §59 is about the interests of who runs it, and these go further than one household. */
    @Test
    void nobodyIsHelpedByWhoIsMarriedIntoTheirFamily() {
        charities.approved("CHARITY-A", NEIGHBOUR);
        String need = need(CITIZEN, "SOON", 2);
        charities.offered("CHARITY-A", Map.of());
        assertThat(values(matched("MZ-COUNTY", ""), "suggestions", "need")).containsExactly(need);
        city.contribute(
                "MZ10",
                List.of(
                        Map.of(
                                "recordNo",
                                "M-1",
                                "observedAt",
                                TODAY + "T00:00:00+08:00",
                                "idNumber",
                                NEIGHBOUR,
                                "action",
                                "MARRIAGE",
                                "spouseIdNo",
                                WIFE,
                                "registeredOn",
                                TODAY.minusDays(30).toString())));

        assertThat(values(matched("MZ-COUNTY", ""), "unserved", "need")).containsExactly(need);
    }

    /** Of what a household shares two officers give nobody twice, whoever of it each helps. */
    @Test
    void aFamilyIsHelpedOnceByWhoHelpItAtOnce() throws Exception {
        charities.approved("CHARITY-A");
        JsonNode food = charities.offered("CHARITY-A", Map.of("kind", "FOOD", "capacity", 50));
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            needs.add(need(CITIZEN, "SOON", 1, "FOOD"));
            needs.add(need(WIFE, "SOON", 1, "FOOD"));
        }
        try (ExecutorService officers = Executors.newFixedThreadPool(needs.size())) {
            List<Callable<JsonNode>> proposals =
                    needs.stream()
                            .map(
                                    need ->
                                            (Callable<JsonNode>)
                                                    () ->
                                                            hub.ask(
                                                                    "MZ-COUNTY",
                                                                    "mutation ($n: ID!, $o: ID!) {"
                                                                        + " proposePairing(input:"
                                                                        + " {need: $n, offer: $o})"
                                                                        + " { id } }",
                                                                    Map.of(
                                                                            "n", need, "o",
                                                                            id(food))))
                            .toList();
            for (Future<JsonNode> one : officers.invokeAll(proposals)) {
                one.get();
            }
        }
        assertThat(pairings()).hasSize(1);
    }

    @Test
    void nobodyIsHelpedTwiceWithTheSame() {
        charities.approved("CHARITY-A");
        String helped = need(CITIZEN, "AT_ONCE", 2);
        String first = need(NEIGHBOUR, "SOON", 2);
        String second = need(NEIGHBOUR, "ORDINARY", 2);
        charities.offered("CHARITY-A", Map.of("capacity", 20));
        city.contribute("MZ14", List.of(given("1", CITIZEN, "MEALS", TODAY.minusDays(20))));
        city.contribute("MZ14", List.of(given("2", NEIGHBOUR, "COMFORT", TODAY.minusDays(20))));
        city.contribute("MZ14", List.of(given("3", NEIGHBOUR, "MEALS", TODAY.minusDays(120))));

        JsonNode made = matched("MZ-COUNTY", "dryRun: false");

        assertThat(values(made, "suggestions", "need")).containsExactly(first);
        assertThat(values(made, "unserved", "need")).containsExactly(helped, second);
        assertThat(values(made, "unserved", "reason"))
                .containsExactly("近 90 天内已得到、或正在办理同样的帮扶", "同一人的另一项同样的需求在先");
        assertThat(values(matched("MZ-COUNTY", ""), "unserved", "reason"))
                .as("now that the first is under way")
                .containsOnly("近 90 天内已得到、或正在办理同样的帮扶");
    }

    private static Map<String, Object> given(
            String number, String idNumber, String service, LocalDate day) {
        return Map.of(
                "recordNo",
                number,
                "observedAt",
                day + "T00:00:00+08:00",
                "idNumber",
                idNumber,
                "providerUscc",
                "53150900MJ0000018Q",
                "form",
                "SERVICE",
                "serviceType",
                service,
                "deliveredOn",
                day.toString());
    }

    @Test
    void aFamilyGetsWhatItSharesOnceAndTwoOfItAreServedByOneOffer() {
        charities.approved("CHARITY-A");
        String food = need(CITIZEN, "SOON", 2, "FOOD");
        String more = need(WIFE, "SOON", 2, "FOOD");
        String neighbours = need(NEIGHBOUR, "ORDINARY", 2, "FOOD");
        String his = need(CITIZEN, "SOON", 3);
        String hers = need(WIFE, "SOON", 3);
        charities.offered("CHARITY-A", Map.of("kind", "FOOD", "capacity", 50));
        JsonNode small =
                charities.offered(
                        "CHARITY-A", Map.of("capacity", 5, "regions", List.of("150924000000")));
        JsonNode large = charities.offered("CHARITY-A", Map.of("capacity", 6));

        JsonNode seen = matched("MZ-COUNTY", "");

        assertThat(values(seen, "suggestions", "need"))
                .containsExactlyInAnyOrder(food, neighbours, his, hers);
        assertThat(values(seen, "suggestions", "offer"))
                .as("nearer, but not enough for both")
                .doesNotContain(id(small))
                .contains(id(large));
        assertThat(values(seen, "unserved", "need")).containsExactly(more);
        assertThat(values(seen, "unserved", "reason")).containsExactly("同一家庭的另一项同样的需求在先，这种帮扶全家共用");

        matched("MZ-COUNTY", "dryRun: false");
        assertThat(values(matched("MZ-COUNTY", ""), "unserved", "reason"))
                .as("the family is getting it")
                .containsExactly("近 90 天内已得到、或正在办理同样的帮扶");
    }

    @Test
    void whoDeclinedAnOfferIsNotAskedAboutItAgain() {
        charities.approved("CHARITY-A");
        need(CITIZEN, "SOON", 2);
        charities.offered("CHARITY-A", Map.of());
        String pairing =
                matched("MZ-COUNTY", "dryRun: false").at("/suggestions/0/pairing").asString();
        done(
                hub.ask(
                        "CITIZEN",
                        "mutation { declinePairing(input: {id: \"%s\", version: 1}) { state } }"
                                .formatted(pairing)),
                "declinePairing");

        assertThat(matched("MZ-COUNTY", "").at("/suggestions")).isEmpty();

        JsonNode other = charities.offered("CHARITY-A", Map.of());
        assertThat(values(matched("MZ-COUNTY", ""), "suggestions", "offer"))
                .containsExactly(id(other));
    }

    @Test
    void anOfferForTheCountyOrForWhomItIsMeantComesBeforeOneForAll() {
        charities.approved("CHARITY-A");
        need(CITIZEN, "SOON", 2);
        charities.offered("CHARITY-A", Map.of());
        JsonNode near = charities.offered("CHARITY-A", Map.of("regions", List.of("150924000000")));
        charities.offered("CHARITY-A", Map.of("ages", List.of("UNDER_18")));

        JsonNode seen = matched("MZ-COUNTY", "");

        assertThat(values(seen, "suggestions", "offer")).containsExactly(id(near));
        assertThat(values(seen, "suggestions", "reason")).containsExactly("适合的供给中，它最近、最对口");
    }

    @Test
    void anOfficerElsewhereOrOfAnotherDepartmentMatchesNobody() {
        charities.approved("CHARITY-A");
        need(CITIZEN, "SOON", 2);
        charities.offered("CHARITY-A", Map.of());

        for (JsonNode nothing :
                List.of(
                        matched("YB-COUNTY", "dryRun: false"),
                        matched("MZ-COUNTY", "region: \"150981000000\", dryRun: false"))) {
            assertThat(nothing.at("/suggestions")).isEmpty();
            assertThat(nothing.at("/unserved")).isEmpty();
        }
        assertThat(code(match("MZ-TOWN", "dryRun: false"))).isEqualTo("NOT_ALLOWED");
        assertThat(code(match("CHARITY-A", "dryRun: false"))).isEqualTo("NOT_FOR_CHARITIES");
        assertThat(pairings()).isEmpty();
        assertThat(values(matched("MZ-COUNTY", "region: \"150924106000\""), "suggestions", "need"))
                .hasSize(1);
    }

    @Test
    void whoseHelpWasLookedForReadsOfIt() {
        need(CITIZEN, "SOON", 2);
        int before = log();

        matched("MZ-COUNTY", "");

        assertThat(log()).isEqualTo(before + 1);
    }

    @Test
    void whyIsToldInTheCallersLanguage() {
        need(CITIZEN, "SOON", 2);
        String english =
                hub.send(
                                hub.question(
                                                "MZ-COUNTY",
                                                Reason.NONE,
                                                "mutation { matchNeeds(input: {dryRun: true}) {"
                                                        + " unserved { reason } } }",
                                                Map.of())
                                        .header("Accept-Language", "en"))
                        .body();

        assertThat(english).contains("There is no offer that fits");
    }

    private String need(String idNumber, String urgency, int quantity) {
        return need(idNumber, urgency, quantity, "DAILY_CARE");
    }

    private String need(String idNumber, String urgency, int quantity, String kind) {
        Map<String, Object> input = new HashMap<>();
        input.put("basis", matter.basis());
        input.put("person", city.token("GA01", idNumber));
        input.put("kind", kind);
        input.put("quantity", quantity);
        input.put("urgency", urgency);
        input.put("hardship", "OLD_AGE");
        input.put("until", TODAY.plusDays(30).toString());
        return id(
                done(
                        hub.ask(
                                "MZ-COUNTY",
                                "mutation ($input: HelpNeedInput!) { stateNeed(input: $input) { id"
                                        + " } }",
                                Map.of("input", input)),
                        "stateNeed"));
    }

    private JsonNode match(String client, String input) {
        return hub.ask(
                client,
                "mutation { matchNeeds(input: {%s}) { suggestions { need offer pairing reason } unserved { need reason } best } }"
                        .formatted(input));
    }

    private JsonNode matched(String client, String input) {
        return done(match(client, input), "matchNeeds");
    }

    private List<String> needs(String state) {
        return values(
                hub.ask("MZ-COUNTY", "{ helpNeeds(state: %s) { nodes { id } } }".formatted(state))
                        .at("/data/helpNeeds"),
                "nodes",
                "id");
    }

    private List<String> pairings() {
        return values(
                hub.ask("MZ-COUNTY", "{ pairings { nodes { id } } }").at("/data/pairings"),
                "nodes",
                "id");
    }

    private int log() {
        return hub.ask(
                        "CITIZEN",
                        new Reason("H", null),
                        "{ accessLog(first: 50) { nodes { sentence } } }",
                        Map.of())
                .at("/data/accessLog/nodes")
                .size();
    }

    private static List<String> values(JsonNode answer, String list, String field) {
        List<String> values = new ArrayList<>();
        answer.at("/" + list).forEach(one -> values.add(one.at("/" + field).asString()));
        return values;
    }

    private static String id(JsonNode one) {
        return one.at("/id").asString();
    }
}
