package org.lianji.volunteers;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;

/** Names of who lives with somebody, which a volunteer is never told. */
@Component
final class HouseholdNames {

    private static final String OF_OTHERS =
            """
            MATCH (:Person {id: $person})-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(k:Person)
            WHERE k.id <> $person
            MATCH (k)<-[:ABOUT]-(r:Record)
            WITH DISTINCT CASE r.category WHEN 'GA01' THEN r.name ELSE r.personName END AS name
            WHERE size(name) > 1
            RETURN name ORDER BY size(name) DESC
            """;

    private static final String SOMEBODY = "〔家人〕";

    private final Neo4jClient graph;

    HouseholdNames(Neo4jClient graph) {
        this.graph = graph;
    }

    /** {@return the text without the names of others of the person's households} */
    String without(String person, String text) {
        Collection<String> names =
                graph.query(OF_OTHERS)
                        .bindAll(Map.of("person", person))
                        .fetchAs(String.class)
                        .all();
        String said = text;
        for (String name : names) {
            said = said.replace(name, SOMEBODY);
        }
        return said;
    }
}
