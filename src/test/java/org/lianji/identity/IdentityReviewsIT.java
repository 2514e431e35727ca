package org.lianji.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What the hub can't tell is decided by two, who see what they may; it holds, and can be undone.
 */
@HubTest
class IdentityReviewsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String LI = "152627195801035714";

    private static final String VILLAGE = "150924106001";
    private static final String NEXT_VILLAGE = "150924106002";

    private static final String REVIEW =
            "id version state risk region category basis allowedTransitions";

    private static final String SIDES =
            "candidate { name } comparison { items { of record person agreement words } }";

    /** All that is related to the person, and the versions of the record, to the property. */
    private static final String NEIGHBOURHOOD =
            """
            MATCH (p:Person)-[e]-(o) WHERE NOT o:Sheet AND NOT o:IdentityReview AND NOT o:Basis AND NOT o:NameBlock
            RETURN p.id + ' ' + type(e) + ' ' + coalesce(o.id, o.code) + ' '
              + reduce(all = '', k IN COLLECT { UNWIND keys(e) AS k WITH k ORDER BY k RETURN k } | all + k + '=' + toString(e[k]) + ' ') AS line
            UNION ALL
            MATCH (r:Record|Superseded)
            RETURN reduce(all = '', k IN COLLECT { UNWIND keys(r) AS k WITH k ORDER BY k RETURN k } | all + k + '=' + coalesce(toStringOrNull(r[k]), '?') + ' ') AS line
            """;

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired Neo4jClient graph;

    private Monitored city;

    @BeforeEach
    void liIsRegistered() {
        city = new Monitored(hub, catalogue);
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo", "1",
                                "observedAt", "2026-03-01T00:00:00+08:00",
                                "idNumber", LI,
                                "hukouNo", "H1",
                                "relationToHead", "HEAD",
                                "hukouRegion", VILLAGE,
                                "name", "李建国",
                                "sex", "MALE",
                                "birthDate", "1958-01-03")));
    }

    private void relief(String recordNo, String name, String day) {
        city.contribute(
                "MZ05",
                List.of(
                        Map.of(
                                "recordNo", recordNo,
                                "observedAt", day + "T08:00:00+08:00",
                                "idNumber", LI,
                                "personName", name,
                                "kind", "EMERGENCY",
                                "occurredRegion", NEXT_VILLAGE,
                                "grantedAt", day + "T07:00:00+08:00")));
    }

    private void permit(String name) {
        city.contribute(
                "GA04",
                List.of(
                        Map.of(
                                "recordNo",
                                "P1",
                                "observedAt",
                                "2026-04-01T08:00:00+08:00",
                                "idNumber",
                                LI,
                                "personName",
                                name,
                                "liveRegion",
                                NEXT_VILLAGE,
                                "from",
                                "2026-03-15")));
    }

    private List<JsonNode> reviews(String client) {
        JsonNode answer = hub.ask(client, "{ identityReviews { nodes { %s } } }".formatted(REVIEW));
        return StreamSupport.stream(answer.at("/data/identityReviews/nodes").spliterator(), false)
                .toList();
    }

    /** News of the record come after its batch. */
    private JsonNode opened(String client) {
        return await().until(() -> reviews(client), some -> !some.isEmpty()).getFirst();
    }

    private JsonNode step(String client, String mutation, JsonNode review) {
        boolean input = mutation.equals("claimReview");
        Map<String, Object> step = new HashMap<>();
        step.put("id", review.at("/id").asString());
        step.put("version", review.at("/version").asInt());
        step.put("note", "两份材料逐项核过");
        return hub.ask(
                client,
                "mutation ($s: %s!) { %s(%s: $s) { %s } }"
                        .formatted(
                                input || mutation.equals("confirmSame")
                                        ? "IdentityReviewStep"
                                        : "IdentityReviewStatement",
                                mutation,
                                input ? "input" : "step",
                                REVIEW),
                Map.of("s", step));
    }

    private JsonNode taken(String client, String mutation, JsonNode review) {
        JsonNode answer = step(client, mutation, review);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/" + mutation);
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private JsonNode sides(String client, JsonNode review) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { identityReview(id: $id) { %s } }".formatted(SIDES),
                        Map.of("id", review.at("/id").asString()))
                .at("/data/identityReview");
    }

    private long linked(String type) {
        return graph.query(
                        "MATCH (r:Record:`%s`)-[:ABOUT]->(:Person) RETURN count(r)".formatted(type))
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    private List<String> neighbourhood() {
        List<String> lines =
                new ArrayList<>(graph.query(NEIGHBOURHOOD).fetchAs(String.class).all());
        lines.sort(null);
        return lines;
    }

    private JsonNode same(String department) {
        JsonNode review = taken(department + "-TOWN", "claimReview", opened(department + "-TOWN"));
        review = taken(department + "-TOWN", "proposeSame", review);
        return taken(department + "-COUNTY", "confirmSame", review);
    }

    @Test
    void isLinkedOnceASecondOfficerConfirmsAndTheNextVersionLinksByItself() {
        relief("1", "完全另一人", "2026-04-01");
        JsonNode review = opened("MZ-TOWN");
        assertThat(review.at("/risk").asString()).isEqualTo("LIVELIHOOD");
        assertThat(review.at("/region").asString()).isEqualTo(NEXT_VILLAGE);

        review = taken("MZ-TOWN", "claimReview", review);
        assertThat(review.at("/basis").asString()).startsWith("C");
        review = taken("MZ-TOWN", "proposeSame", review);
        assertThat(code(step("MZ-TOWN", "confirmSame", review))).isEqualTo("NOT_YOUR_TURN");
        assertThat(linked("TemporaryRelief")).isZero();
        review = taken("MZ-COUNTY", "confirmSame", review);

        assertThat(review.at("/state").asString()).isEqualTo("SAME");
        assertThat(review.at("/basis").isNull()).isTrue();
        assertThat(linked("TemporaryRelief")).isOne();
        relief("1", "完全另一人", "2026-04-02");
        assertThat(linked("TemporaryRelief")).isOne();
        relief("1", "又是别人", "2026-04-03");
        assertThat(linked("TemporaryRelief")).isZero();
    }

    /** Codes of the clocks of the only review, with whether each runs. */
    private List<String> clocks(String client) {
        JsonNode deadlines =
                hub.ask(
                                client,
                                "{ identityReviews { nodes { deadlines { rule { code } endedOn } }"
                                        + " } }")
                        .at("/data/identityReviews/nodes/0/deadlines");
        return StreamSupport.stream(deadlines.spliterator(), false)
                .map(
                        one ->
                                one.at("/rule/code").asString()
                                        + (one.at("/endedOn").isNull() ? " runs" : " ended"))
                .sorted()
                .toList();
    }

    @Test
    void aDeathWaitsForNobodyLongAndNothingThatIsTakenOnDoes() {
        city.contribute(
                "MZ11",
                List.of(
                        Map.of(
                                "recordNo", "D1",
                                "observedAt", "2026-04-02T08:00:00+08:00",
                                "idNumber", LI,
                                "personName", "欧阳明月",
                                "diedOn", "2026-04-01",
                                "crematedOn", "2026-04-02",
                                "site", "第一殡仪馆")));
        JsonNode review = opened("MZ-COUNTY");
        assertThat(clocks("MZ-COUNTY")).containsExactly("IDENTITY_LIFE runs");

        JsonNode claimed = taken("MZ-COUNTY", "claimReview", review);
        assertThat(clocks("MZ-COUNTY"))
                .containsExactly("IDENTITY_DECIDE runs", "IDENTITY_LIFE ended");

        taken("MZ-COUNTY", "decideDifferent", claimed);
        assertThat(clocks("MZ-COUNTY"))
                .containsExactly("IDENTITY_DECIDE ended", "IDENTITY_LIFE ended");
    }

    @Test
    void whatIsDecidedDifferentIsNeverLinkedAgainUnderWhateverName() {
        relief("1", "完全另一人", "2026-04-01");
        JsonNode review = taken("MZ-TOWN", "claimReview", opened("MZ-TOWN"));
        taken("MZ-TOWN", "decideDifferent", review);

        relief("1", "完全另一人", "2026-04-02");
        relief("1", "李建国", "2026-04-03");
        relief("2", "李建国", "2026-04-03");

        assertThat(linked("TemporaryRelief")).as("the other record").isOne();
        assertThat(reviews("MZ-TOWN")).hasSize(1);
    }

    /**
     * As if the record had never been linked: to the property, a place where they live included.
     */
    @Test
    void theLinkIsTakenBackWithAllThatHungOnIt() {
        permit("完全另一人");
        opened("GA-TOWN");
        List<String> before = neighbourhood();

        JsonNode review = same("GA");
        assertThat(neighbourhood())
                .isNotEqualTo(before)
                .anyMatch(line -> line.contains("RESIDES_IN"));
        review = taken("GA-COUNTY", "separateRecord", review);

        assertThat(review.at("/state").asString()).isEqualTo("DIFFERENT");
        assertThat(neighbourhood()).isEqualTo(before);
    }

    @Test
    void showsOfTheCandidateWhatTheDepartmentMayReadAndNothingElse() {
        relief("1", "李建军", "2026-04-01");
        JsonNode review = opened("MZ-TOWN");
        assertThat(sides("MZ-TOWN", review).at("/comparison").isNull()).as("not taken on").isTrue();
        taken("MZ-TOWN", "claimReview", review);

        JsonNode hidden = sides("MZ-TOWN", review);
        assertThat(hidden.at("/comparison/items/0/record").asString()).isEqualTo("李建军");
        for (JsonNode item : hidden.at("/comparison/items")) {
            assertThat(item.at("/person").isNull()).as(item.toString()).isTrue();
            assertThat(item.at("/agreement").asString()).isEqualTo("MISSING");
        }

        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "C",
                        "S3",
                        List.of("150900000000"),
                        List.of("GA01.name", "GA01.hukouRegion"));

        JsonNode shown = sides("MZ-TOWN", review);
        assertThat(shown.at("/candidate/name").asString()).isEqualTo("李建国");
        assertThat(shown.at("/comparison/items/0/person").asString()).isEqualTo("李建国");
        assertThat(shown.at("/comparison/items/0/words").asString()).isEqualTo("差一个字");
        assertThat(shown.at("/comparison/items/1/agreement").asString()).isEqualTo("MISSING");
        assertThat(shown.at("/comparison/items/4/words").asString()).isEqualTo("同一苏木乡镇、街道");
    }

    @Test
    void isForOfficersOfTheRecordsDepartmentAndPlaceAlone() {
        relief("1", "完全另一人", "2026-04-01");
        JsonNode review = opened("MZ-TOWN");

        assertThat(reviews("GA-TOWN")).isEmpty();
        assertThat(sides("GA-COUNTY", review).isNull()).isTrue();
        assertThat(code(step("GA-COUNTY", "claimReview", review))).isEqualTo("REVIEW_NOT_FOUND");
    }

    @Test
    void ofTwoWhoTakeAStepOneIsFaster() {
        relief("1", "完全另一人", "2026-04-01");
        JsonNode review = opened("MZ-TOWN");
        taken("MZ-TOWN", "claimReview", review);

        assertThat(code(step("MZ-COUNTY", "claimReview", review))).isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void lapsesOnceTheRecordHasANewerVersion() {
        relief("1", "完全另一人", "2026-04-01");
        taken("MZ-TOWN", "claimReview", opened("MZ-TOWN"));

        relief("1", "李建国", "2026-04-02");

        await().until(
                        () ->
                                reviews("MZ-TOWN").stream()
                                        .map(one -> one.at("/state").asString())
                                        .toList(),
                        List.of("LAPSED")::equals);
        assertThat(linked("TemporaryRelief")).isOne();
    }

    @Test
    void aSourceIsAskedAboutAnItemThatShows() {
        relief("1", "李建军", "2026-04-01");
        JsonNode review = taken("MZ-TOWN", "claimReview", opened("MZ-TOWN"));
        assertThat(code(ask(review))).isEqualTo("ITEM_NOT_SEEN");
        new Agreed(hub).on("GA", "MZ", "C", "S3", List.of("150900000000"), List.of("GA01.name"));

        JsonNode asked = ask(review).at("/data/askSource");

        assertThat(asked.at("/state").asString()).isEqualTo("IN_HAND");
        assertThat(
                        hub.ask("GA", "{ corrections { nodes { item raisedBy } } }")
                                .at("/data/corrections/nodes/0/raisedBy")
                                .asString())
                .isEqualTo("MZ");
    }

    private JsonNode ask(JsonNode review) {
        String register =
                graph.query("MATCH (r:Record:HouseholdRegistration) RETURN r.id")
                        .fetchAs(String.class)
                        .one()
                        .orElseThrow();
        return hub.ask(
                "MZ-TOWN",
                "mutation ($i: AskSourceInput!) { askSource(input: $i) { state correction } }",
                Map.of(
                        "i",
                        Map.of(
                                "id",
                                review.at("/id").asString(),
                                "version",
                                review.at("/version").asInt(),
                                "record",
                                register,
                                "category",
                                "GA01",
                                "item",
                                "name",
                                "claim",
                                "本人身份证上是李建军")));
    }

    /** The person reads who looked, and what was decided. */
    @Test
    void thePersonIsToldOfLooksAndDecisions() {
        relief("1", "完全另一人", "2026-04-01");
        JsonNode review = taken("MZ-TOWN", "claimReview", opened("MZ-TOWN"));
        sides("MZ-TOWN", review);
        taken("MZ-TOWN", "decideDifferent", review);

        JsonNode log =
                hub.ask("citizen", "{ accessLog { nodes { kind department sentence items } } }");
        List<String> told = new ArrayList<>();
        log.at("/data/accessLog/nodes").forEach(one -> told.add(one.at("/sentence").asString()));
        assertThat(told)
                .anyMatch(one -> one.contains("查看了您的"))
                .anyMatch(one -> one.contains("认定一条以您的号码报送的记录不是您的"));
    }
}
