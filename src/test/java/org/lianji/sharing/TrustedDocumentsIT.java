package org.lianji.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.platform.Digests;
import org.lianji.proof.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Documents that a department registers, and names afterwards by their id. */
@HubTest
class TrustedDocumentsIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REGIONS =
            "query Below($code: RegionCode) { regions(parent: $code) { code name } }";
    private static final Map<String, Object> CITY = Map.of("code", "150900000000");

    @Autowired Hub hub;
    @Autowired Neo4jClient graph;
    @Autowired TestClock clock;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    private JsonNode trust(String client, String text) {
        return hub.ask(
                client,
                "mutation ($t: String!) { trustDocument(text: $t, name: \"下级\") { id text retiredAt"
                        + " } }",
                Map.of("t", text));
    }

    private JsonNode retire(String client, String id) {
        return hub.ask(
                client,
                "mutation ($id: ID!) { retireDocument(id: $id) { retiredAt } }",
                Map.of("id", id));
    }

    private HttpResponse<String> named(String client, Map<String, Object> body) {
        return hub.send(
                hub.as(client, "/graphql")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpResponse<String> named(String client, String id) {
        return named(client, Map.of("documentId", id, "variables", CITY));
    }

    private static String id(String text) {
        return "sha256:" + Digests.hex(text);
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private long entries(String step) {
        return Looks.all(graph).stream()
                .filter(look -> look.items().contains("TrustedDocument." + step))
                .count();
    }

    @Test
    void answersByIdWhatItAnswersToTheText() {
        JsonNode trusted = trust("MZ", REGIONS);
        assertThat(trusted.at("/data/trustDocument/id").asString()).isEqualTo(id(REGIONS));

        HttpResponse<String> byId = named("MZ", id(REGIONS));
        assertThat(byId.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(byId.body())).isEqualTo(hub.ask("MZ", REGIONS, CITY));
        assertThat(byId.body()).contains("集宁区");
    }

    @Test
    void anotherDepartmentsDocumentIsAsUnknownAsOneThatNeverWas() {
        trust("MZ", REGIONS);
        HttpResponse<String> others = named("WJ", id(REGIONS));
        HttpResponse<String> none = named("WJ", id("{ nothing }"));
        assertThat(others.body()).isEqualTo(none.body()).contains("DOCUMENT_UNKNOWN");
        assertThat(others.statusCode()).isEqualTo(none.statusCode()).isEqualTo(404);
        assertThat(named("CHARITY-A", id(REGIONS)).body()).contains("DOCUMENT_UNKNOWN");
    }

    @Test
    void aRetiredDocumentIsUnknownAtOnceUntilItIsRegisteredAgain() {
        trust("MZ", REGIONS);
        assertThat(named("MZ", id(REGIONS)).statusCode()).isEqualTo(200);
        assertThat(retire("MZ", id(REGIONS)).at("/data/retireDocument/retiredAt").isNull())
                .isFalse();
        assertThat(named("MZ", id(REGIONS)).body()).contains("DOCUMENT_UNKNOWN");
        assertThat(trust("MZ", REGIONS).at("/data/trustDocument/retiredAt").isNull()).isTrue();
        assertThat(named("MZ", id(REGIONS)).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyItsDepartmentRetiresADocument() {
        trust("MZ", REGIONS);
        assertThat(retire("WJ", id(REGIONS)).at("/data/retireDocument").isNull()).isTrue();
        assertThat(named("MZ", id(REGIONS)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatAnotherHubRetiresIsUnknownTwoSecondsLater() {
        trust("MZ", REGIONS);
        assertThat(named("MZ", id(REGIONS)).statusCode()).isEqualTo(200);
        graph.query("MATCH (d:TrustedDocument) SET d.retiredAt = datetime()").run();
        clock.advance(Duration.ofSeconds(2));
        assertThat(named("MZ", id(REGIONS)).body()).contains("DOCUMENT_UNKNOWN");
    }

    @Test
    void readsATextOnceInTwoSeconds() {
        trust("MZ", REGIONS);
        assertThat(named("MZ", id(REGIONS)).statusCode()).isEqualTo(200);
        graph.query("MATCH (d:TrustedDocument) DELETE d").run();
        assertThat(named("MZ", id(REGIONS)).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsNoDocumentThatCouldNotRun() {
        for (Map.Entry<String, String> refused :
                Map.of(
                                "{",
                                "SYNTAX",
                                "fragment F on Query { __typename }",
                                "INVALID_DOCUMENT",
                                "{ nothing }",
                                "INVALID_DOCUMENT",
                                "{"
                                        + "regions { children ".repeat(1)
                                        + "{ children ".repeat(12)
                                        + "{ code }"
                                        + " }".repeat(14),
                                "TOO_DEEP",
                                "{ person(idNumber: \"150902195603121010\") { name } }",
                                "ID_NUMBER_IN_TEXT",
                                "query ($n: IdNumber = \"150902195603121011\") { person(idNumber:"
                                        + " $n) { name } }",
                                "ID_IN_DOCUMENT")
                        .entrySet()) {
            JsonNode answer = trust("MZ", refused.getKey());
            assertThat(code(answer)).as(refused.getKey()).isEqualTo(refused.getValue());
            assertThat(answer.toString()).doesNotContain("15090219560312101");
        }
        assertThat(
                        hub.ask("MZ", "{ trustedDocuments { nodes { id } } }")
                                .at("/data/trustedDocuments/nodes"))
                .isEmpty();
    }

    @Test
    void aTrustedDocumentHasTheLimitsOfAnyOther() {
        String dear =
                "query ($n: Int) { records(category: MZ01, first: $n) { nodes { person {"
                        + " records(first: $n) { nodes { person { name } } } } } } }";
        assertThat(code(trust("MZ", dear))).isEmpty();
        assertThat(
                        named("MZ", Map.of("documentId", id(dear), "variables", Map.of("n", 200)))
                                .body())
                .contains("TOO_EXPENSIVE");
    }

    @Test
    void onlySharingUnitsAndSystemsKeepTheList() {
        for (String other : List.of("auditor", "CHARITY-A", "MZ-TOWN")) {
            String refused = other.equals("CHARITY-A") ? "NOT_FOR_CHARITIES" : "NOT_ALLOWED";
            assertThat(code(trust(other, REGIONS))).as(other).isEqualTo(refused);
            assertThat(code(retire(other, id(REGIONS)))).as(other).isEqualTo(refused);
            assertThat(code(hub.ask(other, "{ trustedDocuments { nodes { id } } }")))
                    .as(other)
                    .isEqualTo(refused);
        }
        trust("MZ", REGIONS);
        assertThat(named("MZ-TOWN", id(REGIONS)).statusCode()).isEqualTo(200);
    }

    @Test
    void eachChangeIsOnTheChainOnce() {
        trust("MZ", REGIONS);
        trust("MZ", REGIONS);
        assertThat(entries("trusted")).isEqualTo(1);
        retire("MZ", id(REGIONS));
        retire("MZ", id(REGIONS));
        assertThat(entries("retired")).isEqualTo(1);
    }

    @Test
    void listsOnesOwnNewestFirstPageByPage() {
        trust("MZ", REGIONS);
        clock.advance(Duration.ofSeconds(1));
        trust("MZ", "{ regions { code } }");
        trust("WJ", "{ regions { name } }");
        String page =
                "query ($after: String) { trustedDocuments(first: 1, after: $after) { nodes { text"
                        + " } pageInfo { hasNextPage endCursor } } }";
        JsonNode first = hub.ask("MZ", page).at("/data/trustedDocuments");
        assertThat(first.at("/nodes/0/text").asString()).isEqualTo("{ regions { code } }");
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        JsonNode second =
                hub.ask("MZ", page, Map.of("after", first.at("/pageInfo/endCursor").asString()))
                        .at("/data/trustedDocuments");
        assertThat(second.at("/nodes/0/text").asString()).isEqualTo(REGIONS);
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void refusesATextBesideAnId() {
        trust("MZ", REGIONS);
        HttpResponse<String> both =
                named("MZ", Map.of("documentId", id(REGIONS), "query", REGIONS));
        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(both.body()).contains("INVALID_PARAMETER").contains("documentId");
    }
}
