package org.lianji.records;

import org.lianji.catalogue.Category;
import org.lianji.catalogue.Subject;
import org.lianji.outbox.Outbox;
import org.lianji.people.HouseholdKey;
import org.lianji.people.Identity;
import org.lianji.people.MergedPersons;
import org.lianji.people.People;
import org.lianji.people.Relation;
import org.lianji.people.Relations;
import org.lianji.records.History.Version;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Writes a chunk of a batch in one transaction: the facts, their relations, what became of each
 * row, and how far the batch is. Writers that meet are told apart by locks and constraints, and the
 * loser tries again.
 */
@Component
public final class ChunkWriter {

    private final TransactionTemplate transactions;
    private final RetryTemplate retries =
            new RetryTemplate(
                    RetryPolicy.builder()
                            .maxRetries(12)
                            .delay(Duration.ofMillis(10))
                            .multiplier(1.6)
                            .jitter(Duration.ofMillis(10))
                            .maxDelay(Duration.ofMillis(500))
                            .predicate(ChunkWriter::worthRetrying)
                            .build());
    private final RecordGraph graph;
    private final People people;
    private final Relations relations;
    private final MergedPersons merged;
    private final WriteAudit written;
    private final RejectedRows rejected;
    private final Outbox news;
    private final Clock clock;

    ChunkWriter(
            PlatformTransactionManager manager,
            RecordGraph graph,
            People people,
            Relations relations,
            MergedPersons merged,
            WriteAudit written,
            RejectedRows rejected,
            Outbox news,
            Clock clock) {
        this.transactions = new TransactionTemplate(manager);
        this.graph = graph;
        this.people = people;
        this.relations = relations;
        this.merged = merged;
        this.written = written;
        this.rejected = rejected;
        this.news = news;
        this.clock = clock;
    }

    /**
     * {@return what the work returns, done in one transaction and again when it met another writer}
     */
    public <T> T inTransaction(Supplier<T> work) {
        return retries.invoke(
                () -> {
                    T result = transactions.execute(_ -> work.get());
                    return Objects.requireNonNull(result);
                });
    }

    /**
     * Writes the chunk in the caller's transaction, unless another writer of the same batch has.
     *
     * @return whether this call wrote it
     */
    public boolean write(BatchHandle batch, Category category, Chunk chunk) {
        if (graph.lockBatch(batch.id()) != chunk.first()) {
            return false;
        }
        List<Outcome> outcomes = keep(batch, category, chunk);
        graph.progress(batch.id(), chunk, outcomes, OffsetDateTime.now(clock));
        if (!outcomes.isEmpty()) {
            written.chunk(batch, category);
        }
        rejected.keep(batch.id(), chunk, outcomes);
        return true;
    }

    private List<Outcome> keep(BatchHandle batch, Category category, Chunk chunk) {
        List<Row> rows =
                chunk.rows().stream()
                        .filter(CheckedRow.Valid.class::isInstance)
                        .map(checked -> ((CheckedRow.Valid) checked).row())
                        .toList();
        Map<String, History> histories = graph.histories(category, rows);
        List<Outcome> outcomes = new ArrayList<>(chunk.rows().size());
        for (CheckedRow checked : chunk.rows()) {
            outcomes.add(
                    switch (checked) {
                        case CheckedRow.Valid sound -> settle(category, sound.row(), histories);
                        case CheckedRow.Invalid faulty -> graph.rejected(faulty);
                        case CheckedRow.Empty empty ->
                                new Outcome(
                                        empty.raw().number(),
                                        null,
                                        OutcomeKind.SKIPPED,
                                        null,
                                        List.of());
                    });
        }
        apply(batch, category, histories.values());
        graph.noteChanges(
                histories.entrySet().stream()
                        .filter(history -> history.getValue().changes())
                        .map(Map.Entry::getKey)
                        .toList());
        return outcomes;
    }

    private Outcome settle(Category category, Row row, Map<String, History> histories) {
        History history =
                histories.computeIfAbsent(
                        RecordGraph.key(category, row), key -> graph.history(key, List.of()));
        Outcome outcome = history.add(row);
        boolean review = category.subject() != Subject.NONE && row.subject() == null;
        return review && outcome.kind() == OutcomeKind.ACCEPTED
                ? new Outcome(
                        outcome.row(),
                        outcome.recordNo(),
                        OutcomeKind.TO_REVIEW,
                        outcome.record(),
                        row.nameDiffers() ? Outcome.NAME_DIFFERS : List.of())
                : outcome;
    }

    private void apply(BatchHandle batch, Category category, Iterable<History> histories) {
        RowRelations derived = new RowRelations(category);
        Set<Identity> persons = new HashSet<>();
        Set<Identity> named = new HashSet<>();
        Set<HouseholdKey> households = new HashSet<>();
        List<Relation> made = new ArrayList<>();
        Map<Version, RecordGraph.VersionPlacement> added = new LinkedHashMap<>();
        Map<Version, RecordGraph.VersionPlacement> redated = new LinkedHashMap<>();
        for (History history : histories) {
            for (Version version : history.redated()) {
                redated.put(
                        version,
                        new RecordGraph.VersionPlacement(
                                history.end(version), false, history.demoted(version)));
            }
            for (Version version : history.added()) {
                boolean newest = history.newest(version);
                added.put(
                        version,
                        new RecordGraph.VersionPlacement(history.end(version), newest, false));
                made.addAll(derived.of(version, history.end(version), newest));
                if (version.row() instanceof Row row) {
                    row.items().keySet().forEach(item -> named.addAll(row.people(item)));
                    if (row.subject() instanceof Identity subject) {
                        persons.add(subject);
                        derived.household(row).ifPresent(households::add);
                    }
                }
            }
        }
        persons.addAll(named);
        people.ensure(persons, batch.invented());
        Map<String, String> tokens = people.ownTokens(named);
        relations.ensureHouseholds(households);
        Set<String> touched = new TreeSet<>(tokens.values());
        touched.addAll(graph.redate(category, redated, OffsetDateTime.now(clock)));
        touched.addAll(
                graph.create(batch, category, added, tokens, derived, OffsetDateTime.now(clock)));
        relations.create(made);
        Map<String, String> led = merged.follow(persons);
        touched.removeAll(led.keySet());
        touched.addAll(led.values());
        post(batch, category, added.keySet(), touched);
        date(derived.kinds(), redated);
        settle(derived, made, redated);
    }

    private void post(
            BatchHandle batch, Category category, Set<Version> added, Set<String> persons) {
        if (!added.isEmpty()) {
            news.post(
                    RecordsContributed.KIND,
                    batch.id(),
                    new RecordsContributed(
                            category.code(),
                            batch.id(),
                            added.stream().map(Version::record).distinct().toList(),
                            List.copyOf(persons)));
        }
    }

    private void date(
            Set<Relation.Kind> kinds, Map<Version, RecordGraph.VersionPlacement> redated) {
        relations.date(
                kinds,
                redated.entrySet().stream()
                        .map(
                                entry ->
                                        new Relations.RelationDates(
                                                entry.getKey().id(), entry.getValue().end(), false))
                        .toList());
    }

    private void settle(
            RowRelations derived,
            List<Relation> made,
            Map<Version, RecordGraph.VersionPlacement> redated) {
        Set<String> records = new HashSet<>();
        made.forEach(relation -> records.add(relation.record()));
        redated.keySet().forEach(version -> records.add(version.id()));
        derived.settle(relations, records);
    }

    /**
     * Deadlocks, lost races for a constraint, and a current record that changed hands between lock
     * and look.
     */
    static boolean worthRetrying(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean race =
                    cause instanceof DataIntegrityViolationException
                            || cause instanceof ConcurrencyFailureException
                            || cause instanceof TransientDataAccessException;
            boolean told =
                    cause instanceof Neo4jException neo4j
                            && (neo4j.code().startsWith("Neo.TransientError")
                                    || neo4j.code().contains("ConstraintValidation"));
            if (race || told) {
                return true;
            }
        }
        return false;
    }
}
