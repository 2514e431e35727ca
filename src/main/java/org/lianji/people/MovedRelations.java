package org.lianji.people;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;

/**
 * Moves all relations of one node to another, of whatever type: each remembers by which merges its
 * ends were moved, and goes back by that. Works in the caller's transaction.
 */
@Component
final class MovedRelations {

    private static final String TYPES =
            "MATCH (:%s)-[e]-() WHERE type(e) <> 'MERGED_INTO' RETURN DISTINCT type(e)";

    private static final String MOVE_STARTS =
            """
            MATCH (a:%1$s)-[e:`%3$s`]->(b), (k:%2$s)
            CREATE (k)-[n:`%3$s`]->(b)
            SET n = properties(e), n.startMoved = coalesce(e.startMoved, []) + $merge
            DELETE e
            """;

    private static final String MOVE_ENDS =
            """
            MATCH (a:%1$s)<-[e:`%3$s`]-(b), (k:%2$s)
            CREATE (b)-[n:`%3$s`]->(k)
            SET n = properties(e), n.endMoved = coalesce(e.endMoved, []) + $merge
            DELETE e
            """;

    /** What was moved since by another merge goes along: it was this one's first. */
    private static final String BEFORE =
            """
            CASE e.%1$s[0] WHEN $merge THEN null
              ELSE [i IN range(0, size(e.%1$s) - 1) WHERE NOT $merge IN e.%1$s[0..i + 1] | e.%1$s[i]] END\
            """;

    private static final String RETURN_STARTS =
            """
            MATCH (k:%2$s)-[e:`%3$s`]->(b), (a:%1$s) WHERE $merge IN e.startMoved
            CREATE (a)-[n:`%3$s`]->(b)
            SET n = properties(e), n.startMoved =\s\
            """
                    + BEFORE.formatted("startMoved")
                    + " DELETE e";

    private static final String RETURN_ENDS =
            """
            MATCH (k:%2$s)<-[e:`%3$s`]-(b), (a:%1$s) WHERE $merge IN e.endMoved
            CREATE (b)-[n:`%3$s`]->(a)
            SET n = properties(e), n.endMoved =\s\
            """
                    + BEFORE.formatted("endMoved")
                    + " DELETE e";

    private final Neo4jClient graph;

    MovedRelations(Neo4jClient graph) {
        this.graph = graph;
    }

    /**
     * Moves all there is.
     *
     * @param end pattern of a node, by the name of a parameter
     * @param ends those parameters, and the merge
     */
    void move(String end, Map<String, Object> ends) {
        String from = end.formatted("from");
        String to = end.formatted("to");
        for (String type : types(from, ends)) {
            graph.query(MOVE_STARTS.formatted(from, to, type)).bindAll(ends).run();
            graph.query(MOVE_ENDS.formatted(from, to, type)).bindAll(ends).run();
        }
    }

    private Collection<String> types(String end, Map<String, Object> ends) {
        return graph.query(TYPES.formatted(end)).bindAll(ends).fetchAs(String.class).all().stream()
                .sorted()
                .toList();
    }

    /** Moves back what that merge has moved. */
    void back(String end, Map<String, Object> ends) {
        String from = end.formatted("from");
        String to = end.formatted("to");
        for (String type : types(to, ends)) {
            graph.query(RETURN_STARTS.formatted(from, to, type)).bindAll(ends).run();
            graph.query(RETURN_ENDS.formatted(from, to, type)).bindAll(ends).run();
        }
    }
}
