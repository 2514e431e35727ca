package org.lianji.contribution;

import org.lianji.database.RequestBatcher;
import org.lianji.platform.Faults;
import org.lianji.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells the other modules of complete batches. A batch is marked as untold in the transaction that
 * completes it, and the mark goes when every listener is through, so that no batch is forgotten
 * however the hub ends meanwhile.
 */
@Component
final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** Longer than listeners take; a batch told twice does no harm. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);

    private static final String UNTOLD =
            """
            MATCH (b:Batch {untold: true}) WHERE b.finishedAt <= $before
            RETURN b.id AS batch, b.category AS category, b.department AS department
            ORDER BY b.finishedAt
            """;

    private static final String TOLD =
            "UNWIND $batches AS id MATCH (b:Batch {id: id}) REMOVE b.untold";

    private static final RequestBatcher.Bounds TOGETHER =
            RequestBatcher.Bounds.ofOneLane(500, 500, Duration.ofSeconds(30));

    private final Neo4jClient graph;
    private final ApplicationEventPublisher events;
    private final Faults faults;
    private final Clock clock;
    private final RequestBatcher<String, Boolean> told =
            new RequestBatcher<>(this::markTold, _ -> 1, TOGETHER);

    Outbox(Neo4jClient graph, ApplicationEventPublisher events, Faults faults, Clock clock) {
        this.graph = graph;
        this.events = events;
        this.faults = faults;
        this.clock = clock;
    }

    /** The batch is committed: where a listener fails, its owner need not know. */
    void tell(ContributionCommitted news) {
        try {
            events.publishEvent(news);
            told.submit(news.department(), news.batch());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ExecutionException | TimeoutException e) {
            Problem problem = faults.problem(e);
            log.error(
                    "Batch {} will be told again, a listener or the mark failed: {} {}",
                    news.batch(),
                    problem.code().name(),
                    problem.details());
        }
    }

    /** Those told at the same time share a transaction. */
    private List<Boolean> markTold(List<String> batches) {
        graph.query(TOLD).bind(batches).to("batches").run();
        return Collections.nCopies(batches.size(), true);
    }

    /** What a hub that died left untold. */
    @EventListener(ApplicationReadyEvent.class)
    void tellAll() {
        tellAgain(Duration.ZERO);
    }

    /** What failed, and what another hub that died left untold. */
    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void tellLate() {
        tellAgain(UNDER_WAY);
    }

    private void tellAgain(Duration since) {
        List<ContributionCommitted> untold =
                List.copyOf(
                        graph.query(UNTOLD)
                                .bind(OffsetDateTime.now(clock).minus(since))
                                .to("before")
                                .fetchAs(ContributionCommitted.class)
                                .mappedBy(
                                        (_, row) ->
                                                new ContributionCommitted(
                                                        row.get("batch").asString(),
                                                        row.get("category").asString(),
                                                        row.get("department").asString()))
                                .all());
        untold.forEach(this::tell);
    }
}
