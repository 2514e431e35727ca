package org.lianji.statistics;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A cell as the graph has it: nothing of this is given out.
 *
 * @param at region, month, value; each a path from the top, empty for a total: {@code
 *     150924000000/150924106000} or {@code 2024/2024-05}
 * @param people how many different people
 * @param key sum of their cell keys
 * @param sum of the item, in fen or as it is
 * @param gross sum of what each of them gives to it, without signs
 * @param most the largest of these
 * @param givers how many of them give anything to it
 */
record StatisticsCell(
        List<String> at, long people, long key, long sum, long gross, long most, long givers) {

    /** No cell under ten (domain.md, purpose G). */
    static final int THRESHOLD = 10;

    /** What the graph says where it does not know. */
    static final String UNKNOWN = "?";

    StatisticsCell {
        at = List.copyOf(at);
    }

    @SuppressWarnings("unchecked")
    static StatisticsCell of(Object row) {
        Map<String, Object> cell = (Map<String, Object>) row;
        return new StatisticsCell(
                (List<String>) Objects.requireNonNull(cell.get("at")),
                number(cell, "people"),
                number(cell, "key"),
                number(cell, "sum"),
                number(cell, "gross"),
                number(cell, "most"),
                number(cell, "givers"));
    }

    private static long number(Map<String, Object> cell, String name) {
        return ((Number) Objects.requireNonNull(cell.get(name))).longValue();
    }

    /**
     * {@return whether it would tell of one of its people: too few, or a sum of which one person
     * gives more than half (dominance rule, n = 1, k = 50: Hundepool et al., Statistical Disclosure
     * Control, 2012, 4.2.2)}
     */
    boolean unsafe(boolean summed) {
        return people < THRESHOLD || (summed && (givers < THRESHOLD || 2 * most > gross));
    }

    /** {@return what one of those who give anything to the sum gives, without signs} */
    double average() {
        return givers == 0 ? 0 : (double) gross / givers;
    }

    /** {@return whether the graph knows where its people belong} */
    boolean known() {
        return at.stream().noneMatch(path -> path.endsWith(UNKNOWN));
    }

    List<Integer> depths() {
        return at.stream().map(path -> path.isEmpty() ? 0 : path.split("/").length).toList();
    }

    /** {@return the last part of a coordinate, none of a total} */
    @Nullable String name(int dimension) {
        String path = at.get(dimension);
        return path.isEmpty() ? null : path.substring(path.lastIndexOf('/') + 1);
    }
}
