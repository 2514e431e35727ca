package org.lianji.merges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.merges.DoubleRegistration.LI;
import static org.lianji.merges.DoubleRegistration.NEIGHBOUR;
import static org.lianji.merges.DoubleRegistration.TWICE;
import static org.lianji.merges.DoubleRegistration.WOMAN;
import static org.lianji.merges.DoubleRegistration.code;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two numbers that are one person's become one, and two again. */
@HubTest
class PersonMergesIT {

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired Neo4jClient graph;

    private DoubleRegistration li;

    @BeforeEach
    void liIsRegisteredTwice() {
        li = new DoubleRegistration(hub, catalogue, graph);
        li.begin();
    }

    @Test
    void aSecondOfficerConfirmsAndAllLeadsToWhoGoesOn() {
        JsonNode merge = li.proposed();
        assertThat(merge.at("/basis").asString()).startsWith("C");
        assertThat(code(li.step("MZ-COUNTY", "confirmMerge", merge))).isEqualTo("NOT_YOUR_TURN");
        assertThat(li.reliefs(LI)).isOne();

        merge = li.taken("MZ-COUNTY-2", "confirmMerge", merge);

        assertThat(merge.at("/state").asString()).isEqualTo("MERGED");
        assertThat(li.reliefs(LI)).isEqualTo(2);
        assertThat(li.reliefs(TWICE)).isZero();
        assertThat(code(li.propose("MZ-COUNTY", li.token(LI), li.token(TWICE), li.basis())))
                .isEqualTo("MERGE_NOT_PROVEN");
    }

    @Test
    void whatComesByTheOldNumberIsAboutWhoGoesOnAndGoesBackWithASplit() {
        JsonNode merge = li.merged();

        li.relief("3", TWICE, "李建国", "2026-05-01");
        li.relief("4", TWICE, "完全另一人", "2026-05-02");
        li.relief("5", LI, "李建国", "2026-05-03");
        assertThat(li.reliefs(LI)).isEqualTo(4);

        li.split(merge);
        assertThat(li.reliefs(TWICE)).isEqualTo(2);
        assertThat(li.reliefs(LI)).isEqualTo(2);
    }

    @Test
    void whatAReviewFindsToBeTheOldNumbersGoesBackWithIt() {
        JsonNode merge = li.merged();
        li.relief("7", TWICE, "完全另一人", "2026-05-02");
        JsonNode review = reviewed("MZ-TOWN", "claimReview", opened());
        review = reviewed("MZ-TOWN", "proposeSame", review);
        reviewed("MZ-COUNTY", "confirmSame", review);
        assertThat(li.reliefs(LI)).isEqualTo(3);

        li.split(merge);
        assertThat(li.reliefs(TWICE)).isEqualTo(2);
        assertThat(li.reliefs(LI)).isOne();
    }

    /** News of the record come after its batch. */
    private JsonNode opened() {
        return await().until(
                        () ->
                                hub.ask("MZ-TOWN", "{ identityReviews { nodes { id version } } }")
                                        .at("/data/identityReviews/nodes/0"),
                        one -> one.has("id"));
    }

    private JsonNode reviewed(String client, String mutation, JsonNode review) {
        JsonNode answer =
                hub.ask(
                        client,
                        "mutation ($s: %s!) { %s(%s: $s) { id version } }"
                                .formatted(
                                        mutation.equals("proposeSame")
                                                ? "IdentityReviewStatement"
                                                : "IdentityReviewStep",
                                        mutation,
                                        mutation.equals("claimReview") ? "input" : "step"),
                        Map.of(
                                "s",
                                Map.of(
                                        "id",
                                        review.at("/id").asString(),
                                        "version",
                                        review.at("/version").asInt(),
                                        "note",
                                        "两份材料逐项核过")));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/" + mutation);
    }

    @Test
    void theOldTokenAndTheOldNumberAnswerUnderTheSameReason() {
        String old = li.token(TWICE);
        String kept = li.token(LI);
        li.merged();
        Reason reason = hub.matter("MZ-COUNTY", TWICE);

        JsonNode byToken =
                hub.ask(
                        "MZ-COUNTY",
                        reason,
                        "{ node(id: \"%s\") { id ... on Person { mergedIds } } }".formatted(old),
                        Map.of());

        assertThat(byToken.at("/data/node/mergedIds/0").asString())
                .as(byToken.toString())
                .isEqualTo(old);
        assertThat(byToken.at("/data/node/id").asString()).isEqualTo(kept);
        assertThat(person(reason, TWICE)).isEqualTo(kept);
        assertThat(
                        hub.ask(
                                        "CL-COUNTY",
                                        reason,
                                        "{ node(id: \"%s\") { id } }".formatted(old),
                                        Map.of())
                                .at("/data/node")
                                .isNull())
                .isTrue();
    }

    @Test
    void aBasisOfBeforeLeadsOnToWhoGoesOnAndBack() {
        Reason before = hub.matter("MZ-COUNTY", TWICE);
        assertThat(person(before, LI)).isNull();

        JsonNode merge = li.merged();
        assertThat(person(before, LI)).isEqualTo(li.token(LI));
        assertThat(person(before, TWICE)).isEqualTo(li.token(LI));

        li.split(merge);
        assertThat(person(before, LI)).isNull();
        assertThat(person(before, TWICE)).isEqualTo(li.token(TWICE));
    }

    private @Nullable String person(Reason reason, String number) {
        JsonNode answer =
                hub.ask(
                        "MZ-COUNTY",
                        reason,
                        "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                        Map.of("n", number));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/person/id").asStringOpt().orElse(null);
    }

    @Test
    void twoValidNumbersAreTwoPeopleAndARefusalTellsNothing() {
        String kept = li.token(LI);
        List<JsonNode> refused =
                List.of(
                        li.propose("MZ-COUNTY", kept, li.token(NEIGHBOUR), li.basis()),
                        li.propose("MZ-COUNTY", kept, "Pnobody", li.basis()),
                        li.propose("MZ-COUNTY", kept, kept, li.basis()),
                        li.propose("MZ-COUNTY", li.token(TWICE), kept, li.basis()),
                        li.propose("MZ-COUNTY-2", kept, li.token(TWICE), "Cnone"),
                        li.propose("GA-COUNTY", kept, li.token(TWICE), li.basis()));

        assertThat(refused)
                .extracting(one -> one.at("/errors/0/message").asString() + code(one))
                .containsOnly(
                        refused.getFirst().at("/errors/0/message").asString() + "MERGE_NOT_PROVEN");
    }

    @Test
    void whoCantBeTheOtherIsNotMergedThoughCancelledAsADuplicate() {
        li.cancelled("2", WOMAN, "DUPLICATE");
        String led = String.valueOf(hub.matter("MZ-COUNTY", LI, WOMAN).basis());

        assertThat(code(li.propose("MZ-COUNTY", li.token(LI), li.token(WOMAN), led)))
                .isEqualTo("MERGE_NOT_PROVEN");
    }

    @Test
    void whoIsDecidedDifferentIsNeverMerged() {
        li.taken("MZ-COUNTY-2", "declineMerge", li.proposed());

        assertThat(code(li.propose("MZ-COUNTY", li.token(LI), li.token(TWICE), li.basis())))
                .isEqualTo("MERGE_NOT_PROVEN");
    }

    @Test
    void ofTwoWhoDecideOneIsFasterAndNobodyElseKnowsOfIt() {
        JsonNode merge = li.proposed();
        assertThat(code(li.propose("MZ-COUNTY", li.token(LI), li.token(TWICE), li.basis())))
                .isEqualTo("MERGE_IN_HAND");
        li.taken("MZ-COUNTY-2", "confirmMerge", merge);

        assertThat(code(li.step("MZ-COUNTY-2", "declineMerge", merge)))
                .isEqualTo("VERSION_CONFLICT");
        assertThat(code(li.step("GA-COUNTY", "splitPerson", merge))).isEqualTo("MERGE_NOT_FOUND");
        assertThat(
                        hub.ask("GA-COUNTY", "{ personMerges { nodes { id } } }")
                                .at("/data/personMerges/nodes"))
                .isEmpty();
    }

    @Test
    void thePersonIsToldAndReadsWhoLookedAtTheOldNumber() {
        Reason before = hub.matter("MZ-COUNTY", TWICE);
        person(before, TWICE);
        int looks = told().size();

        li.merged();

        assertThat(told()).hasSizeGreaterThan(looks + 1).anyMatch(one -> one.contains("归并"));
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        hub.ask("citizen", "{ accessLog { nodes { sentence } } }")
                .at("/data/accessLog/nodes")
                .forEach(one -> told.add(one.at("/sentence").asString()));
        return told;
    }
}
