package org.lianji.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.lianji.audit.Kind;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries in the graph, one by one, whatever sheets they stand on. */
public final class Looks {

    private static final String SHEETS =
            """
            MATCH (s:Sheet)
            RETURN s.texts AS texts, [(s)-[:SAW]->(p) | p.id] AS saw, s.block AS block, s.first AS first
            ORDER BY s.at, s.id
            """;

    /**
     * @param entry the text that is sealed
     * @param saw tokens of the persons in it, as the graph knows them
     * @param place block and position, once sealed
     */
    public record Look(JsonNode entry, Set<String> saw, String place) {

        /** {@return a field's text, or empty} */
        public String text(String field) {
            return entry.path(field).asStringOpt().orElse("");
        }

        public List<String> items() {
            return texts(entry, "items");
        }

        public boolean is(Kind kind) {
            return text("kind").equals(kind.name());
        }
    }

    private Looks() {}

    /**
     * {@return all, the oldest first}
     *
     * @throws AssertionError where a sheet leads to a person in none of its texts
     */
    public static List<Look> all(Neo4jClient graph) {
        return graph
                .query(SHEETS)
                .fetchAs(Sheet.class)
                .mappedBy(
                        (_, row) ->
                                new Sheet(
                                        row.get("texts")
                                                .asList(
                                                        text ->
                                                                JsonMapper.shared()
                                                                        .readTree(text.asString())),
                                        row.get("saw").asList(Value::asString),
                                        row.get("block"),
                                        row.get("first")))
                .all()
                .stream()
                .flatMap(Sheet::looks)
                .toList();
    }

    public static List<Look> all(Neo4jClient graph, Kind kind) {
        return all(graph).stream().filter(look -> look.is(kind)).toList();
    }

    private static List<String> texts(JsonNode entry, String field) {
        return entry.path(field).valueStream().map(JsonNode::asString).toList();
    }

    private record Sheet(List<JsonNode> entries, List<String> saw, Value block, Value first) {

        Stream<Look> looks() {
            Map<String, String> tokens =
                    saw.stream().collect(Collectors.toMap(Merkle::sha256, token -> token));
            Set<String> unnamed = new TreeSet<>(tokens.keySet());
            List<Look> looks = new ArrayList<>();
            for (JsonNode entry : entries) {
                List<String> subjects = texts(entry, "subjects");
                subjects.forEach(unnamed::remove);
                Set<String> seen = new TreeSet<>();
                subjects.stream().filter(tokens::containsKey).map(tokens::get).forEach(seen::add);
                looks.add(new Look(entry, seen, place(looks.size())));
            }
            assertThat(unnamed).as("persons whom a sheet leads to and no text names").isEmpty();
            return looks.stream();
        }

        private String place(int n) {
            return first.isNull() ? "" : block + " " + (first.asLong() + n);
        }
    }
}
