package org.lianji.people;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Digests;

import java.util.Collection;
import java.util.TreeSet;

/**
 * What is told of a count to those who may not see what is counted: nothing under ten, and else the
 * count blurred by up to seven and rounded to five. By how much depends on what is counted, so that
 * one more or less, which somebody may have brought about, doesn't show, and that a small count is
 * not what is left of a large one.
 */
public final class BlurredCount {

    /** Smaller counts are not told. */
    public static final int LEAST = 10;

    private static final int ROUNDING = 5;
    private static final int BLUR = 7;

    private BlurredCount() {}

    /**
     * {@return the count as it is told; null where it isn't}
     *
     * @param counted what tells this count from others, and these that are counted from as many
     *     others
     */
    public static @Nullable Long of(IdentityHash hash, long count, String counted) {
        if (count < LEAST) {
            return null;
        }
        long blurred = count + (long) (hash.draw(counted) * (2 * BLUR + 1)) - BLUR;
        return Math.max(LEAST, Math.round((double) blurred / ROUNDING) * ROUNDING);
    }

    /**
     * {@return how many families there are: the same families as the same number, wherever they are
     * counted; null where it isn't told}
     *
     * @param exact whether they are told as they are, each once
     */
    public static @Nullable Long ofFamilies(
            IdentityHash hash, Collection<String> some, boolean exact) {
        TreeSet<String> families = new TreeSet<>(some);
        return exact
                ? Long.valueOf(families.size())
                : of(hash, families.size(), "families " + Digests.hex(families.toString()));
    }
}
