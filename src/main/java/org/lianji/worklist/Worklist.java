package org.lianji.worklist;

import org.jspecify.annotations.Nullable;
import org.lianji.agreements.AgreementClock;
import org.lianji.agreements.Agreements;
import org.lianji.clocks.Deadline;
import org.lianji.database.Fragment;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.platform.Caller;
import org.lianji.procedure.Flow;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Transition;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The clocks that a department must keep: of the matters of all flows that its officer may know of
 * by the rule of each flow's own lists, and of agreements.
 */
@Component
final class Worklist {

    private static final String RUNNING =
            """
            MATCH (d:Deadline {flow: '%1$s'})-[:OF]->(m:%1$s)
            WHERE d.running <= $lastDay AND d.department = $keeper AND (%2$s) AND (%3$s)
            RETURN {matter: m.id, key: d.key, due: d.running} AS clock
            %4$s
            """;

    private static final Keyset EARLIEST = new Keyset(true, List.of("d.running", "d.key"));

    private static final Comparator<RunningClock> ORDER =
            Comparator.comparing(RunningClock::due).thenComparing(RunningClock::key);

    private final List<Flow<?, ?, ?>> flows;
    private final ProcedureKernel kernel;
    private final Agreements agreements;
    private final Neo4jClient graph;

    Worklist(
            List<Flow<?, ?, ?>> flows,
            ProcedureKernel kernel,
            Agreements agreements,
            Neo4jClient graph) {
        this.flows = List.copyOf(flows);
        this.kernel = kernel;
        this.agreements = agreements;
        this.graph = graph;
    }

    /** Of a flow's matter, or of an agreement. */
    private sealed interface RunningClock {

        String key();

        LocalDate due();
    }

    private record MatterClock(Flow<?, ?, ?> flow, String matter, String key, LocalDate due)
            implements RunningClock {}

    private record SharingClock(AgreementClock clock) implements RunningClock {

        @Override
        public String key() {
            return clock.key();
        }

        @Override
        public LocalDate due() {
            return clock.deadline().due();
        }
    }

    /**
     * {@return the clocks of the caller's department, the most urgent first}
     *
     * @param region only of matters in this one; null for all
     * @param until only those whose last day is this one or earlier; null for all
     */
    ListSource<WorkItem> listing(
            Caller caller, @Nullable String region, @Nullable LocalDate until) {
        LocalDate lastDay = until == null ? LocalDate.MAX.withYear(9999) : until;
        return new ListSource<>(
                stretch -> some(caller, region, lastDay, stretch),
                one -> List.of(one.deadline().due(), one.key()));
    }

    private List<WorkItem> some(
            Caller caller, @Nullable String region, LocalDate lastDay, Stretch stretch) {
        List<RunningClock> clocks =
                Stream.concat(
                                flows.stream()
                                        .flatMap(
                                                flow ->
                                                        running(
                                                                flow,
                                                                caller,
                                                                Procedures.within(region),
                                                                lastDay,
                                                                stretch)),
                                sharing(caller, region, lastDay, stretch))
                        .sorted(stretch.forward() ? ORDER : ORDER.reversed())
                        .limit(stretch.limit())
                        .toList();
        Map<String, Procedure<?>> matters =
                clocks.stream()
                        .filter(MatterClock.class::isInstance)
                        .map(MatterClock.class::cast)
                        .collect(Collectors.groupingBy(MatterClock::flow))
                        .entrySet()
                        .stream()
                        .flatMap(group -> matters(group.getKey(), caller, group.getValue()))
                        .collect(Collectors.toMap(Procedure::id, Function.identity()));
        return clocks.stream().flatMap(clock -> item(clock, matters).stream()).toList();
    }

    /** An agreement lies in no region. */
    private Stream<RunningClock> sharing(
            Caller caller, @Nullable String region, LocalDate lastDay, Stretch stretch) {
        return region == null
                ? agreements.running(caller, lastDay, stretch).stream().map(SharingClock::new)
                : Stream.empty();
    }

    private Stream<MatterClock> running(
            Flow<?, ?, ?> flow, Caller caller, Fragment which, LocalDate lastDay, Stretch stretch) {
        Fragment visible = flow.visible(kernel.actor(caller)).and(which);
        Map<String, Object> values = new HashMap<>(visible.parameters());
        values.putAll(EARLIEST.parameters(stretch));
        values.put("lastDay", lastDay);
        values.put("keeper", caller.department());
        return graph
                .query(
                        RUNNING.formatted(
                                flow.matter().getSimpleName(),
                                visible.text(),
                                EARLIEST.within(stretch),
                                EARLIEST.ordered(stretch)))
                .bindAll(values)
                .fetchAs(MatterClock.class)
                .mappedBy(
                        (_, row) ->
                                new MatterClock(
                                        flow,
                                        row.get("clock").get("matter").asString(),
                                        row.get("clock").get("key").asString(),
                                        row.get("clock").get("due").asLocalDate()))
                .all()
                .stream();
    }

    private <
                    S extends Enum<S>,
                    T extends Enum<T> & Transition<S, P>,
                    P extends Record & Procedure<S>>
            Stream<P> matters(Flow<S, T, P> flow, Caller caller, List<MatterClock> clocks) {
        List<String> ids = clocks.stream().map(MatterClock::matter).distinct().toList();
        return kernel
                .of(flow)
                .listing(caller, Fragment.of("m.id IN $listed", "listed", ids), null)
                .read(Stretch.start(ids.size()))
                .stream();
    }

    private static Optional<WorkItem> item(RunningClock clock, Map<String, Procedure<?>> matters) {
        return switch (clock) {
            case MatterClock one -> item(one, matters);
            case SharingClock(AgreementClock one) ->
                    Optional.of(new WorkItem(one.key(), null, one.agreement(), one.deadline()));
        };
    }

    /** None where a step was faster: its clock runs no longer. */
    private static Optional<WorkItem> item(MatterClock clock, Map<String, Procedure<?>> matters) {
        return Optional.ofNullable(matters.get(clock.matter()))
                .flatMap(
                        matter ->
                                matter.deadlines().stream()
                                        .filter(Deadline::running)
                                        .filter(one -> one.key(matter.id()).equals(clock.key()))
                                        .findFirst()
                                        .map(one -> new WorkItem(clock.key(), matter, null, one)));
    }
}
