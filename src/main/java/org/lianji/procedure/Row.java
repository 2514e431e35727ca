package org.lianji.procedure;

import org.jspecify.annotations.Nullable;
import org.lianji.clocks.Deadlines;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A row of a flow's table, written as a sentence: {@code
 * turn(OWNER).by(SHARING_UNIT).from(RAISED).to(UPHELD).inWriting().ends("CORRECT")}.
 *
 * @param turn whose turn it is
 * @param roles who of them, any of these
 * @param from the states it leaves from
 * @param to the state it leads to; null where it stays
 * @param writers who must give a reason or a statement, any of these roles
 * @param filed whether the lead department is told
 * @param conditions what else must hold
 * @param clocks what it does to the clocks, in order
 * @param mutation the mutation that takes it with nothing but a {@link TransitionInput}; null where
 *     the flow takes more, or the hub takes it by itself
 * @param <S> the flow's states
 * @param <P> the flow's matter
 */
public record Row<S extends Enum<S>, P extends Procedure<S>>(
        Party<? super P> turn,
        Set<Role> roles,
        Set<S> from,
        @Nullable S to,
        Set<Role> writers,
        boolean filed,
        List<Condition<? super P>> conditions,
        List<ClockChange<P>> clocks,
        @Nullable String mutation) {

    private static final Set<Role> EVERYBODY = Set.of(Role.values());

    /** {@return the beginning of a row} */
    public static <S extends Enum<S>, P extends Procedure<S>> Row<S, P> turn(
            Party<? super P> turn) {
        return new Row<S, P>(
                turn, Set.of(), Set.of(), null, Set.of(), false, List.of(), List.of(), null);
    }

    public Row<S, P> by(Role... any) {
        return new Row<>(turn, Set.of(any), from, to, writers, filed, conditions, clocks, mutation);
    }

    @SafeVarargs
    public final Row<S, P> from(S... any) {
        return new Row<>(
                turn, roles, Set.of(any), to, writers, filed, conditions, clocks, mutation);
    }

    public Row<S, P> to(S state) {
        return new Row<>(turn, roles, from, state, writers, filed, conditions, clocks, mutation);
    }

    public Row<S, P> inWriting() {
        return new Row<>(turn, roles, from, to, EVERYBODY, filed, conditions, clocks, mutation);
    }

    /** A reason or a statement must be given by whoever has one of these roles. */
    public Row<S, P> inWritingBy(Role... any) {
        return new Row<>(turn, roles, from, to, Set.of(any), filed, conditions, clocks, mutation);
    }

    public Row<S, P> filedWithLead() {
        return new Row<>(turn, roles, from, to, writers, true, conditions, clocks, mutation);
    }

    public Row<S, P> only(Condition<? super P> condition) {
        return new Row<>(
                turn,
                roles,
                from,
                to,
                writers,
                filed,
                more(conditions, condition),
                clocks,
                mutation);
    }

    public Row<S, P> as(String name) {
        return new Row<>(turn, roles, from, to, writers, filed, conditions, clocks, name);
    }

    /** A clock starts for the department that must be in time. */
    public Row<S, P> starts(String clock, Function<? super P, String> department) {
        return change(ClockChange.start(clock, department));
    }

    /** The same of a clock that not all matters have: null where there is none. */
    public Row<S, P> starts(
            Function<? super P, @Nullable String> clock, Function<? super P, String> department) {
        return startsAny(clock, code -> ClockChange.start(code, department));
    }

    /** The same of a clock that not all matters have, and that runs from another day than today. */
    public Row<S, P> starts(
            Function<? super P, @Nullable String> clock,
            Function<? super P, String> department,
            Function<? super P, LocalDate> day) {
        return startsAny(clock, code -> ClockChange.start(code, department, day));
    }

    private Row<S, P> startsAny(
            Function<? super P, @Nullable String> clock, Function<String, ClockChange<P>> start) {
        return change(
                (matter, today, rules) -> {
                    String code = clock.apply(matter);
                    return code == null
                            ? matter.deadlines()
                            : start.apply(code).apply(matter, today, rules);
                });
    }

    /** These clocks, where they run, have done their work. */
    public Row<S, P> ends(String... clocks) {
        return change(ClockChange.each(Set.of(clocks), (one, _, today, _) -> one.end(today)));
    }

    /** These clocks have run their whole time: they end on their last day, or today if earlier. */
    public Row<S, P> expires(String... clocks) {
        return change(
                ClockChange.each(
                        Set.of(clocks),
                        (one, _, today, _) ->
                                one.end(one.due().isBefore(today) ? one.due() : today)));
    }

    /** All clocks that run stand still. */
    public Row<S, P> pauses() {
        return change(ClockChange.each(Set.of(), (one, _, today, _) -> one.pause(today)));
    }

    /** All clocks stand still for good; those that had run out before it end, and count as late. */
    public Row<S, P> lapses() {
        return change(
                ClockChange.each(
                        Set.of(),
                        (one, _, today, _) ->
                                one.overdue(today) ? one.end(today) : one.pause(today)));
    }

    /** All clocks that stand still go on. */
    public Row<S, P> resumes() {
        return change(
                ClockChange.each(
                        Set.of(), (one, _, today, rules) -> one.resume(today, rules.calendar())));
    }

    /** A clock that runs gets the days more that its rule grants. */
    public Row<S, P> extend(Function<? super P, @Nullable String> clock) {
        return change(
                ClockChange.each(
                        Set.of(),
                        (one, matter, _, rules) ->
                                one.code().equals(clock.apply(matter))
                                        ? rules.extended(one)
                                        : one));
    }

    private Row<S, P> change(ClockChange<P> change) {
        return new Row<>(
                turn, roles, from, to, writers, filed, conditions, more(clocks, change), mutation);
    }

    /** {@return whether anybody must give a reason or a statement} */
    public boolean written() {
        return !writers.isEmpty();
    }

    /** {@return whether the caller must give a reason or a statement} */
    boolean writtenBy(Caller caller) {
        return writers.stream().anyMatch(caller::is);
    }

    /** {@return whether the caller has one of the roles} */
    boolean by(Caller caller) {
        return roles.stream().anyMatch(caller::is);
    }

    /** {@return the matter as the step leaves it: its state, its version and its clocks} */
    P after(P changed, Deadlines rules, ZonedDateTime now) {
        Progress<S> progress = changed.progress();
        return clocked(
                moved(changed, progress.next(to == null ? progress.state() : to, now)),
                rules,
                now.toLocalDate());
    }

    /** {@return the matter with its clocks as the step leaves them} */
    P clocked(P matter, Deadlines rules, LocalDate today) {
        P after = matter;
        for (ClockChange<P> change : clocks) {
            after = moved(after, after.progress().with(change.apply(after, today, rules)));
        }
        return after;
    }

    /** A matter makes one of its own kind. */
    @SuppressWarnings("unchecked")
    private P moved(P matter, Progress<S> progress) {
        return (P) matter.progressed(progress);
    }

    private static <E> List<E> more(List<E> some, E one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }
}
