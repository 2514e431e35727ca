package org.lianji.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.lianji.clocks.Deadline;
import org.lianji.clocks.KnownCalendar;
import org.lianji.platform.Caller;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Walks through a flow's table at random, with everybody trying everything, and holds what comes of
 * it against what every flow promises and against the invariants of this one. The seed is printed,
 * and {@code -Dwalk.seed} walks the same way again; {@code -Dwalk.steps} says how far.
 *
 * @param <S> the flow's states
 * @param <T> its table
 * @param <P> its matter
 */
public final class ProcedureWalk<
        S extends Enum<S>, T extends Enum<T> & Transition<S, P>, P extends Record & Procedure<S>> {

    private static final int STEPS = Integer.getInteger("walk.steps", 10_000);
    private static final int LONGEST_LIFE = 40;
    private static final Caller HUB = new Caller("", "hub", Set.of(), "", null);

    /** Now and then nothing happens for so many hours. */
    private static final int LONG_WAIT = 240;

    /**
     * What must hold of every step that is taken.
     *
     * @param <T> the table
     * @param <P> the matter
     */
    public interface Invariant<T, P> {

        void check(P before, T step, Actor actor, P after);
    }

    /**
     * What a step changes beside state and clocks.
     *
     * @param <T> the table
     * @param <P> the matter
     */
    public interface Change<T, P> {

        P of(P before, T step, Actor actor);
    }

    private final Class<T> table;
    private final T begin;
    private final Function<Progress<S>, P> first;
    private final Function<LocalDate, List<Actor>> actors;
    private final List<Invariant<T, P>> invariants = new ArrayList<>();
    private final Map<String, Integer> taken = new TreeMap<>();
    private Change<T, P> change = (before, _, _) -> before;
    private BiPredicate<P, T> byItself = (_, _) -> false;

    /**
     * @param table the flow's table
     * @param begin the row that begins a matter
     * @param first makes it
     * @param actors who is there, on a day
     */
    public ProcedureWalk(
            Class<T> table,
            T begin,
            Function<Progress<S>, P> first,
            Function<LocalDate, List<Actor>> actors) {
        this.table = table;
        this.begin = begin;
        this.first = first;
        this.actors = actors;
    }

    public ProcedureWalk<S, T, P> invariant(Invariant<T, P> invariant) {
        invariants.add(invariant);
        return this;
    }

    public ProcedureWalk<S, T, P> changing(Change<T, P> other) {
        change = other;
        return this;
    }

    /** The hub takes these steps of a matter now and then, from wherever they lead on. */
    public ProcedureWalk<S, T, P> byItself(BiPredicate<P, T> steps) {
        byItself = steps;
        return this;
    }

    /** {@return the names of the steps that were taken at least once} */
    public List<String> run(ZonedDateTime start) {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        System.out.printf("%s walks with -Dwalk.seed=%d%n", table.getSimpleName(), seed);
        Random random = new Random(seed);
        int steps = 0;
        while (steps < STEPS) {
            steps += live(start.plusDays(random.nextInt(300)), random, seed);
        }
        return List.copyOf(taken.keySet());
    }

    /** {@return a matter that was begun then} */
    public static <S extends Enum<S>, P extends Procedure<S>> P begun(
            Transition<S, P> begin, Function<Progress<S>, P> first, ZonedDateTime now) {
        return begin.row()
                .clocked(
                        first.apply(Progress.begun("X1", begin.row().to(), now)),
                        KnownCalendar.RULES,
                        now.toLocalDate());
    }

    /** {@return the matter after a step that was taken then} */
    public static <S extends Enum<S>, P extends Procedure<S>> P after(
            Transition<S, P> step, P before, ZonedDateTime now) {
        return step.row().after(before, KnownCalendar.RULES, now);
    }

    private int live(ZonedDateTime start, Random random, long seed) {
        ZonedDateTime now = start;
        P matter = begun(begin, first, now);
        for (int i = 0; i < LONGEST_LIFE; i++) {
            now =
                    now.plus(
                            Duration.ofHours(
                                    random.nextInt(8) == 0 ? LONG_WAIT : random.nextInt(60)));
            List<Move<T>> moves = moves(matter, now.toLocalDate(), random);
            if (moves.isEmpty()) {
                return i + 1;
            }
            Move<T> move = chosen(moves, random);
            P after =
                    move.step()
                            .row()
                            .after(
                                    change.of(matter, move.step(), move.actor()),
                                    KnownCalendar.RULES,
                                    now);
            try {
                check(matter, move.step(), move.actor(), after);
            } catch (AssertionError e) {
                throw new AssertionError("-Dwalk.seed=" + seed, e);
            }
            taken.merge(move.step().name(), 1, Integer::sum);
            matter = after;
        }
        return LONGEST_LIFE;
    }

    private record Move<T>(T step, Actor actor) {}

    /** Every other time the step that was taken least, so that the end of a long way is seen. */
    private Move<T> chosen(List<Move<T>> moves, Random random) {
        return random.nextBoolean()
                ? moves.get(random.nextInt(moves.size()))
                : Collections.min(
                        moves,
                        Comparator.comparing(one -> taken.getOrDefault(one.step().name(), 0)));
    }

    /** For each step that somebody may take, one of those who may. */
    private List<Move<T>> moves(P matter, LocalDate today, Random random) {
        List<Move<T>> moves = new ArrayList<>();
        for (T step : table.getEnumConstants()) {
            List<Actor> may =
                    actors.apply(today).stream()
                            .filter(actor -> step.refusal(actor, matter).isEmpty())
                            .toList();
            if (!may.isEmpty()) {
                moves.add(new Move<>(step, may.get(random.nextInt(may.size()))));
            }
            if (byItself.test(matter, step) && step.row().from().contains(matter.state())) {
                moves.add(new Move<>(step, new Actor(HUB, "", today)));
            }
        }
        return moves;
    }

    private void check(P before, T step, Actor actor, P after) {
        assertThat(step.row().from()).contains(before.state());
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.id()).isEqualTo(before.id());
        if (!actor.caller().equals(HUB)) {
            assertThat(step.row().roles()).containsAnyElementsOf(actor.caller().roles());
        }
        for (Deadline old : before.deadlines()) {
            assertThat(after.deadlines())
                    .as("no clock is lost, and none that is done runs again")
                    .anySatisfy(
                            one -> {
                                assertThat(one.code()).isEqualTo(old.code());
                                assertThat(one.startedOn()).isEqualTo(old.startedOn());
                                if (old.endedOn() != null) {
                                    assertThat(one).isEqualTo(old);
                                }
                            });
        }
        invariants.forEach(one -> one.check(before, step, actor, after));
    }
}
