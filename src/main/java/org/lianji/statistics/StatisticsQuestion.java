package org.lianji.statistics;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What is to be counted.
 *
 * @param category code of the category
 * @param region code of the region to whose people it is limited
 * @param byRegion down to which regions it is told apart
 * @param byMonth date or month it is told apart by, an item or a common field
 * @param period whether months are told apart, or years alone
 * @param byItem item it is told apart by
 * @param sum item that is summed up
 * @param where conditions, under the category's name
 */
record StatisticsQuestion(
        String category,
        @Nullable String region,
        @Nullable Depth byRegion,
        @Nullable String byMonth,
        Period period,
        @Nullable String byItem,
        @Nullable String sum,
        @Nullable Map<String, Object> where) {

    /** Down to which regions. Villages are too small for statistics. */
    enum Depth {
        COUNTY,
        TOWNSHIP
    }

    /** How finely time is told apart. */
    enum Period {
        YEAR,
        MONTH
    }

    /** {@return how deep each coordinate goes in a cell that is no total} */
    List<Integer> depths() {
        int regions =
                switch (byRegion) {
                    case null -> 0;
                    case COUNTY -> 1;
                    case TOWNSHIP -> 2;
                };
        int months = byMonth == null ? 0 : period == Period.YEAR ? 1 : 2;
        return List.of(regions, months, byItem == null ? 0 : 1);
    }
}
