package org.lianji.relief;

import org.lianji.merges.UniqueMatters;
import org.lianji.platform.Digests;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The same person is helped for the same cause once a calendar year: a constraint has it, by a key
 * that is there once help has reached somebody who is known.
 */
@Component
final class ReliefYears implements UniqueMatters {

    /**
     * What both had stays as it is, but nothing more is written of one while another has its key.
     */
    private static final String IN_BOTH =
            """
            MATCH (:Person {id: $kept})<-[:FOR]-(a:ReliefCase) WHERE a.yearKey IS NOT NULL
            MATCH (:Person {id: $merged})<-[:FOR]-(b:ReliefCase {cause: a.cause})
            WHERE b.yearKey IS NOT NULL AND a.givenAt.year = b.givenAt.year
              AND any(one IN [a, b] WHERE one.state IN $open)
            RETURN DISTINCT 'ReliefCase'
            """;

    private static final String KEYED =
            """
            MATCH (m:ReliefCase)-[:FOR]->(p:Person) WHERE p.id IN $persons AND m.yearKey IS NOT NULL
            RETURN m.id AS id, p.id AS person, m.cause AS cause, m.givenAt.year AS year ORDER BY m.createdAt, id
            """;

    private static final String REKEY =
            """
            MATCH (m:ReliefCase {id: $id})
            WHERE m.yearKey <> $key AND NOT EXISTS { MATCH (:ReliefCase {yearKey: $key}) }
            SET m.yearKey = $key
            """;

    /** What more is written of. */
    private static final List<String> OPEN =
            List.of(ReliefState.PAPERS_DUE.name(), ReliefState.COMPLETE.name());

    private final Neo4jClient graph;

    ReliefYears(Neo4jClient graph) {
        this.graph = graph;
    }

    /** {@return what no two reliefs of a person for a cause in a year have in common} */
    static String key(String person, String cause, int year) {
        return Digests.hex(String.join("|", person, cause, Integer.toString(year)));
    }

    @Override
    public Collection<String> inBoth(String kept, String merged) {
        return graph.query(IN_BOTH)
                .bindAll(Map.of("kept", kept, "merged", merged, "open", OPEN))
                .fetchAs(String.class)
                .all();
    }

    @Override
    public void rekey(Collection<String> persons) {
        graph.query(KEYED)
                .bind(List.copyOf(persons))
                .to("persons")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                graph.query(REKEY)
                                        .bindAll(
                                                Map.of(
                                                        "id",
                                                        row.get("id").asString(),
                                                        "key",
                                                        key(
                                                                row.get("person").asString(),
                                                                row.get("cause").asString(),
                                                                row.get("year").asInt())))
                                        .run());
    }
}
