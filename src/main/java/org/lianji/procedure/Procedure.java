package org.lianji.procedure;

import org.jspecify.annotations.Nullable;
import org.lianji.clocks.Deadline;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A matter on its way through the states of its flow. Flows implement it as records whose
 * components, and those of records within them, are the properties of its node, each under its own
 * name.
 *
 * @param <S> the flow's states
 */
public interface Procedure<S extends Enum<S>> {

    /**
     * News of a step of any flow; its subject is the matter, its kind the matter's type with {@code
     * Changed} behind it, such as {@code CorrectionChanged}.
     *
     * @param type of the matter, as the schema names it
     * @param id of the matter
     * @param version after the step
     * @param step the row of the flow's table
     * @param state after the step
     */
    record StepNews(String type, String id, long version, String step, String state) {

        String kind() {
            return type + CHANGED;
        }

        /** {@return the kind of news of matters of the type} */
        static String kind(Class<? extends Procedure<?>> type) {
            return type.getSimpleName() + CHANGED;
        }
    }

    /** How the kind of the news of its steps ends, behind its type. */
    String CHANGED = "Changed";

    /** {@return how far it has come} */
    Progress<S> progress();

    /** {@return the same matter, so far on} */
    Procedure<S> progressed(Progress<S> progress);

    default String id() {
        return progress().id();
    }

    default long version() {
        return progress().version();
    }

    default S state() {
        return progress().state();
    }

    default ZonedDateTime createdAt() {
        return progress().createdAt();
    }

    default ZonedDateTime changedAt() {
        return progress().changedAt();
    }

    default List<Deadline> deadlines() {
        return progress().deadlines();
    }

    /** {@return what the step that led to this version is digested from, for the chain} */
    default String stepText(Enum<?> step) {
        return String.join(" ", id(), Long.toString(version()), step.name());
    }

    /**
     * {@return codes of the regions that it lies in, the smallest first, whose own clocks it runs
     * by; none where it is of no place}
     */
    default List<String> places() {
        return List.of();
    }

    /**
     * {@return the last day of a clock that runs, or stands still; null where it has ended, or
     * never began}
     *
     * @param clock its code; null for one that this kind of matter hasn't got
     */
    default @Nullable LocalDate lastDay(@Nullable String clock) {
        return deadlines().stream()
                .filter(one -> one.code().equals(clock) && one.endedOn() == null)
                .map(Deadline::due)
                .findFirst()
                .orElse(null);
    }

    /** {@return the day on which a clock ended; null while it runs, or where it never began} */
    default @Nullable LocalDate endedOn(String clock) {
        return deadlines().stream()
                .filter(one -> one.code().equals(clock))
                .findFirst()
                .map(Deadline::endedOn)
                .orElse(null);
    }

    /** {@return whether a clock of it has run out} */
    default boolean overdue(LocalDate today) {
        return deadlines().stream().anyMatch(one -> one.overdue(today));
    }

    /**
     * Acts on a matter of a flow once it stands in one of some states; what it does comes to the
     * same however often.
     *
     * @param name what it is known by, which never changes
     * @param states their names, by the kind of news that tells of the matter
     * @param act takes the matter's identifier
     */
    record StateListener(String name, Map<String, Set<String>> states, Consumer<String> act)
            implements NewsListener {

        public StateListener {
            states = Map.copyOf(states);
        }

        /**
         * @param type of the matter
         */
        public StateListener(String name, String type, Set<String> states, Consumer<String> act) {
            this(name, Map.of(type + CHANGED, states), act);
        }

        @Override
        public Set<String> kinds() {
            return states.keySet();
        }

        @Override
        public void on(News news) {
            StepNews step = news.as(StepNews.class);
            if (states.getOrDefault(news.kind(), Set.of()).contains(step.state())) {
                act.accept(step.id());
            }
        }
    }
}
