package org.lianji.records;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * One version of a fact.
 *
 * @param id of this version, never given out
 * @param record identifier of the fact, the same for all its versions
 * @param observedAt when it was so
 * @param digest of its content
 * @param from first day on which it holds
 * @param validTo last day as contributed
 * @param formerly instants as they were digested, by name, where they were not yet kept in one form
 * @param row as it came, of a version not yet kept
 */
record Version(
        String id,
        String record,
        Instant observedAt,
        String digest,
        LocalDate from,
        @Nullable LocalDate validTo,
        Map<String, OffsetDateTime> formerly,
        @Nullable Row row) {}
