package org.lianji.procedure;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;

/**
 * What must hold for a step beside state, side and role.
 *
 * @param <P> the flow's matter
 */
@FunctionalInterface
public interface Condition<P> {

    /** {@return what is told where it does not hold; null where it does} */
    @Nullable Code refusal(Actor actor, P matter);
}
