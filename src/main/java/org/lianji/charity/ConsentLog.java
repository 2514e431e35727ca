package org.lianji.charity;

import org.lianji.looks.Consents;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What persons read in their log of charities, and of what they let them know. */
@Component
final class ConsentLog implements Consents {

    private static final String NAMES =
            """
            UNWIND $keys AS key
            MATCH (o:CharityOrganisation {organisation: key})
            RETURN key, o.name AS name
            """;

    private static final String CONSENTS =
            """
            UNWIND $keys AS key
            MATCH (b:Basis {id: key})
            MATCH (m:Pairing|ServiceOrder {id: b.matter}) WHERE m.consentUntil IS NOT NULL
            RETURN key, m.organisation AS charity, m.consentUntil AS until
            """;

    private final Neo4jClient graph;

    ConsentLog(Neo4jClient graph) {
        this.graph = graph;
    }

    @Override
    public Map<String, String> names(Collection<String> codes) {
        return found(NAMES, codes, row -> row.get("name").asString());
    }

    @Override
    public Map<String, Consent> of(Collection<String> bases) {
        return found(
                CONSENTS,
                bases,
                row -> new Consent(row.get("charity").asString(), row.get("until").asLocalDate()));
    }

    private <T> Map<String, T> found(
            String statement, Collection<String> keys, Function<Record, T> value) {
        return keys.isEmpty()
                ? Map.of()
                : graph
                        .query(statement)
                        .bind(List.copyOf(keys))
                        .to("keys")
                        .fetchAs(Record.class)
                        .mappedBy((_, row) -> row)
                        .all()
                        .stream()
                        .collect(Collectors.toMap(row -> row.get("key").asString(), value));
    }
}
