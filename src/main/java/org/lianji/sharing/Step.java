package org.lianji.sharing;

import org.jspecify.annotations.Nullable;

/**
 * A step that somebody takes.
 *
 * @param id of the agreement
 * @param version of it that they have seen
 * @param note reason, or statement
 * @param days how many more they ask for
 */
record Step(String id, long version, @Nullable String note, @Nullable Integer days) {}
