package org.lianji.records;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;

/**
 * What became of a batch.
 *
 * @param id opaque
 * @param category code of its category
 * @param idempotencyKey as the owner named it
 * @param state whether all of it is written
 * @param receivedAt when it was first sent
 * @param finishedAt when the last row was written
 * @param counts rows by outcome
 */
public record Receipt(
        String id,
        String category,
        String idempotencyKey,
        State state,
        ZonedDateTime receivedAt,
        @Nullable ZonedDateTime finishedAt,
        Counts counts) {

    /** Whether all of a batch is written. */
    public enum State {
        RUNNING,
        COMPLETE
    }

    /**
     * Rows by outcome.
     *
     * @param accepted kept and current
     * @param superseded kept, but older than what was there
     * @param unchanged there already
     * @param toReview kept, without a known subject
     * @param rejected not kept
     * @param skipped without any value
     */
    public record Counts(
            long accepted,
            long superseded,
            long unchanged,
            long toReview,
            long rejected,
            long skipped) {

        /** {@return all rows} */
        public long total() {
            return accepted + superseded + unchanged + toReview + rejected + skipped;
        }
    }
}
