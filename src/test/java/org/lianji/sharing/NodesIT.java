package org.lianji.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.corrections.Complaint;
import org.lianji.people.People;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whatever has an identifier is found again by {@code node}, by those who may see it where it is
 * listed, and is nothing to all others.
 */
@HubTest
class NodesIT {

    /** The demo client {@code citizen}. */
    private static final String CITIZEN = "152627195801035714";

    private static final String NODE =
            """
            query ($id: ID!) { node(id: $id) { __typename id
              ... on Agreement { stands: state terms { provider } steps: history { transition } allowedTransitions }
              ... on Basis { basis: kind reference }
              ... on Receipt { idempotencyKey outcomes(first: 1) { nodes { recordNo } } }
              ... on Correction { state claim history { transition } }
              ... on TrustedDocument { name text }
              ... on Entry { kind items }
              ... on Access { sentence }
            } }
            """;

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    @Autowired People people;

    @BeforeEach
    void citizen() {
        people.ensure(Set.of(people.identity(CITIZEN)));
    }

    /** Charities and citizens don't know most of these types: they ask for what any node has. */
    private JsonNode node(String client, String id) {
        String document =
                switch (client) {
                    case "charity-a" -> "query ($id: ID!) { node(id: $id) { __typename id } }";
                    case "citizen" ->
                            "query ($id: ID!) { node(id: $id) { __typename id ... on Access {"
                                    + " sentence } } }";
                    default -> NODE;
                };
        JsonNode answer = hub.ask(client, document, Map.of("id", id));
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/data/node");
    }

    private void assertHidden(String id, String... clients) {
        for (String client : clients) {
            assertThat(node(client, id).isNull()).as(client).isTrue();
        }
    }

    @Test
    void agreementsAreFoundByTheirPartiesTheLeadAndAuditors() {
        Paper draft = Paper.draft(hub, "JY", Paper.input("RS01", List.of(), "E"));

        JsonNode found = node("JY", draft.id());
        assertThat(found.at("/__typename").asString()).isEqualTo("Agreement");
        assertThat(found.at("/terms/provider").asString()).isEqualTo("RS");
        assertThat(found.at("/steps/0/transition").asString()).isEqualTo("REQUEST");
        assertThat(found.at("/allowedTransitions").size()).isPositive();
        assertThat(node("auditor", draft.id()).at("/stands").asString()).isEqualTo("DRAFT");
        assertHidden(draft.id(), "YB", "charity-a", "citizen");
    }

    @Test
    void basesAreFoundByTheirDepartmentAndByAuditors() {
        String id = String.valueOf(hub.matter("MZ", CITIZEN).basis());

        assertThat(node("MZ", id).at("/__typename").asString()).isEqualTo("Basis");
        assertThat(node("MZ", id).at("/basis").asString()).isEqualTo("CASE");
        assertThat(node("auditor", id).at("/__typename").asString())
                .as("as basis(id) does")
                .isEqualTo("Basis");
        assertHidden(id, "YB", "charity-a", "citizen");
    }

    @Test
    void emergenciesAreNotTakenForEntriesThoughTheirLettersAreTheSame() {
        String id =
                hub.ask(
                                "MZ-TOWN",
                                "mutation ($n: IdNumber!) { breakGlass(idNumber: $n, reason:"
                                        + " \"高烧昏迷，需要立即联系家属\") { id } }",
                                Map.of("n", CITIZEN))
                        .at("/data/breakGlass/id")
                        .asString();

        assertThat(id).startsWith("E");
        assertThat(node("MZ-TOWN", id).at("/__typename").asString()).isEqualTo("Basis");
    }

    @Test
    void receiptsAreFoundByTheirDepartment() {
        String id = contributed();

        JsonNode found = node("GA", id);
        assertThat(found.at("/__typename").asString()).isEqualTo("Receipt");
        assertThat(found.at("/outcomes/nodes/0/recordNo").asString()).isEqualTo("1");
        assertHidden(id, "MZ", "auditor", "citizen");
    }

    @Test
    void correctionsAreFoundByThoseWhoTakePart() {
        contributed();
        new Agreed(hub).on("GA", "JY", "A", "S2", List.of(), List.of("GA01.name"));
        Reason reason = hub.matter("JY", CITIZEN);
        Complaint raised =
                Complaint.raised(
                        hub,
                        "JY",
                        reason,
                        graph.query("MATCH (r:Record {key: 'GA01|1'}) RETURN r.id")
                                .fetchAs(String.class)
                                .one()
                                .orElseThrow(),
                        "name");

        JsonNode found = node("JY", raised.id());
        assertThat(found.at("/__typename").asString()).isEqualTo("Correction");
        assertThat(found.at("/claim").isString()).isTrue();
        assertThat(found.at("/history/0/transition").asString()).isEqualTo("RAISE");
        assertHidden(raised.id(), "YB", "citizen", "auditor");
    }

    @Test
    void documentsAreFoundByThoseWhoKeepTheList() {
        String id =
                hub.ask(
                                "MZ",
                                "mutation { trustDocument(name: \"区划\", text: \"{ regions { code }"
                                        + " }\") { id } }")
                        .at("/data/trustDocument/id")
                        .asString();

        assertThat(node("MZ", id).at("/name").asString()).isEqualTo("区划");
        assertHidden(id, "YB", "MZ-TOWN", "auditor", "charity-a");
    }

    @Test
    void entriesAreFoundByThoseWhoOverseeAndLooksByThePerson() {
        contributed();
        hub.ask(
                "GA",
                hub.matter("GA", CITIZEN),
                "query ($n: IdNumber!) { person(idNumber: $n) { name } }",
                Map.of("n", CITIZEN));
        hub = new Hub(hub.address());
        JsonNode look =
                hub.ask(
                                "citizen",
                                new Reason("H", null),
                                "{ accessLog(first: 1) { nodes { id sentence } } }",
                                Map.of())
                        .at("/data/accessLog/nodes/0");
        String id = look.at("/id").asString();

        assertThat(node("citizen", id).at("/__typename").asString()).isEqualTo("Access");
        assertThat(node("citizen", id).at("/sentence")).isEqualTo(look.at("/sentence"));
        assertThat(node("auditor", id).at("/__typename").asString()).isEqualTo("Entry");
        assertThat(node("GA", id).at("/kind").asString()).isEqualTo("READ");
        assertHidden(id, "YB", "charity-a");
    }

    @Test
    void nothingHasAnIdentifierThatIsNone() {
        for (String id : List.of("", "X", "E", "E.1", "A-none", "B\u0000", "sha256:", "s")) {
            assertHidden(id, "MZ", "auditor", "citizen", "charity-a");
        }
    }

    /** {@return the identifier of a batch of GA with what it has about the citizen} */
    private String contributed() {
        String rows =
                """
                recordNo,observedAt,idNumber,personName,hukouNo,relationToHead,hukouRegion,name,sex,birthDate
                1,2026-03-01T08:00:00+08:00,%1$s,李庆富,H1,户主,150902001001,李庆富,男,1958-01-03
                """
                        .formatted(CITIZEN);
        hub.send(
                hub.as("GA", "/contributions/GA01")
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(rows)));
        return hub.ask("GA", "{ receipts(first: 1) { nodes { id } } }")
                .at("/data/receipts/nodes/0/id")
                .asString();
    }
}
