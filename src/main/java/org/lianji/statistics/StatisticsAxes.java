package org.lianji.statistics;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Regions;

import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a table is about and how it is told apart: which figure each of its cells is.
 *
 * @param category code of the category
 * @param region code of the region to whose people it is limited
 * @param traits what all its people have in common
 * @param byMonth date or month it is told apart by
 * @param byItem item it is told apart by
 */
record StatisticsAxes(
        String category,
        @Nullable String region,
        SortedSet<String> traits,
        @Nullable String byMonth,
        @Nullable String byItem) {

    /** {@return the figure that the cell is} */
    StatisticsFigure figure(StatisticsCell cell) {
        SortedSet<String> all = new TreeSet<>(traits);
        add(all, byMonth, cell.name(1));
        add(all, byItem, cell.name(2));
        return new StatisticsFigure(category, narrower(cell.name(0)), all);
    }

    private static void add(SortedSet<String> traits, @Nullable String by, @Nullable String value) {
        if (value != null) {
            traits.add(by + "=" + value);
        }
    }

    /** In a table of one township the county's cell is the township's. */
    private String narrower(@Nullable String told) {
        if (told == null || region == null) {
            return Objects.requireNonNullElse(told == null ? region : told, "");
        }
        boolean within =
                told.equals(StatisticsCell.UNKNOWN) || told.startsWith(Regions.prefix(region));
        return within ? told : region;
    }
}
