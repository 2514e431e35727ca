package org.lianji.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.lianji.compiler.CompiledStatement;
import org.lianji.compiler.QueryContext;
import org.lianji.database.AutoCommit;
import org.lianji.database.ByteSizeEstimate;
import org.lianji.database.RequestBatcher;
import org.lianji.paging.PageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Runs compiled statements: one round trip for a request. Requests of the same text that come while
 * it is under way leave together as rows of one statement, each with its own parameters and guards.
 */
@Component
public class StatementExecutor {

    private static final Logger log = LoggerFactory.getLogger(StatementExecutor.class);
    private static final Duration ALONE = Duration.ofSeconds(20);
    private static final Duration COUNTING = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Bytes of a record before any was answered. */
    private static final int UNKNOWN = 1_000;

    /** The part of what was heavier before that each answer forgets. */
    private static final int FORGOTTEN = 8;

    private final AutoCommit statements;
    private final ReadSettings settings;
    private final RequestBatcher.Bounds bounds;
    private final Cache<String, SharedStatement> shapes;

    StatementExecutor(AutoCommit statements, ReadSettings settings) {
        this.statements = statements;
        this.settings = settings;
        this.bounds =
                new RequestBatcher.Bounds(
                        settings.rows(),
                        Math.toIntExact(settings.size().toBytes()),
                        settings.lanes(),
                        RequestBatcher.Bounds.MOMENT,
                        settings.slow(),
                        PATIENCE);
        this.shapes = Caffeine.newBuilder().maximumSize(settings.shapes()).build();
    }

    /**
     * @param data the answer, by result key of the root fields
     * @param asked tokens of the persons who were asked for by name, whether or not they may be
     *     seen; null where there is no such person
     * @param inForce whether the basis that was stated exists, and serves this caller, purpose and
     *     time
     * @param shownFrom when the persons may learn of the look, where it is not at once
     */
    public record Read(
            Map<String, Object> data,
            List<@Nullable String> asked,
            boolean inForce,
            @Nullable Instant shownFrom) {

        static final Read NOTHING = new Read(Map.of(), List.of(), false, null);
    }

    /** {@return what the graph answers} */
    Read read(CompiledStatement compiled) {
        return read(compiled, settings.deadline(), ALONE);
    }

    /** {@return what the graph answers to each, in one statement for all of the same text} */
    List<Read> readAll(List<CompiledStatement> several) {
        Map<CompiledStatement, Read> answers = new IdentityHashMap<>();
        several.stream()
                .collect(
                        Collectors.groupingBy(
                                CompiledStatement::cypher, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(
                        group -> {
                            List<Optional<Read>> reads = run(group, ALONE);
                            for (int i = 0; i < group.size(); i++) {
                                answers.put(group.get(i), reads.get(i).orElseThrow());
                            }
                        });
        return several.stream().map(answers::get).map(Objects::requireNonNull).toList();
    }

    /** {@return what the graph answers, unless it takes too long} */
    public Read count(CompiledStatement compiled) {
        return read(compiled, COUNTING, COUNTING);
    }

    /**
     * @param shared how long several may take together
     * @param alone how long one may take, the planning of a new question included
     */
    private Read read(CompiledStatement compiled, Duration shared, Duration alone) {
        return settings.together()
                ? together(compiled, shared, alone).orElseGet(() -> alone(compiled, alone))
                : alone(compiled, alone);
    }

    private Optional<Read> together(CompiledStatement compiled, Duration shared, Duration alone) {
        return shapes.get(compiled.cypher(), _ -> new SharedStatement(shared, alone))
                .gathered
                .await(String.valueOf(compiled.parameters().get("department")), compiled);
    }

    /** Requests of one text, which are gathered, and how heavy their answers were lately. */
    private final class SharedStatement {

        private final RequestBatcher<CompiledStatement, Optional<Read>> gathered;
        private final AtomicInteger bytesOfRecord = new AtomicInteger(UNKNOWN);

        SharedStatement(Duration shared, Duration alone) {
            this.gathered =
                    new RequestBatcher<>(
                            group -> weighed(group, together(group, shared, alone)),
                            one ->
                                    ByteSizeEstimate.of(one.parameters())
                                            + bytesOfRecord.get() * records(one),
                            bounds);
        }

        /** Takes the heaviest; what came before it is forgotten little by little. */
        private List<Optional<Read>> weighed(
                List<CompiledStatement> group, List<Optional<Read>> answers) {
            Map<Read, Integer> latest = new IdentityHashMap<>();
            for (int i = 0; i < group.size(); i++) {
                int records = records(group.get(i));
                answers.get(i)
                        .ifPresent(
                                read ->
                                        latest.computeIfAbsent(
                                                read,
                                                one -> ByteSizeEstimate.of(one.data()) / records));
            }
            int heaviest = latest.values().stream().max(Integer::compare).orElse(UNKNOWN);
            bytesOfRecord.updateAndGet(known -> Math.max(heaviest, known - known / FORGOTTEN));
            return answers;
        }

        private static int records(CompiledStatement compiled) {
            return 1 + compiled.pages().stream().mapToInt(PageRequest::limit).sum();
        }
    }

    /**
     * Where requests that share a statement meet a fault, it is one's own: each goes alone, and
     * nobody has another's.
     */
    private List<Optional<Read>> together(
            List<CompiledStatement> group, Duration shared, Duration alone) {
        if (group.size() == 1) {
            return List.of(Optional.of(alone(group.getFirst(), alone)));
        }
        try {
            return run(group, shared);
        } catch (RuntimeException fault) {
            log.debug("{} requests that shared a statement go alone", group.size(), fault);
            return Collections.nCopies(group.size(), Optional.empty());
        }
    }

    private Read alone(CompiledStatement compiled, Duration deadline) {
        return run(List.of(compiled), deadline).getFirst().orElseThrow();
    }

    /** Equal rows, which hold all that decides but the time, are one, as of the latest of them. */
    private List<Optional<Read>> run(List<CompiledStatement> group, Duration deadline) {
        Map<Map<String, Object>, Map<String, Object>> rows = new LinkedHashMap<>();
        List<Object> numbers = new ArrayList<>();
        for (CompiledStatement compiled : group) {
            Map<String, Object> asked = new HashMap<>(compiled.parameters());
            ZonedDateTime now =
                    (ZonedDateTime) Objects.requireNonNull(asked.remove(QueryContext.NOW));
            Map<String, Object> row = rows.get(asked);
            if (row == null) {
                row = new HashMap<>(asked);
                row.put("n", (long) rows.size());
                rows.put(asked, row);
            }
            row.merge(QueryContext.NOW, now, StatementExecutor::later);
            numbers.add(row.get("n"));
        }
        Map<Object, Read> byNumber = new HashMap<>();
        statements
                .read(
                        group.getFirst().cypher(),
                        Map.of("rows", List.copyOf(rows.values())),
                        deadline)
                .forEach(answer -> byNumber.put(answer.get("n"), read(answer)));
        return numbers.stream().map(byNumber::get).map(Optional::ofNullable).toList();
    }

    private static Object later(Object one, Object other) {
        return ((ZonedDateTime) one).isAfter((ZonedDateTime) other) ? one : other;
    }

    @SuppressWarnings("unchecked")
    private static Read read(Map<String, Object> answer) {
        return new Read(
                (Map<String, Object>) Objects.requireNonNull(answer.get("data")),
                (List<@Nullable String>) Objects.requireNonNull(answer.get("asked")),
                Boolean.TRUE.equals(answer.get("inForce")),
                answer.get("shownFrom") instanceof ZonedDateTime from ? from.toInstant() : null);
    }
}
