package org.lianji.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;

import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Digests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.execution.GraphQlSource;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Answers that a client keeps, and asks for again only where they have changed. */
@HubTest
class SteadyAnswersIT {

    private static final String CATALOGUE = "{ catalogue { categories { code nameZh } } }";
    private static final String AGREEMENTS = "{ agreements { nodes { id terms { provider } } } }";
    private static final String REGION =
            "query ($c: RegionCode!) { region(code: $c) { name children { name } } }";

    @Autowired Hub hub;
    @Autowired Neo4jClient graph;
    @Autowired GraphQlSource source;

    private String path(String client, String text) {
        hub.ask(
                client,
                "mutation ($t: String!) { trustDocument(text: $t, name: \"kept\") { id } }",
                Map.of("t", text));
        return "/graphql?documentId=sha256:" + Digests.hex(text);
    }

    private HttpResponse<String> get(String client, String path) {
        return hub.send(hub.as(client, path));
    }

    private HttpResponse<String> get(String client, String path, String tag) {
        return hub.send(hub.as(client, path).header("If-None-Match", tag));
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    @Test
    void answersOnceAndThenThatNothingHasChanged() {
        String path = path("MZ", CATALOGUE);
        HttpResponse<String> first = get("MZ", path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("MZ01");
        assertThat(tag(first)).matches("\"[0-9a-f]{64}\"");

        HttpResponse<String> second = get("MZ", path, "\"other\", " + tag(first));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        for (HttpResponse<String> answer : List.of(first, second)) {
            assertThat(header(answer, "Cache-Control"))
                    .contains("private", "no-cache")
                    .doesNotContain("no-store");
            assertThat(header(answer, "Vary")).contains("Authorization");
            assertThat(tag(answer)).isEqualTo(tag(first));
        }
        assertThat(get("MZ", path, "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void answersByGetWhatItAnswersByPost() {
        String path = path("MZ", REGION) + "&variables=%7B%22c%22%3A%22150900000000%22%7D";
        HttpResponse<String> answer = get("MZ", path);
        assertThat(answer.body())
                .isEqualTo(
                        hub.send(
                                        hub.question(
                                                "MZ",
                                                org.lianji.platform.Reason.NONE,
                                                REGION,
                                                Map.of("c", "150900000000")))
                                .body())
                .contains("集宁区");
        HttpResponse<String> head =
                hub.send(hub.as("MZ", path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(tag(head)).isEqualTo(tag(answer));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void anAgreementInForceChangesTheAnswerOfItsParties() {
        String path = path("MZ", AGREEMENTS);
        String other = path("WJ", AGREEMENTS);
        String before = tag(get("MZ", path));
        String others = tag(get("WJ", other));
        new Agreed(hub).on("GA", "MZ", "A", "S3", List.of(), List.of("GA01.name"));
        HttpResponse<String> after = get("MZ", path, before);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(tag(after)).isNotEqualTo(before);
        assertThat(get("WJ", other, others).statusCode()).isEqualTo(304);
        assertThat(get("WJ", other, tag(after)).statusCode()).isEqualTo(200);
    }

    @Test
    void policiesAreAboutNobody() {
        graph.query(
                        """
                        CREATE (:Record:AssistancePolicy {id: 'Gpolicy', key: 'MZ13|1', category: 'MZ13', recordNo: '1',
                          observedAt: datetime('2026-01-01T00:00:00+08:00'), policyNo: 'P-1', title: '低保'})
                        """)
                .run();
        String path =
                path("MZ", "{ records(category: MZ13) { edges { cursor node { id recordNo } } } }");
        HttpResponse<String> answer = get("MZ", path);
        assertThat(answer.body()).contains("Gpolicy");
        assertThat(get("MZ", path, tag(answer)).statusCode()).isEqualTo(304);
        graph.query("MATCH (r:AssistancePolicy) SET r.recordNo = '2'").run();
        assertThat(get("MZ", path, tag(answer)).statusCode()).isEqualTo(200);
    }

    @Test
    void nothingAboutPersonsIsAnsweredByGet() {
        for (String text :
                List.of(
                        "{ records(category: MZ01) { nodes { id } } }",
                        "{ catalogue { departments { code } } bases { nodes { id } } }",
                        "{ ...F } fragment F on Query { catalogue { departments { code } } bases {"
                                + " nodes { id } } }",
                        "mutation { closeBasis(id: \"x\") { id } }")) {
            HttpResponse<String> answer = get("MZ", path("MZ", text));
            assertThat(answer.statusCode()).as(text).isEqualTo(405);
            assertThat(header(answer, "Allow")).isEqualTo("POST");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
            assertThat(header(answer, "Cache-Control")).contains("no-store");
        }
    }

    @Test
    void whatComesByPostIsKeptByNobody() {
        HttpResponse<String> answer =
                hub.send(
                        hub.question(
                                "MZ",
                                hub.plan("MZ"),
                                "{ records(category: MZ01) { nodes { id } } }",
                                Map.of()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(header(answer, "Cache-Control")).contains("no-store");
    }

    @Test
    void aDocumentIsNotSentInAUrl() {
        assertThat(get("MZ", "/graphql?query=%7Bcatalogue%7B__typename%7D%7D").statusCode())
                .isEqualTo(405);
        assertThat(get("MZ", "/graphql?documentId=sha256:0").body()).contains("DOCUMENT_UNKNOWN");
    }

    @Test
    void noPersonCanBeReachedFromWhatIsMarkedSteady() {
        Deque<GraphQLObjectType> open = new ArrayDeque<>();
        Set<String> reached = new TreeSet<>();
        List<GraphQLFieldDefinition> marked =
                source.schema().getQueryType().getFieldDefinitions().stream()
                        .filter(field -> field.hasAppliedDirective("steady"))
                        .toList();
        assertThat(marked)
                .extracting(GraphQLFieldDefinition::getName)
                .contains("catalogue", "regions", "agreements");
        marked.forEach(field -> reach(field, open, reached));
        while (!open.isEmpty()) {
            open.pop().getFieldDefinitions().forEach(field -> reach(field, open, reached));
        }
        assertThat(reached)
                .contains("Catalogue", "Region", "Agreement")
                .doesNotContain("Person", "Household", "Record", "Basis", "IdNumber", "Node");
    }

    private static void reach(
            GraphQLFieldDefinition field, Deque<GraphQLObjectType> open, Set<String> reached) {
        var type = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
        if (reached.add(type.getName()) && type instanceof GraphQLObjectType object) {
            open.push(object);
        }
    }
}
