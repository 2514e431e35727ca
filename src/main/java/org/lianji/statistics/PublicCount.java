package org.lianji.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A number that everybody may read, without budget and noise: whole tens, so that nobody shows in
 * the difference of two, and nothing below the first.
 */
public final class PublicCount {

    /** Fewer are not told. */
    public static final int LEAST = 10;

    private PublicCount() {}

    /** {@return the tens in it; null where there are none} */
    public static @Nullable Integer of(long exact) {
        return exact < LEAST ? null : Math.toIntExact(exact / LEAST * LEAST);
    }
}
