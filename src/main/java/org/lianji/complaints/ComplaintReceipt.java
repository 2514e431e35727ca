package org.lianji.complaints;

import com.fasterxml.jackson.annotation.JsonIgnore;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * A complaint as whoever has its receipt sees it.
 *
 * @param id by which lists go on; nobody is told it
 * @param receipt by which it is asked for
 * @param region where it happened
 * @param overdue whether a clock has run out
 * @param acceptBy last day on which somebody takes it on in time; null once they have
 * @param answerBy last day of an answer in time; null once there is one
 * @param answer what they are told
 * @param contestBy last day on which the city is asked to look at it anew
 */
record ComplaintReceipt(
        @JsonIgnore String id,
        String receipt,
        Complaint.Kind kind,
        String region,
        ZonedDateTime filedAt,
        ComplaintState state,
        ComplaintLevel level,
        boolean overdue,
        @Nullable LocalDate acceptBy,
        @Nullable LocalDate answerBy,
        Complaint.@Nullable Outcome outcome,
        @Nullable String answer,
        @Nullable LocalDate contestBy) {}
