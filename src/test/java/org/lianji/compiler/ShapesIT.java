package org.lianji.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Reason;
import org.lianji.query.CompiledQueryCache;
import org.lianji.selection.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** What is kept of one question serves the next and tells nothing of the first. */
@HubTest
class ShapesIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIRST = "150902195603121010";
    private static final String SECOND = Asked.ID_NUMBER;
    private static final String WHO = "query ($n: IdNumber!) { person(idNumber: $n) { id } }";

    @Autowired Hub hub;
    @Autowired Neo4jClient graph;
    @Autowired IdentityHash hash;

    private Reason matter = Reason.NONE;

    @BeforeEach
    void persons() {
        for (String number : List.of(FIRST, SECOND)) {
            graph.query(
                            """
                            CREATE (:Record:TemporaryRelief {id: 'R' + $id, key: 'MZ05|' + $id, category: 'MZ05',
                              recordNo: $id, observedAt: datetime('2026-01-01T00:00:00+08:00')})
                              -[:ABOUT]->(:Person {id: $id, idNumber: $number, idHash: $hash})
                            """)
                    .bindAll(Map.of("id", id(number), "number", number, "hash", hash.of(number)))
                    .run();
        }
        matter = hub.matter("MZ", FIRST, SECOND);
    }

    private void agree(String item) {
        new Agreed(hub).on("GA", "MZ", "A", "S3", List.of("150900000000"), List.of(item));
    }

    private static String id(String number) {
        return "P" + number.substring(6, 10);
    }

    private JsonNode ask(String document, Map<String, Object> variables) {
        return hub.ask("MZ", matter, document, variables);
    }

    private String who(String number) {
        return ask(WHO, Map.of("n", number)).at("/data/person/id").asString();
    }

    @Test
    void eachQuestionIsAnsweredAboutWhomItNames() {
        assertThat(who(FIRST)).isEqualTo(id(FIRST));
        assertThat(who(SECOND)).isEqualTo(id(SECOND));
        assertThat(who(FIRST)).isEqualTo(id(FIRST));
    }

    @Test
    void severalNamesEachStayWithTheirField() {
        String both =
                "query ($a: IdNumber!, $b: IdNumber!) { a: person(idNumber: $a) { id } b:"
                        + " person(idNumber: $b) { id } }";
        for (List<String> pair :
                List.of(List.of(FIRST, SECOND), List.of(SECOND, FIRST), List.of(FIRST, FIRST))) {
            JsonNode answer = ask(both, Map.of("a", pair.getFirst(), "b", pair.getLast()));
            assertThat(answer.at("/data/a/id").asString()).isEqualTo(id(pair.getFirst()));
            assertThat(answer.at("/data/b/id").asString()).isEqualTo(id(pair.getLast()));
        }
    }

    @Test
    void oneNameMayBeUsedTwice() {
        String twice =
                "query ($n: IdNumber!) { a: person(idNumber: $n) { id } b: person(idNumber: $n) {"
                        + " id } }";
        for (String number : List.of(FIRST, SECOND)) {
            JsonNode answer = ask(twice, Map.of("n", number));
            assertThat(answer.at("/data/a/id").asString()).isEqualTo(id(number));
            assertThat(answer.at("/data/b/id").asString()).isEqualTo(id(number));
        }
    }

    @Test
    void aWrongNumberSpoilsNothing() {
        String wrong = FIRST.substring(0, 17) + "9";
        assertThat(ask(WHO, Map.of("n", wrong)).toString()).contains("\"errors\"");
        assertThat(who(FIRST)).isEqualTo(id(FIRST));
        JsonNode refused = ask(WHO, Map.of("n", wrong));
        assertThat(refused.at("/data/person/id").isMissingNode()).isTrue();
        assertThat(refused.toString()).contains("\"errors\"").doesNotContain(id(FIRST));
    }

    @Test
    void allOtherVariablesDecide() {
        String optional =
                "query ($n: IdNumber!, $with: Boolean!) { person(idNumber: $n) { id gender: sex"
                        + " @include(if: $with) } }";
        JsonNode without = ask(optional, Map.of("n", FIRST, "with", false)).at("/data/person");
        assertThat(without.has("gender")).isFalse();
        JsonNode with = ask(optional, Map.of("n", SECOND, "with", true)).at("/data/person");
        assertThat(with.has("gender")).isTrue();
        assertThat(with.at("/id").asString()).isEqualTo(id(SECOND));
    }

    @Test
    void operationsOfOneDocumentAreToldApart() {
        String two =
                "query One($n: IdNumber!) { person(idNumber: $n) { id } } query Two($n: IdNumber!)"
                        + " { person(idNumber: $n) { token: id } }";
        assertThat(operation(two, "One").has("id")).isTrue();
        assertThat(operation(two, "Two").has("token")).isTrue();
    }

    private JsonNode operation(String document, String name) {
        String body =
                JSON.writeValueAsString(
                        Map.of(
                                "query",
                                document,
                                "operationName",
                                name,
                                "variables",
                                Map.of("n", FIRST)));
        return JSON.readTree(
                        hub.send(
                                        hub.question("MZ", matter, document, Map.of())
                                                .POST(BodyPublishers.ofString(body)))
                                .body())
                .at("/data/person");
    }

    @Test
    void whatIsAgreedMeanwhileShows() {
        String name = "query ($n: IdNumber!) { person(idNumber: $n) { id nation } }";
        assertThat(withheld(name, FIRST)).contains("GA01.nation");
        agree("GA01.nation");
        assertThat(withheld(name, SECOND)).doesNotContain("GA01.nation");
    }

    private String withheld(String document, String number) {
        return ask(document, Map.of("n", number)).at("/extensions").toString();
    }

    @Test
    void aStatementIsWrittenOnceForAllWhomItMayName() throws IOException {
        Asked asked = Asked.of("family");
        CompiledQueryCache shapes = new CompiledQueryCache();
        Place place = new Place(null, "idNumber");
        NormalizedOperation outline =
                new NormalizedOperation(asked.operation(), Map.of("person", "n"));

        CompiledStatement first =
                shapes.compiled(
                        outline,
                        asked.question(),
                        outline.whom(Map.<String, Object>of("n", FIRST)));
        CompiledStatement second =
                shapes.compiled(
                        outline,
                        asked.question(),
                        outline.whom(Map.<String, Object>of("n", SECOND)));

        assertThat(second.cypher()).isSameAs(first.cypher()).doesNotContain(FIRST);
        assertThat(second.parameters()).isNotEqualTo(first.parameters());
        assertThat(second.parameters().values())
                .contains(asked.question().hash(SECOND, place))
                .doesNotContain(asked.question().hash(FIRST, place));
    }
}
