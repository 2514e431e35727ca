package org.lianji.procedure;

import org.lianji.clocks.Deadline;
import org.lianji.clocks.Deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a step does to the clocks of a matter.
 *
 * @param <P> the flow's matter
 */
@FunctionalInterface
interface ClockChange<P extends Procedure<?>> {

    /**
     * {@return the clocks after it}
     *
     * @param matter as the step has left it, but for its clocks
     */
    List<Deadline> apply(P matter, LocalDate today, Deadlines rules);

    /** What becomes of one clock. */
    @FunctionalInterface
    interface Change<P> {
        Deadline apply(Deadline running, P matter, LocalDate today, Deadlines rules);
    }

    static <P extends Procedure<?>> ClockChange<P> start(
            String clock, Function<? super P, String> department) {
        return (matter, today, rules) ->
                started(matter, clock, department.apply(matter), today, rules);
    }

    static <P extends Procedure<?>> ClockChange<P> start(
            String clock,
            Function<? super P, String> department,
            Function<? super P, LocalDate> day) {
        return (matter, _, rules) ->
                started(matter, clock, department.apply(matter), day.apply(matter), rules);
    }

    private static List<Deadline> started(
            Procedure<?> matter, String clock, String department, LocalDate day, Deadlines rules) {
        return Stream.concat(
                        matter.deadlines().stream(),
                        Stream.of(rules.start(clock, department, matter.places(), day)))
                .toList();
    }

    /**
     * {@return a change of the clocks that are not done}
     *
     * @param clocks their codes; none for all
     */
    static <P extends Procedure<?>> ClockChange<P> each(Set<String> clocks, Change<P> change) {
        return (matter, today, rules) ->
                matter.deadlines().stream()
                        .map(
                                one ->
                                        one.endedOn() == null
                                                        && (clocks.isEmpty()
                                                                || clocks.contains(one.code()))
                                                ? change.apply(one, matter, today, rules)
                                                : one)
                        .toList();
    }
}
