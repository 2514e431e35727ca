package org.lianji.outbox;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * News that a listener could not take, and those of the same subject behind them. The first of each
 * subject is tried again, or waits for an operator; when it is through the next one is the first.
 */
@Component
final class ParkedNews {

    private static final String SUBJECTS =
            "MATCH (d:ParkedNews {listener: $listener}) WHERE d.subject IN $subjects RETURN"
                    + " DISTINCT d.subject";

    /** Parked before is parked. */
    private static final String PARK =
            """
            MATCH (n:News {seq: $seq})
            MERGE (d:ParkedNews {listener: $listener, seq: $seq})
            ON CREATE SET d.subject = n.subject, d.kind = n.kind, d.failures = $failures, d.retryAt = $retryAt,
              d.fault = $fault, d.failedAt = $failedAt
            """;

    private static final String PARK_BEHIND =
            """
            MATCH (n:News {seq: $seq})
            WITH n, EXISTS {
              MATCH (first:ParkedNews {listener: $listener, subject: n.subject}) WHERE first.seq < $seq
            } AS behind
            MERGE (d:ParkedNews {listener: $listener, seq: $seq})
            ON CREATE SET d.subject = n.subject, d.kind = n.kind, d.failures = 0,
              d.retryAt = CASE WHEN behind THEN null ELSE $now END
            """;

    private static final String DUE =
            """
            MATCH (d:ParkedNews {listener: $listener}) WHERE d.retryAt <= $now
            MATCH (n:News {seq: d.seq})
            RETURN n{.*} AS news, d.failures AS failures
            ORDER BY d.retryAt, d.seq LIMIT 1
            """;

    private static final String THROUGH =
            """
            MATCH (d:ParkedNews {listener: $listener, seq: $seq})
            WITH d, d.subject AS subject
            DELETE d
            WITH subject
            MATCH (next:ParkedNews {listener: $listener, subject: subject}) WHERE next.seq > $seq
            WITH next ORDER BY next.seq LIMIT 1
            SET next.retryAt = $now
            """;

    private static final String FAILED =
            """
            MATCH (d:ParkedNews {listener: $listener, seq: $seq})
            SET d.failures = $failures, d.fault = $fault, d.failedAt = $failedAt, d.retryAt = $retryAt,
              d.deadAt = CASE WHEN $retryAt IS NULL THEN $failedAt END
            """;

    /**
     * News that are due again.
     *
     * @param failures so far
     */
    record Retry(News news, long failures) {}

    private final Neo4jClient graph;
    private final OutboxSettings settings;
    private final Clock clock;

    ParkedNews(Neo4jClient graph, OutboxSettings settings, Clock clock) {
        this.graph = graph;
        this.settings = settings;
        this.clock = clock;
    }

    /** {@return those of the subjects of which the listener has something parked} */
    Set<String> subjects(String listener, Collection<String> subjects) {
        return new HashSet<>(
                graph.query(SUBJECTS)
                        .bindAll(Map.of("listener", listener, "subjects", List.copyOf(subjects)))
                        .fetchAs(String.class)
                        .all());
    }

    /** Parks news that have just failed. */
    void park(String listener, News news, Throwable fault) {
        graph.query(PARK).bindAll(failure(listener, news, 1, fault)).run();
    }

    /** Parks news behind others of their subject. */
    void parkBehind(String listener, News news) {
        graph.query(PARK_BEHIND).bindAll(at(listener, news)).run();
    }

    /** {@return what the listener is to be told again next} */
    Optional<Retry> due(String listener) {
        return graph.query(DUE)
                .bindAll(Map.of("listener", listener, "now", ZonedDateTime.now(clock)))
                .fetchAs(Retry.class)
                .mappedBy(
                        (_, row) ->
                                new Retry(News.read(row.get("news")), row.get("failures").asLong()))
                .one();
    }

    /** The listener has taken it. */
    void through(String listener, News news) {
        graph.query(THROUGH).bindAll(at(listener, news)).run();
    }

    private Map<String, Object> at(String listener, News news) {
        return Map.of("listener", listener, "seq", news.seq(), "now", ZonedDateTime.now(clock));
    }

    /**
     * The listener has failed again.
     *
     * @return whether it is left to an operator
     */
    boolean failed(String listener, Retry retry, Throwable fault) {
        Map<String, Object> row = failure(listener, retry.news(), retry.failures() + 1, fault);
        graph.query(FAILED).bindAll(row).run();
        return row.get("retryAt") == null;
    }

    private Map<String, Object> failure(
            String listener, News news, long failures, Throwable fault) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        Map<String, Object> row = new HashMap<>();
        row.put("listener", listener);
        row.put("seq", news.seq());
        row.put("failures", failures);
        row.put("fault", ListenerFault.words(fault));
        row.put("failedAt", now);
        row.put(
                "retryAt",
                failures < settings.attempts() ? now.plus(settings.pause(failures)) : null);
        return row;
    }
}
