package org.lianji.paging;

import org.jspecify.annotations.Nullable;

import java.util.List;

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
}
