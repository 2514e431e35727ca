package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What a column says about a pair.
 *
 * @param column its name
 * @param comparator how two values are compared
 * @param crossed the column with which it is sometimes exchanged, as first names and surnames are;
 *     where it is, that column says nothing of its own
 * @param frequencies whether a rare value says more than a usual one
 * @param m share of each level among pairs of one person
 * @param u share of each level among pairs of two persons
 */
record Feature(
        String column,
        FieldComparator<?> comparator,
        @Nullable String crossed,
        boolean frequencies,
        List<Double> m,
        List<Double> u) {

    /** The levels of an exchange, behind those of the comparator. */
    static final List<String> CROSSED =
            List.of("in the other column", "in the other column, alone");

    private static final double LOG_2 = Math.log(2);

    List<String> levels() {
        return levels(comparator, crossed);
    }

    private static List<String> levels(FieldComparator<?> comparator, @Nullable String crossed) {
        List<String> levels = new ArrayList<>(comparator.levels());
        if (crossed != null) {
            levels.addAll(CROSSED);
        }
        return levels;
    }

    /** {@return bits for one person, or against, at that level} */
    double weight(int level) {
        return Math.log(m.get(level) / u.get(level)) / LOG_2;
    }

    Feature with(List<Double> m, List<Double> u) {
        return new Feature(column, comparator, crossed, frequencies, m, u);
    }

    /** {@return a feature that has learnt nothing yet: most pairs of one person are alike} */
    static Feature untrained(
            String column,
            FieldComparator<?> comparator,
            @Nullable String crossed,
            boolean frequencies) {
        int levels = levels(comparator, crossed).size();
        List<Double> m = new ArrayList<>();
        List<Double> u = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            m.add(level == 0 ? START : (1 - START) / (levels - 1));
            u.add(level == comparator.levels().size() - 1 ? START : (1 - START) / (levels - 1));
        }
        return new Feature(column, comparator, crossed, frequencies, m, u);
    }

    private static final double START = 0.85;
}
