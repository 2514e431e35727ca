package org.lianji.audit;

import org.lianji.database.AutoCommit;
import org.lianji.database.ByteSizeEstimate;
import org.lianji.database.RequestBatcher;
import org.lianji.platform.Problem;
import org.neo4j.driver.exceptions.TransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Where entries are added, and only added: no entry, no data. Whoever reads appends and waits for
 * it; whoever writes joins the entry to the transaction of the facts.
 */
@Component
public final class AuditLog {

    private static final String APPEND =
            """
            UNWIND $sheets AS sheet
            CREATE (s:Sheet:Unsealed) SET s = sheet.properties
            WITH s, sheet
            UNWIND sheet.subjects AS subject
            MATCH (p:Person {id: subject})
            CREATE (s)-[:SAW]->(p)
            """;

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);

    /** Callers, and bytes they write, in one transaction. */
    private static final RequestBatcher.Bounds TOGETHER =
            RequestBatcher.Bounds.ofOneLane(500, 1 << 20, Duration.ofSeconds(30));

    /** Of an entry, and of the relation to each of its subjects, in bytes: 2,048 at most. */
    private static final int NODE = 512;

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Neo4jClient graph;
    private final AutoCommit statements;
    private final Clock clock;
    private final SealingSchedule sealing;
    private final SheetDigests digests;
    private final RequestBatcher<List<Entry>, Boolean> together;

    /**
     * The server rolled the transaction back and says so. What is not known to be rolled back is
     * not tried again: the entry may be there.
     */
    private final RetryTemplate retries =
            new RetryTemplate(
                    RetryPolicy.builder()
                            .maxRetries(6)
                            .delay(Duration.ofMillis(10))
                            .multiplier(2)
                            .jitter(Duration.ofMillis(10))
                            .predicate(AuditLog::rolledBack)
                            .build());

    public AuditLog(
            Neo4jClient graph,
            AutoCommit statements,
            Clock clock,
            SealingSchedule sealing,
            SheetDigests digests) {
        this.graph = graph;
        this.statements = statements;
        this.clock = clock;
        this.sealing = sealing;
        this.digests = digests;
        this.together = new RequestBatcher<>(this::write, AuditLog::weight, TOGETHER);
    }

    /**
     * Returns once the entries are durable; callers at the same time share a transaction.
     *
     * @param entries what was asked in one request
     * @throws Problem CHAIN_UNAVAILABLE where they could not be written, or it isn't known whether
     *     they were
     */
    public void append(List<Entry> entries) {
        if (!entries.isEmpty()) {
            submit(entries.getFirst().department(), entries);
            sealing.wake();
        }
    }

    private void submit(String department, List<Entry> entries) {
        try {
            together.submit(department, entries);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(AuditCode.CHAIN_UNAVAILABLE);
        } catch (ExecutionException | TimeoutException e) {
            throw new Problem(AuditCode.CHAIN_UNAVAILABLE);
        }
    }

    private static int weight(List<Entry> entries) {
        return entries.stream()
                .mapToInt(
                        entry ->
                                NODE * (1 + entry.subjects().size())
                                        + ByteSizeEstimate.of(entry.items())
                                        + ByteSizeEstimate.of(entry.agreements()))
                .sum();
    }

    /**
     * Adds the entry in the caller's transaction: it is durable with the facts or not at all.
     *
     * @param entry what is written
     * @throws IllegalStateException outside of a transaction
     */
    public void join(Entry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an entry joins the transaction of its facts");
        }
        graph.query(APPEND).bindAll(rows(sheets(List.of(entry)))).run();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        sealing.wake();
                    }
                });
    }

    private List<Boolean> write(List<List<Entry>> callers) {
        List<EntryGroup> sheets = sheets(callers.stream().flatMap(List::stream).toList());
        Map<String, Object> rows = rows(sheets);
        try {
            retries.invoke(
                    () -> {
                        statements.write(APPEND, rows, DEADLINE);
                        return true;
                    });
        } catch (RuntimeException fault) {
            log.error("The chain could not be written for {} callers", callers.size(), fault);
            throw fault;
        }
        sheets.forEach(digests::remember);
        return Collections.nCopies(callers.size(), true);
    }

    private List<EntryGroup> sheets(List<Entry> entries) {
        return EntryGroup.of(entries, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Map<String, Object> rows(List<EntryGroup> sheets) {
        return Map.of("sheets", sheets.stream().map(EntryGroup::row).toList());
    }

    private static boolean rolledBack(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientException) {
                return true;
            }
        }
        return false;
    }
}
