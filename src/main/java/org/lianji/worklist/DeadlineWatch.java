package org.lianji.worklist;

import org.lianji.clocks.WorkCalendar;
import org.lianji.outbox.Outbox;
import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * Sends word of each clock once before its last day and once after it, whichever hub looks first.
 */
@Component
final class DeadlineWatch {

    private static final Logger log = LoggerFactory.getLogger(DeadlineWatch.class);

    /** A clock that was put off has another last day, of which word goes out again. */
    private static final String UNTOLD =
            """
            MATCH (d:Deadline)-[:OF]->(m) WHERE d.running <= $near
            WITH d, m, d.key + '|' + toString(d.running) + CASE WHEN d.running < $today THEN '|over' ELSE '|near' END AS key
            WHERE NOT EXISTS { MATCH (:DeadlineNotice {key: key}) }
            RETURN {key: key, matter: m.id, type: head([label IN labels(m) WHERE label IN $types]), clock: d.key, due: d.running} AS untold
            ORDER BY untold.due LIMIT 1000
            """;

    /** The matter is locked: news of one are in order. Of two hubs one creates the notice. */
    private static final String TELL =
            """
            MATCH (d:Deadline {key: $clock})-[:OF]->(m)
            SET m.lock = true
            REMOVE m.lock
            WITH d WHERE d.running = $due
            MERGE (n:DeadlineNotice {key: $key})
            ON CREATE SET n.clock = $clock, n.due = $due, n.first = true
            WITH n, n.first AS first
            REMOVE n.first
            RETURN coalesce(first, false)
            """;

    /** What was done, paused or put off needs no notice any longer. */
    private static final String FORGET =
            """
            MATCH (n:DeadlineNotice)
            WHERE NOT EXISTS { MATCH (d:Deadline {key: n.clock}) WHERE d.running = n.due }
            DELETE n
            """;

    private final Neo4jClient graph;
    private final WorklistSettings settings;
    private final WorkCalendar calendar;
    private final Outbox outbox;
    private final Faults faults;
    private final Clock clock;
    private final TransactionTemplate writing;
    private final Collection<String> types;

    DeadlineWatch(
            Neo4jClient graph,
            WorklistSettings settings,
            WorkCalendar calendar,
            Outbox outbox,
            Faults faults,
            Clock clock,
            FlowTypes types,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.settings = settings;
        this.calendar = calendar;
        this.outbox = outbox;
        this.faults = faults;
        this.clock = clock;
        this.types = types.names();
        this.writing = new TransactionTemplate(transactions);
    }

    private record UntoldDeadline(String key, DeadlineNews news) {}

    @Scheduled(cron = "${lianji.worklist.watch:0 5 * * * *}", zone = "Asia/Shanghai")
    void watch() {
        try {
            graph.query(FORGET).run();
            untold().forEach(this::tell);
        } catch (RuntimeException e) {
            log.warn("Word of last days was not sent: {}", faults.problem(e).code().name());
        }
    }

    private Collection<UntoldDeadline> untold() {
        LocalDate today = LocalDate.now(clock);
        return graph.query(UNTOLD)
                .bindAll(
                        Map.of(
                                "today",
                                today,
                                "near",
                                calendar.estimate(today, settings.workingDaysAhead()).day(),
                                "types",
                                types))
                .fetchAs(UntoldDeadline.class)
                .mappedBy(
                        (_, row) ->
                                new UntoldDeadline(
                                        row.get("untold").get("key").asString(),
                                        new DeadlineNews(
                                                row.get("untold").get("type").asString(),
                                                row.get("untold").get("matter").asString(),
                                                row.get("untold").get("clock").asString(),
                                                row.get("untold").get("due").asLocalDate())))
                .all();
    }

    private void tell(UntoldDeadline untold) {
        DeadlineNews news = untold.news();
        writing.executeWithoutResult(
                _ -> {
                    boolean first =
                            graph.query(TELL)
                                    .bindAll(
                                            Map.of(
                                                    "key",
                                                    untold.key(),
                                                    "clock",
                                                    news.clock(),
                                                    "due",
                                                    news.due()))
                                    .fetchAs(Boolean.class)
                                    .one()
                                    .orElse(false);
                    if (first) {
                        outbox.post(DeadlineNews.KIND, news.matter(), news);
                    }
                });
    }
}
