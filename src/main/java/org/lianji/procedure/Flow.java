package org.lianji.procedure;

import org.lianji.audit.Entry;
import org.lianji.database.Fragment;
import org.lianji.platform.Code;
import org.lianji.platform.Reason;

import java.util.Map;
import java.util.Optional;

/**
 * What a flow brings to the kernel beside its table: who sees its matters, what hangs on them in
 * the graph, and what is written on the chain.
 *
 * @param <S> its states
 * @param <T> its table
 * @param <P> its matter
 */
public interface Flow<
        S extends Enum<S>, T extends Enum<T> & Transition<S, P>, P extends Record & Procedure<S>> {

    /** {@return its states} */
    Class<S> states();

    /** {@return its table} */
    Class<T> table();

    /**
     * {@return its matter, whose simple name is the label of its nodes and the name of its type in
     * the schema}
     */
    Class<P> matter();

    /** {@return the first letter of its identifiers} */
    char letter();

    /** {@return which matters {@code m} the actor may know of} */
    Fragment visible(Actor actor);

    /** {@return what is told where there is none, or none that the caller may know of} */
    Code notFound();

    /**
     * {@return the entry of a step, which is written in the transaction of the step}
     *
     * @param stated why, as the request says
     */
    Entry entry(Actor actor, Reason stated, T step, P after);

    /**
     * {@return further columns of {@code m}, as a map projection has them, each with a comma
     * before}
     */
    default String linked() {
        return "";
    }

    /** {@return properties that are worked out from the matter, for constraints and look-ups} */
    default Map<String, Object> derived(P matter) {
        return Map.of();
    }

    /**
     * Does what else belongs to a step, in its transaction, after the matter was written.
     *
     * @throws org.lianji.platform.Problem where the step can't be taken after all
     */
    default void taken(Actor actor, T step, P after) {}

    /** {@return whether the note of a step is for an actor who may know of the matter} */
    default boolean tells(Actor actor, ProcedureEvent event) {
        return true;
    }

    /**
     * {@return whether what people wrote of a matter, at whatever step, is for an actor who may
     * know of the matter}
     */
    default boolean opens(Actor actor, P matter) {
        return true;
    }

    /**
     * {@return the entry of reading what people wrote of a matter, which is written before it
     * leaves; none where nobody's file is opened by it}
     */
    default Optional<Entry> opened(Actor actor, P matter) {
        return Optional.empty();
    }

    /**
     * {@return whether who may know of its matters can listen to them: the schema has a
     * subscription of the flow}
     */
    default boolean streamed() {
        return false;
    }

    /** {@return whether what people write is kept sealed: it may hold anything about anybody} */
    default boolean sealed() {
        return true;
    }
}
