package org.lianji.procedure;

import org.jspecify.annotations.Nullable;

/**
 * A step that somebody takes.
 *
 * @param id of the matter
 * @param version of it that they have seen
 * @param note reason, or statement
 */
public record TransitionInput(String id, long version, @Nullable String note) {}
