package org.lianji.contribution;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a fact.
 *
 * @param id of its record
 * @param observedAt when it was so
 * @param digest of its content
 * @param from first day on which it holds
 * @param validTo last day as contributed
 * @param row as it came, of a version not yet kept
 */
record Version(
        String id,
        Instant observedAt,
        String digest,
        LocalDate from,
        @Nullable LocalDate validTo,
        @Nullable Row row) {}
