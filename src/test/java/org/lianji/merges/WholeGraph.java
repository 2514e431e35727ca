package org.lianji.merges;

import org.springframework.data.neo4j.core.Neo4jClient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that is in the graph, a line each, but what belongs to merges, the chain and the outbox. */
final class WholeGraph {

    private static final String THEIRS =
            "none(l IN labels(%1$s) WHERE l IN ['PersonMerge', 'ProcedureEvent', 'Sheet', 'Chain',"
                + " 'ChainEnd', 'Block', 'News', 'NewsLog', 'NewsListener', 'MutationKey', 'Party',"
                + " 'DeclarationCount']) AND NOT (%1$s:Basis AND %1$s.kind = 'IDENTITY_REVIEW') AND"
                + " NOT (%1$s:Deadline AND %1$s.flow = 'PersonMerge')";

    private static final String NODES =
            "MATCH (n) WHERE NOT n:Region AND NOT n:Migration AND NOT n:RuleCheck AND "
                    + THEIRS.formatted("n")
                    + " RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS"
                    + " properties";

    private static final String RELATIONS =
            "MATCH (a)-[e]->(b) WHERE NOT a:Region AND NOT a:Migration AND "
                    + THEIRS.formatted("a")
                    + " AND "
                    + THEIRS.formatted("b")
                    + " RETURN elementId(a) AS a, type(e) AS type, elementId(b) AS b,"
                    + " properties(e) AS properties";

    /** What is about people, with names that are the same in any database. */
    private static final String HANGING =
            """
            MATCH (a)-[e]->(b)
            WHERE type(e) IN ['ABOUT', 'MEMBER_OF', 'LIVES_IN', 'REGISTERED_IN', 'RESIDES_IN', 'SUPPORTS', 'SUPPORT_ENDED', 'ENDED', 'MERGED_INTO']
               OR type(e) = 'CONCERNS' AND a.kind <> 'IDENTITY_REVIEW'
            WITH type(e) AS type, properties(e) AS properties, [n IN [a, b] |
              coalesce(CASE WHEN n:Basis THEN 'basis' END, n.idNumber, n.code, n.hash, CASE WHEN n.recordNo IS NOT NULL
                THEN n.category + '|' + n.recordNo + '|' + toString(n.observedAt) + '|' + coalesce(toString(n.validTo), '') + '|'
                  + coalesce(n.linkage, '') + '|' + reduce(all = '', l IN COLLECT { UNWIND labels(n) AS l WITH l ORDER BY l RETURN l } | all + l + ' ')
              END, n.key, n.kind)] AS ends
            RETURN type, properties, ends
            """;

    /** What is another in each database. */
    private static final Set<String> OWN = Set.of("record");

    private final Neo4jClient graph;

    WholeGraph(Neo4jClient graph) {
        this.graph = graph;
    }

    /** {@return every node and relation, with all of its properties} */
    List<String> toTheByte() {
        List<String> lines = new ArrayList<>();
        graph.query(NODES).fetch().all().forEach(row -> lines.add(Wording.of(row)));
        graph.query(RELATIONS).fetch().all().forEach(row -> lines.add(Wording.of(row)));
        lines.sort(null);
        return lines;
    }

    /** {@return what hangs on people, in words that two databases have in common} */
    List<String> hanging() {
        List<String> lines = new ArrayList<>();
        graph.query(HANGING)
                .fetch()
                .all()
                .forEach(
                        row -> {
                            Map<String, Object> told = new TreeMap<>(row);
                            Map<String, Object> properties = new TreeMap<>(properties(row));
                            properties.keySet().removeAll(OWN);
                            told.put("properties", properties);
                            lines.add(Wording.of(told));
                        });
        lines.sort(null);
        return lines;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> row) {
        return (Map<String, Object>) row.get("properties");
    }
}
