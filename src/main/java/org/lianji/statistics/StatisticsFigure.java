package org.lianji.statistics;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which figure a cell is: the same one, blurred the same, in whatever table it stands and however
 * it was asked for.
 *
 * @param category code of the category
 * @param region code of the region whose people it counts; empty for all, wherever they are
 * @param traits what they have in common, such as {@code status=ACTIVE} or {@code
 *     startMonth=2024-05}: a month or year and two values of items at most
 */
record StatisticsFigure(String category, String region, SortedSet<String> traits) {

    StatisticsFigure {
        traits = Collections.unmodifiableSortedSet(new TreeSet<>(traits));
    }

    /** {@return the figures of the region by none of the traits, by some of them, by all} */
    List<StatisticsFigure> layers() {
        List<String> all = List.copyOf(traits);
        return IntStream.range(0, 1 << all.size()).mapToObj(chosen -> some(all, chosen)).toList();
    }

    private StatisticsFigure some(List<String> all, int chosen) {
        SortedSet<String> some = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
            if ((chosen >> i & 1) == 1) {
                some.add(all.get(i));
            }
        }
        return new StatisticsFigure(category, region, some);
    }

    String name() {
        return category + " " + region + " " + String.join(" ", traits);
    }
}
