package org.lianji.paging;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * Some rows of a list in a row.
 *
 * @param place of the row that it begins behind, or with; none where it begins at the list's end
 * @param inclusive whether it begins with that row
 * @param forward whether it goes on in the order of the list
 * @param limit how many rows
 */
public record Stretch(@Nullable List<?> place, boolean inclusive, boolean forward, int limit) {

    /**
     * {@return what a list begins with}
     *
     * @param limit how many rows
     */
    public static Stretch start(int limit) {
        return new Stretch(null, false, true, limit);
    }

    /**
     * {@return these rows of a list that is all at hand, in its order}
     *
     * @param against whether a row lies before a place, on it, or behind: less than, equal to or
     *     above 0
     */
    public <T> List<T> of(List<T> all, ToIntBiFunction<T, List<?>> against) {
        List<T> ordered = forward ? all : all.reversed();
        return ordered.stream().filter(row -> begins(row, against)).limit(limit).toList();
    }

    private <T> boolean begins(T row, ToIntBiFunction<T, List<?>> against) {
        if (place == null) {
            return true;
        }
        int where = against.applyAsInt(row, place);
        return inclusive && where == 0 || (forward ? where > 0 : where < 0);
    }
}
