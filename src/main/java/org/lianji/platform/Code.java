package org.lianji.platform;

import org.springframework.graphql.execution.ErrorType;

/** A stable name of a fault, one enum per module; clients decide by it, never by the prose. */
public interface Code {

    /** {@return the code as clients see it, never reused for another meaning} */
    String name();

    /** {@return which of the five kinds of fault it is} */
    ErrorType type();

    /** {@return what went wrong and what to do, in Chinese} */
    String zh();

    /** {@return the same in English} */
    String en();

    /** {@return whether it passes by itself, so that the same request may be sent again later} */
    default boolean unavailable() {
        return false;
    }
}
