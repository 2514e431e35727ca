package org.lianji.sharing;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;

/**
 * One step in the life of a correction.
 *
 * @param correction identifier of the correction
 * @param version the correction's version after it
 * @param transition what was done
 * @param from the state before; none for the first
 * @param to the state after
 * @param department whose people did it; empty for a citizen
 * @param client with whose token
 * @param at when
 * @param note reason, or statement, sealed
 */
record CorrectionEvent(
        String correction,
        long version,
        CorrectionTransition transition,
        @Nullable CorrectionState from,
        CorrectionState to,
        String department,
        String client,
        ZonedDateTime at,
        @Nullable String note) {}
