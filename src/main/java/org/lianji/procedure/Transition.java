package org.lianji.procedure;

import org.lianji.platform.Code;

import java.util.Optional;

/**
 * A step of a flow: its enum is the table of the flow, one constant a row. What is not in the table
 * is not allowed.
 *
 * @param <S> the flow's states
 * @param <P> the flow's matter
 */
public interface Transition<S extends Enum<S>, P extends Procedure<S>> {

    /** {@return its name, as callers know it} */
    String name();

    /** {@return whose turn it is, from where to where, and what it does to the clocks} */
    Row<S, P> row();

    /** {@return why the actor may not do this now; empty where they may} */
    default Optional<Code> refusal(Actor actor, P matter) {
        if (!row().turn().has(actor, matter) || !row().by(actor.caller())) {
            return Optional.of(ProcedureCode.NOT_YOUR_TURN);
        }
        if (!row().from().contains(matter.state())) {
            return Optional.of(ProcedureCode.TRANSITION_NOT_ALLOWED);
        }
        return row().conditions().stream()
                .flatMap(one -> Optional.ofNullable(one.refusal(actor, matter)).stream())
                .findFirst();
    }
}
