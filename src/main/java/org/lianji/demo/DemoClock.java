package org.lianji.demo;

import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.HubClock;
import org.lianji.platform.Problem;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;

/**
 * The demo's time, which may be set ahead so that what takes weeks can be shown. How far is kept in
 * the graph: what was written then lies in the past of a hub that starts again.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
final class DemoClock implements SmartInitializingSingleton {

    private static final int MOST_DAYS = 31;

    private static final String AHEAD = "MATCH (c:DemoClock {id: 'demo'}) RETURN c.days";

    private static final String ADVANCE =
            """
            MERGE (c:DemoClock {id: 'demo'})
            SET c.days = coalesce(c.days, 0) + $days
            RETURN c.days
            """;

    private final HubClock clock;
    private final Neo4jClient graph;
    private final AuditLog chain;
    private final TransactionTemplate transactions;

    DemoClock(HubClock clock, Neo4jClient graph, AuditLog chain, TransactionTemplate transactions) {
        this.clock = clock;
        this.graph = graph;
        this.chain = chain;
        this.transactions = transactions;
    }

    /** A hub that starts again does not go back. */
    @Override
    public void afterSingletonsInstantiated() {
        set(graph.query(AHEAD).fetchAs(Long.class).one().orElse(0L));
    }

    private void set(long days) {
        clock.setAhead(Duration.ofDays(days));
    }

    /**
     * @param now the time of the hub
     * @param daysAhead of the real time
     */
    record DemoTime(ZonedDateTime now, long daysAhead) {}

    /**
     * {@return the time after it was set ahead}
     *
     * @throws Problem DEMO_DAYS
     */
    DemoTime advance(Caller caller, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new Problem(DemoCode.DEMO_DAYS);
        }
        long ahead = Objects.requireNonNull(transactions.execute(_ -> advanced(caller, days)));
        set(ahead);
        return new DemoTime(ZonedDateTime.now(clock), ahead);
    }

    private long advanced(Caller caller, int days) {
        long ahead =
                graph.query(ADVANCE).bind(days).to("days").fetchAs(Long.class).one().orElseThrow();
        chain.join(
                new Entry(
                        Kind.WRITE,
                        caller.department(),
                        caller.client(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        Digests.hex("advanceClock " + ahead),
                        null));
        return ahead;
    }
}
