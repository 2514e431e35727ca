package org.lianji.agencies;

import org.lianji.merges.UniqueMatters;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A principal has one valid agency of a kind. */
@Component
final class AgencyKeys implements UniqueMatters {

    private static final String IN_BOTH =
            """
            MATCH (:Person {id: $kept})<-[:ACTS_FOR]-(a:Agency) WHERE a.openKey IS NOT NULL
            MATCH (:Person {id: $merged})<-[:ACTS_FOR]-(b:Agency {kind: a.kind}) WHERE b.openKey IS NOT NULL
            RETURN DISTINCT 'Agency ' + a.kind
            """;

    private static final String REKEY =
            """
            MATCH (m:Agency)-[:ACTS_FOR]->(p:Person) WHERE p.id IN $persons AND m.openKey IS NOT NULL
            SET m.openKey = m.kind + '|' + p.id
            """;

    private final Neo4jClient graph;

    AgencyKeys(Neo4jClient graph) {
        this.graph = graph;
    }

    @Override
    public Collection<String> inBoth(String kept, String merged) {
        return graph.query(IN_BOTH)
                .bindAll(Map.of("kept", kept, "merged", merged))
                .fetchAs(String.class)
                .all();
    }

    @Override
    public void rekey(Collection<String> persons) {
        graph.query(REKEY).bind(List.copyOf(persons)).to("persons").run();
    }
}
