package org.lianji.complaints;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;

/**
 * A complaint as whoever has its receipt sees it.
 *
 * @param receipt by which it is asked for
 * @param overdue whether a clock has run out
 * @param answer what they are told
 */
record ComplaintReceipt(
        String receipt,
        ZonedDateTime filedAt,
        ComplaintState state,
        ComplaintLevel level,
        boolean overdue,
        Complaint.@Nullable Outcome outcome,
        @Nullable String answer) {}
