package org.lianji.feed;

import org.lianji.agreements.Agreement;
import org.lianji.agreements.AgreementEvent;
import org.lianji.agreements.AgreementRows;
import org.lianji.agreements.ChangedAgreement;
import org.lianji.outbox.News;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What has become of agreements, as it is when it is told. */
@Component
final class AgreementChronicle {

    private static final String CHANGE =
            """
            MATCH (e:AgreementEvent {agreement: $agreement, version: $version})-[:OF]->(a:Agreement)
            RETURN e{.*} AS event, a{.*, deadlines: [(d:AgreementDeadline)-[:OF]->(a) | d{.*}]} AS agreement
            """;

    private final Neo4jClient graph;

    AgreementChronicle(Neo4jClient graph) {
        this.graph = graph;
    }

    /**
     * @param place of its news
     * @param agreement as it is now
     * @param event what was done
     */
    record Change(long place, Agreement agreement, AgreementEvent event) {}

    /** {@return what the news tell of} */
    Optional<Change> change(News news, LocalDate today) {
        ChangedAgreement changed = news.as(ChangedAgreement.class);
        return graph.query(CHANGE)
                .bindAll(Map.of("agreement", changed.agreement(), "version", changed.version()))
                .fetchAs(Change.class)
                .mappedBy(
                        (_, row) ->
                                new Change(
                                        news.seq(),
                                        AgreementRows.agreement(row.get("agreement"), today),
                                        AgreementRows.event(row.get("event"))))
                .one();
    }
}
