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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A record without a number waits, or is looked into with whom it may be about. */
@HubTest
class CandidatesIT {

    private static final String LI = "150924198807042025";
    private static final String NAMESAKE = "152627195801035714";
    private static final String VILLAGE = "150924106001";
    private static final String NEXT_VILLAGE = "150924106002";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired Neo4jClient graph;

    private Monitored city;

    @BeforeEach
    void liIsRegistered() {
        city = new Monitored(hub, catalogue);
        register("1", LI, "李建国", VILLAGE);
    }

    private void register(String recordNo, String number, String name, String region) {
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo",
                                recordNo,
                                "observedAt",
                                "2026-03-01T00:00:00+08:00",
                                "idNumber",
                                number,
                                "hukouNo",
                                "H" + recordNo,
                                "relationToHead",
                                "HEAD",
                                "hukouRegion",
                                region,
                                "name",
                                name,
                                "sex",
                                number.charAt(16) % 2 == 0 ? "FEMALE" : "MALE",
                                "birthDate",
                                born(number))));
    }

    private static String born(String number) {
        return String.join(
                "-", number.substring(6, 10), number.substring(10, 12), number.substring(12, 14));
    }

    private void agree() {
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "C",
                        "S3",
                        List.of("150900000000"),
                        List.of("GA01.name", "GA01.hukouRegion"));
    }

    private void relief(String recordNo, String name, String region, String day) {
        city.contribute(
                "MZ05",
                List.of(
                        Map.of(
                                "recordNo",
                                recordNo,
                                "observedAt",
                                day + "T08:00:00+08:00",
                                "personName",
                                name,
                                "kind",
                                "EMERGENCY",
                                "occurredRegion",
                                region,
                                "grantedAt",
                                day + "T07:00:00+08:00")));
    }

    private List<JsonNode> reviews() {
        return StreamSupport.stream(
                        hub.ask(
                                        "MZ-TOWN",
                                        "{ identityReviews { nodes { id version state reason rivals"
                                                + " } } }")
                                .at("/data/identityReviews/nodes")
                                .spliterator(),
                        false)
                .toList();
    }

    private JsonNode opened() {
        return await().until(this::reviews, some -> !some.isEmpty()).getFirst();
    }

    private JsonNode taken(String client, String mutation, JsonNode review) {
        boolean claim = mutation.equals("claimReview");
        Map<String, Object> step = new HashMap<>();
        step.put("id", review.at("/id").asString());
        step.put("version", review.at("/version").asInt());
        step.put("note", "两份材料逐项核过");
        JsonNode answer =
                hub.ask(
                        client,
                        "mutation ($s: %s!) { %s(%s: $s) { id version state candidate { name } } }"
                                .formatted(
                                        claim || mutation.equals("confirmSame")
                                                ? "IdentityReviewStep"
                                                : "IdentityReviewStatement",
                                        mutation,
                                        claim ? "input" : "step"),
                        Map.of("s", step));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/" + mutation);
    }

    private long linked() {
        return graph.query("MATCH (:Record:TemporaryRelief)-[:ABOUT]->(p:Person) RETURN count(p)")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    @Test
    void isLookedIntoWithWhoeverHasTheNameNearByAndLinkedByTwo() {
        agree();
        relief("1", "李建国", NEXT_VILLAGE, "2026-04-01");

        JsonNode review = opened();
        assertThat(review.at("/reason").asString()).isEqualTo("NO_NUMBER");
        assertThat(review.at("/rivals").asInt()).isZero();
        assertThat(linked()).as("never by itself").isZero();
        review = taken("MZ-TOWN", "claimReview", review);
        assertThat(review.at("/candidate/name").asString()).isEqualTo("李建国");
        review = taken("MZ-TOWN", "proposeSame", review);
        taken("MZ-COUNTY", "confirmSame", review);

        assertThat(linked()).isOne();
        relief("1", "李建国", NEXT_VILLAGE, "2026-04-02");
        await().until(() -> linked() == 1);
        assertThat(reviews()).hasSize(1);
    }

    /** That there is a candidate would tell who is registered there. */
    @Test
    void waitsWhereTheDepartmentMayNotReadWhoeverItMayBe() {
        relief("1", "李建国", NEXT_VILLAGE, "2026-04-01");
        agree();
        relief("2", "李建国", NEXT_VILLAGE, "2026-04-01");

        opened();
        assertThat(reviews()).as("of the second alone").hasSize(1);
    }

    @Test
    void waitsForSomebodyWhoComesLater() {
        agree();
        relief("1", "赵铁柱", NEXT_VILLAGE, "2026-04-01");
        register("2", NAMESAKE, "赵铁柱", VILLAGE);

        assertThat(opened().at("/reason").asString()).isEqualTo("NO_NUMBER");
    }

    /** Of two who may be meant, who is told apart is not asked about again, and the other is. */
    @Test
    void theNextIsLookedIntoOnceOneIsToldApart() {
        agree();
        register("2", NAMESAKE, "李建国", NEXT_VILLAGE);
        relief("1", "李建国", NEXT_VILLAGE, "2026-04-01");

        JsonNode review = opened();
        assertThat(review.at("/rivals").asInt()).isOne();
        taken("MZ-TOWN", "decideDifferent", taken("MZ-TOWN", "claimReview", review));
        await().until(() -> reviews().size() == 2);
        JsonNode next = reviews().getFirst();
        assertThat(next.at("/rivals").asInt()).isZero();
        taken("MZ-TOWN", "decideDifferent", taken("MZ-TOWN", "claimReview", next));

        relief("1", "李建国", NEXT_VILLAGE, "2026-04-02");
        relief("2", "王秀英", NEXT_VILLAGE, "2026-04-02");
        register("3", "150924199001010029", "王秀英", VILLAGE);
        await().until(() -> reviews().size() == 3);
        assertThat(linked()).isZero();
    }
}
