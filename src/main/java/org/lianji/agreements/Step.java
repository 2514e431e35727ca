package org.lianji.agreements;

import org.jspecify.annotations.Nullable;

/**
 * A step that somebody takes.
 *
 * @param id of the agreement
 * @param version of it that they have seen
 * @param note reason, or statement
 * @param days how many more they ask for, or how long they suspend it
 * @param incident their number of the incident for which they suspend it
 */
public record Step(
        String id,
        long version,
        @Nullable String note,
        @Nullable Integer days,
        @Nullable String incident) {

    /** {@return a step of which nothing more is said} */
    public static Step of(String id, long version, @Nullable String note) {
        return new Step(id, version, note, null, null);
    }
}
