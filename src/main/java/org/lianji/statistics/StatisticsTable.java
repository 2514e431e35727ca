package org.lianji.statistics;

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

    /** Digits of a year, with which a month begins. */
    private static final int YEAR = 4;

    /**
     * How a table is laid out.
     *
     * @param axes which figures it counts
     * @param depths how deep each coordinate goes in a cell that is no total
     * @param months that it shows
     * @param summed what is summed up, if anything
     */
    record Form(
            StatisticsAxes axes, List<Integer> depths, StatisticsMonths months, SumAxis summed) {

        private @Nullable Long sum(StatisticsCell cell, StatisticsNoise noise) {
            return summed.of(cell.sum() + noise.ofSum(axes.figure(cell), cell));
        }
    }

    /**
     * @param region of a total over regions none
     * @param year of a total over years none
     * @param month of a total over months none
     * @param value of a total over values none
     * @param count people, blurred
     * @param sum in fen, blurred; none where none was asked for
     */
    record Cell(
            @Nullable String region,
            @Nullable Integer year,
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
     * @param form of the table
     * @param noise what blurs them
     */
    static StatisticsTable of(List<StatisticsCell> counted, Form form, StatisticsNoise noise) {
        Map<List<String>, Long> people = new HashMap<>();
        Map<List<String>, Long> blurred = new HashMap<>();
        Set<List<String>> unsafe = new HashSet<>();
        for (StatisticsCell cell : counted) {
            people.put(cell.at(), cell.people());
            blurred.put(
                    cell.at(), cell.people() + noise.ofCount(form.axes().figure(cell), cell.key()));
            if (cell.unsafe(form.summed() != SumAxis.NOTHING)
                    || blurred.get(cell.at()) < StatisticsCell.THRESHOLD) {
                unsafe.add(cell.at());
            }
        }
        Set<List<String>> hidden = StatisticsSuppression.hidden(people, unsafe);
        List<Cell> cells = new ArrayList<>();
        List<Cell> totals = new ArrayList<>();
        counted.stream()
                .filter(cell -> cell.known() && form.months().hold(cell.name(1)))
                .filter(cell -> !hidden.contains(cell.at()))
                .sorted(ORDER)
                .forEach(
                        cell -> {
                            boolean total = !cell.depths().equals(form.depths());
                            long count = Objects.requireNonNull(blurred.get(cell.at()));
                            (total ? totals : cells)
                                    .add(
                                            cell(
                                                    cell,
                                                    total ? rounded(count) : count,
                                                    form.sum(cell, noise)));
                        });
        return new StatisticsTable(cells, totals);
    }

    private static Cell cell(StatisticsCell cell, long count, @Nullable Long sum) {
        String month = cell.name(1);
        return new Cell(
                cell.name(0),
                month == null ? null : Integer.valueOf(month.substring(0, YEAR)),
                month == null || month.length() == YEAR ? null : month,
                cell.name(2),
                count,
                sum);
    }

    private static long rounded(long count) {
        return Math.round(count / (double) ROUNDING) * ROUNDING;
    }

    /** What is summed up, and to what a blurred sum is rounded. */
    enum SumAxis {
        NOTHING {
            @Override
            @Nullable Long of(double blurred) {
                return null;
            }
        },
        /** In fen, to whole yuan. */
        MONEY {
            @Override
            Long of(double blurred) {
                return Math.round(blurred / 100.0) * 100;
            }
        },
        /** Told as an amount is, with two decimals. */
        NUMBERS {
            @Override
            Long of(double blurred) {
                return Math.round(blurred) * 100;
            }
        };

        abstract @Nullable Long of(double blurred);
    }
}
