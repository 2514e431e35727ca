package org.lianji.query;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What may be published of a statistic; a combination that is not in it has fewer than ten people,
 * none, or is left out so that another can't be worked out.
 *
 * @param cells told apart in every way that was asked for
 * @param totals over one way or more
 */
record StatisticsTable(List<Cell> cells, List<Cell> totals) {

    /** Totals are rounded to it, on top. */
    static final int ROUNDING = 5;

    /**
     * @param region of a total over regions none
     * @param month of a total over months none
     * @param value of a total over values none
     * @param count people, blurred
     * @param sum in fen, blurred; none where none was asked for
     */
    record Cell(
            @Nullable String region,
            @Nullable String month,
            @Nullable String value,
            long count,
            @Nullable Long sum) {}

    private static final Comparator<StatisticsCell> ORDER =
            Comparator.comparing(cell -> String.join("\n", cell.at()));

    /**
     * {@return what may be published of the cells}
     *
     * @param counted as the graph has them
     * @param depths how deep each coordinate goes in a cell that is no total
     * @param summed what is summed up, if anything
     * @param noise what blurs them
     */
    static StatisticsTable of(
            List<StatisticsCell> counted,
            List<Integer> depths,
            Summed summed,
            StatisticsNoise noise) {
        Map<List<String>, Long> people = new HashMap<>();
        Map<List<String>, Long> blurred = new HashMap<>();
        Set<List<String>> unsafe = new HashSet<>();
        for (StatisticsCell cell : counted) {
            people.put(cell.at(), cell.people());
            blurred.put(cell.at(), cell.people() + noise.ofCount(cell.key()));
            if (cell.unsafe(summed != Summed.NOTHING)
                    || blurred.get(cell.at()) < StatisticsCell.THRESHOLD) {
                unsafe.add(cell.at());
            }
        }
        Set<List<String>> hidden = StatisticsSuppression.hidden(people, unsafe);
        List<Cell> cells = new ArrayList<>();
        List<Cell> totals = new ArrayList<>();
        counted.stream()
                .filter(cell -> cell.known() && !hidden.contains(cell.at()))
                .sorted(ORDER)
                .forEach(
                        cell -> {
                            boolean total = !cell.depths().equals(depths);
                            long count = Objects.requireNonNull(blurred.get(cell.at()));
                            (total ? totals : cells)
                                    .add(
                                            new Cell(
                                                    cell.name(0),
                                                    cell.name(1),
                                                    cell.name(2),
                                                    total ? rounded(count) : count,
                                                    summed.of(cell, noise)));
                        });
        return new StatisticsTable(cells, totals);
    }

    private static long rounded(long count) {
        return Math.round(count / (double) ROUNDING) * ROUNDING;
    }

    /** What is summed up, and to what a blurred sum is rounded. */
    enum Summed {
        NOTHING {
            @Override
            @Nullable Long of(StatisticsCell cell, StatisticsNoise noise) {
                return null;
            }
        },
        /** In fen, to whole yuan. */
        MONEY {
            @Override
            Long of(StatisticsCell cell, StatisticsNoise noise) {
                return Math.round(blurred(cell, noise) / 100.0) * 100;
            }
        },
        /** Told as an amount is, with two decimals. */
        NUMBERS {
            @Override
            Long of(StatisticsCell cell, StatisticsNoise noise) {
                return Math.round(blurred(cell, noise)) * 100;
            }
        };

        abstract @Nullable Long of(StatisticsCell cell, StatisticsNoise noise);

        private static double blurred(StatisticsCell cell, StatisticsNoise noise) {
            return cell.sum() + noise.ofSum(cell.key()) * cell.most();
        }
    }
}
