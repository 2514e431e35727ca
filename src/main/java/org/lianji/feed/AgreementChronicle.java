package org.lianji.feed;

import org.lianji.agreements.Agreement;
import org.lianji.agreements.AgreementEvent;
import org.lianji.agreements.AgreementRows;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The changes of all agreements in the order in which they were committed: each has the number that
 * the agreements' version had after it.
 */
@Component
final class AgreementChronicle {

    private static final String BEHIND =
            """
            MATCH (e:AgreementEvent)-[:OF]->(a:Agreement)
            WHERE e.sequence > $sequence AND ($department IN [a.provider, a.consumer] OR e.filedWith = $department)
            WITH e, a ORDER BY e.sequence LIMIT $limit
            RETURN e{.*} AS event, a{.*, deadlines: [(d:AgreementDeadline)-[:OF]->(a) | d{.*}]} AS agreement,
              e.sequence AS sequence
            ORDER BY sequence
            """;

    private static final String PLACE =
            "MATCH (e:AgreementEvent {agreement: $agreement, version: $version}) RETURN e.sequence";

    private final Neo4jClient graph;

    AgreementChronicle(Neo4jClient graph) {
        this.graph = graph;
    }

    /**
     * @param sequence its number among the changes of all agreements
     * @param agreement as it is now
     * @param event what was done
     */
    record Change(long sequence, Agreement agreement, AgreementEvent event) {}

    /**
     * {@return so many changes behind a number that may concern the department, or all there are}
     */
    List<Change> behind(long sequence, String department, int limit, LocalDate today) {
        return List.copyOf(
                graph.query(BEHIND)
                        .bindAll(
                                Map.of(
                                        "sequence",
                                        sequence,
                                        "department",
                                        department,
                                        "limit",
                                        limit))
                        .fetchAs(Change.class)
                        .mappedBy(
                                (_, row) ->
                                        new Change(
                                                row.get("sequence").asLong(),
                                                AgreementRows.agreement(
                                                        row.get("agreement"), today),
                                                AgreementRows.event(row.get("event"))))
                        .all());
    }

    /** {@return the number of a change, where it is known} */
    OptionalLong place(String agreement, long version) {
        return graph
                .query(PLACE)
                .bindAll(Map.of("agreement", agreement, "version", version))
                .fetchAs(Long.class)
                .all()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
