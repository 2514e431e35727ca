package org.lianji.audit;

import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The entries in the graph, one by one, whatever sheets they stand on. */
public final class Looks {

    private static final String ALL =
            """
            MATCH (s:Sheet)
            UNWIND range(0, size(s.texts) - 1) AS n
            RETURN s.texts[n] AS text, [(s)-[:SAW]->(p) | p.id] AS seen, s.block AS block, s.first + n AS position
            ORDER BY s.at, s.id, n
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

        /** {@return the item named first} */
        public String item() {
            return entry.at("/items/0").asString();
        }

        public boolean is(Kind kind) {
            return text("kind").equals(kind.name());
        }
    }

    private Looks() {}

    /** {@return all, the oldest first} */
    public static List<Look> all(Neo4jClient graph) {
        return List.copyOf(
                graph.query(ALL)
                        .fetchAs(Look.class)
                        .mappedBy(
                                (_, row) ->
                                        look(
                                                row.get("text").asString(),
                                                row.get("seen").asList(seen -> seen.asString()),
                                                row.get("block") + " " + row.get("position")))
                        .all());
    }

    public static List<Look> all(Neo4jClient graph, Kind kind) {
        return all(graph).stream().filter(look -> look.is(kind)).toList();
    }

    private static Look look(String text, List<String> seen, String place) {
        JsonNode entry = JsonMapper.shared().readTree(text);
        List<String> subjects = new ArrayList<>();
        entry.path("subjects").forEach(subject -> subjects.add(subject.asString()));
        Set<String> saw = new TreeSet<>(seen);
        saw.removeIf(token -> !subjects.contains(Merkle.sha256(token)));
        return new Look(entry, saw, place);
    }
}
