package org.lianji.procedure;

/**
 * A side of a flow, whose turn a step can be: usually an enum of the flow.
 *
 * @param <P> the flow's matter
 */
public interface Party<P> {

    /** {@return its name, as callers are told it} */
    String name();

    /** {@return whether the actor stands on this side of the matter} */
    boolean has(Actor actor, P matter);
}
