package org.lianji.outbox;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * News that wait for an operator: the department that leads runs the hub, and has them told again;
 * auditors see them.
 */
@Component
final class DeadLetters {

    private static final Keyset NEWEST = Keyset.newestFirst("d.deadAt", "d.seq", "d.listener");

    private static final String SOME =
            """
            MATCH (d:ParkedNews)
            WHERE d.deadAt IS NOT NULL AND ($listener IS NULL OR d.listener = $listener) AND %s
            WITH d %s
            MATCH (n:News {seq: d.seq})
            RETURN d{.*, at: n.at,
              waiting: COUNT { MATCH (b:ParkedNews {listener: d.listener, subject: d.subject}) WHERE b.seq > d.seq }} AS letter
            """;

    private static final String REPLAY =
            """
            MATCH (d:ParkedNews {listener: $listener})
            WHERE d.deadAt IS NOT NULL AND ($seqs IS NULL OR d.seq IN $seqs)
            SET d.retryAt = $now, d.failures = 0
            REMOVE d.deadAt
            RETURN d.seq AS seq ORDER BY seq
            """;

    private final Neo4jClient graph;
    private final AuditLog chain;
    private final NewsDispatcher dispatcher;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final String lead;

    DeadLetters(
            Neo4jClient graph,
            AuditLog chain,
            NewsDispatcher dispatcher,
            Catalogue catalogue,
            PlatformTransactionManager manager,
            Clock clock) {
        this.graph = graph;
        this.chain = chain;
        this.dispatcher = dispatcher;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /**
     * {@return those of a listener, or of all; the newest first}
     *
     * @throws Problem where they are not the caller's to see
     */
    ListSource<DeadLetter> listing(Caller caller, @Nullable String listener) {
        if (!caller.is(Role.AUDITOR)) {
            admit(caller);
        }
        Map<String, Object> which = new HashMap<>();
        which.put("listener", listener);
        return new ListSource<>(
                stretch ->
                        List.copyOf(
                                graph.query(
                                                SOME.formatted(
                                                                NEWEST.within(stretch),
                                                                NEWEST.ordered(stretch))
                                                        + NEWEST.ordered(stretch))
                                        .bindAll(which)
                                        .bindAll(NEWEST.parameters(stretch))
                                        .fetchAs(DeadLetter.class)
                                        .mappedBy((_, row) -> DeadLetter.read(row.get("letter")))
                                        .all()),
                letter -> List.of(letter.deadAt(), letter.seq(), letter.listener()));
    }

    /**
     * Has a listener told again, from the first of each subject on.
     *
     * @param seqs places of the news; null for all that it could not take
     * @return how many are told again, beside those that wait behind them; none where nobody here
     *     is called so
     * @throws Problem where that is not the caller's to say
     */
    int replay(Caller caller, String listener, @Nullable List<Long> seqs) {
        admit(caller);
        if (!dispatcher.knows(listener)) {
            return 0;
        }
        int replayed =
                Objects.requireNonNull(
                        transactions.execute(_ -> replayed(caller, listener, seqs).size()));
        dispatcher.wake();
        return replayed;
    }

    private List<Long> replayed(Caller caller, String listener, @Nullable List<Long> seqs) {
        List<Long> replayed = alive(listener, seqs);
        if (!replayed.isEmpty()) {
            chain.join(entry(caller, listener + " " + replayed));
        }
        return replayed;
    }

    /** Has a listener told again, whoever says so. */
    void replay(String listener) {
        alive(listener, null);
    }

    private List<Long> alive(String listener, @Nullable List<Long> seqs) {
        Map<String, Object> which = new HashMap<>();
        which.put("listener", listener);
        which.put("seqs", seqs);
        which.put("now", ZonedDateTime.now(clock));
        return List.copyOf(graph.query(REPLAY).bindAll(which).fetchAs(Long.class).all());
    }

    private static Entry entry(Caller caller, String what) {
        return new Entry(
                Kind.WRITE,
                caller.department(),
                caller.client(),
                null,
                null,
                List.of(),
                List.of("News.replayed"),
                List.of(),
                Digests.hex(what),
                null);
    }

    private void admit(Caller caller) {
        if (!caller.department().equals(lead)) {
            throw new Problem(OutboxCode.NOT_THE_OPERATOR);
        }
    }
}
