package org.lianji.procedure;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;

/**
 * One step in the life of a matter.
 *
 * @param matter identifier of the matter
 * @param version the matter's version after it
 * @param transition what was done
 * @param from the state before; none for the first
 * @param to the state after
 * @param department whose people did it; empty for a citizen and for the hub itself
 * @param client with whose token
 * @param region whose people they look after; none for a citizen, the hub itself and older steps
 * @param at when
 * @param note reason, or statement, as it is kept
 * @param filedWith the department that was told of it
 */
public record ProcedureEvent(
        String matter,
        long version,
        String transition,
        @Nullable String from,
        String to,
        String department,
        String client,
        @Nullable String region,
        ZonedDateTime at,
        @Nullable String note,
        @Nullable String filedWith) {

    /** {@return the same without what people wrote} */
    ProcedureEvent unsaid() {
        return new ProcedureEvent(
                matter,
                version,
                transition,
                from,
                to,
                department,
                client,
                region,
                at,
                null,
                filedWith);
    }
}
