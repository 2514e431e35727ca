package org.lianji.bases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.audit.Kind;
import org.lianji.contribution.Owner;
import org.lianji.platform.Reason;
import org.lianji.proof.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** With whose family a basis is opened: nobody's whose membership doesn't show for who opens it. */
@HubTest
class FamilyIT {

    private static final String LATER = "152626196409171832";
    private static final String SOMEBODY_ELSE = "152627195801035714";
    private static final String RELIEF = "recordNo,observedAt,idNumber,kind,grantedAt\n";
    private static final String DIBAO =
            "recordNo,observedAt,idNumber,householdNo,memberIdNumbers,area,memberCount,monthlyAmount,startMonth,status\n";

    @Autowired Hub hub;
    @Autowired Neo4jClient graph;

    private Owner owner;

    @BeforeEach
    void facts() {
        owner = new Owner(hub);
        accepted(
                "GA",
                owner.outcomes(
                        owner.send(
                                "k",
                                HEADER
                                        + row("1", "2026-03-01", ZHANG, "H1")
                                        + row(
                                                "2",
                                                "2026-03-01",
                                                LI,
                                                "H1",
                                                "配偶",
                                                "150902001001",
                                                "李四",
                                                "1988-07-04"))));
        contribute(
                "MZ05",
                RELIEF
                        + "1,2026-03-01T08:00:00+08:00,%s,EMERGENCY,2026-03-01T08:00:00+08:00\n"
                                .formatted(LI));
    }

    @Test
    void tellsNobodyWhoLivesWithWhomWhereThatDoesNotShow() {
        JsonNode basis = opened();

        assertThat(basis.get("family").isNull()).isTrue();
        assertThat(reliefs(basis)).isEmpty();
    }

    @Test
    void isTheRegisteredHouseholdWhereNoFamilyLivingTogetherShows() {
        agree();

        JsonNode basis = opened();

        assertThat(basis.get("family").asString()).isEqualTo("REGISTERED");
        assertThat(reliefs(basis)).containsExactly("1");
    }

    @Test
    void isTheFamilyLivingTogetherWhereOneShows() {
        agree();
        contribute(
                "MZ01",
                DIBAO
                        + "1,2026-03-01T08:00:00+08:00,%1$s,F1,%1$s,URBAN,1,500,2026-03,ACTIVE\n"
                                .formatted(ZHANG));

        JsonNode basis = opened();

        assertThat(basis.get("family").asString()).isEqualTo("LIVING_TOGETHER");
        assertThat(reliefs(basis)).as("who is registered there and lives elsewhere").isEmpty();
    }

    /** Matters are opened for people whom the hub comes to know later. */
    @Test
    void isJoinedOnceItsMembersComeToBeKnown() {
        agree();
        JsonNode basis = openedFor(LATER);
        assertThat(basis.get("family").isNull()).isTrue();

        registerLater();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(reliefs(basis)).containsExactly("1"));
        assertThat(hub.ask("MZ", "{ bases { nodes { id family } } }").findValuesAsString("family"))
                .containsExactly("REGISTERED");
    }

    @Test
    void isNotJoinedLaterEitherWhereItDoesNotShow() {
        JsonNode basis = openedFor(LATER);
        JsonNode another = openedFor(SOMEBODY_ELSE);
        registerLater();
        contribute(
                "MZ01",
                DIBAO
                        + "1,2026-03-01T08:00:00+08:00,%1$s,F9,%1$s,URBAN,1,500,2026-03,ACTIVE\n"
                                .formatted(SOMEBODY_ELSE));

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(family(another)).isEqualTo("LIVING_TOGETHER"));
        assertThat(family(basis)).isEmpty();
        assertThat(reliefs(basis)).isEmpty();
    }

    private void registerLater() {
        accepted(
                "GA",
                owner.outcomes(
                        owner.send(
                                "late",
                                HEADER
                                        + row(
                                                "9",
                                                "2026-03-02",
                                                LATER,
                                                "H1",
                                                "户主",
                                                "150902001001",
                                                "王小军",
                                                "1964-09-17"))));
    }

    private String family(JsonNode basis) {
        return hub.ask(
                        "MZ",
                        "query ($id: ID!) { basis(id: $id) { family } }",
                        Map.of("id", basis.get("id").asString()))
                .at("/data/basis/family")
                .asString("");
    }

    /** Who lives with somebody is about both, though nothing else of them is asked for. */
    @Test
    void namesInTheEntryWhoeverIsShownAsAMember() {
        agree();
        Reason reason = new Reason("A", opened().get("id").asString());

        JsonNode answer =
                hub.ask(
                        "MZ",
                        reason,
                        "query ($n: IdNumber!) { person(idNumber: $n) { memberships { household {"
                                + " members { from } } } } }",
                        Map.of("n", ZHANG));

        assertThat(answer.findValues("from")).as("%s", answer).hasSize(2);
        assertThat(Looks.all(graph, Kind.READ).getLast().saw()).hasSize(2);
    }

    private void agree() {
        new Agreed(hub).on("GA", "MZ", "A", "S3", List.of(), List.of("GA01.hukouNo"));
    }

    private void contribute(String category, String file) {
        accepted(
                "MZ",
                owner.outcomes(
                        "MZ",
                        owner.send(
                                "MZ",
                                category,
                                "k",
                                "text/csv",
                                null,
                                file.getBytes(StandardCharsets.UTF_8))));
    }

    private static void accepted(String department, List<String> outcomes) {
        assertThat(outcomes).as(department).isNotEmpty().allMatch("ACCEPTED"::equals);
    }

    private JsonNode opened() {
        return openedFor(ZHANG);
    }

    private JsonNode openedFor(String idNumber) {
        JsonNode answer =
                hub.ask(
                        "MZ",
                        "mutation ($n: IdNumber!) { openBasis(input: {kind: CASE, purpose: A,"
                                + " reference: \"%s\", persons: [{idNumber: $n}], withFamily:"
                                        .formatted(UUID.randomUUID())
                                + " true}) { id family } }",
                        Map.of("n", idNumber));
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/data/openBasis");
    }

    private List<String> reliefs(JsonNode basis) {
        return hub.ask(
                        "MZ",
                        new Reason("A", basis.get("id").asString()),
                        "{ records(category: MZ05) { nodes { recordNo } } }",
                        Map.of())
                .findValuesAsString("recordNo");
    }
}
