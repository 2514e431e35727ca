package org.lianji.disclosure;

import org.lianji.people.Regions;
import org.lianji.statistics.PublicCount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Money by village, so that no family shows in a cell, in a remainder or in the difference of two:
 * who is too few goes into the rest of the township, that into the rest of the county, and what is
 * there too few still takes the smallest that could stand for itself. Cells never overlap, and
 * there are no totals.
 */
final class FundCells {

    private static final long ROUND_FEN = 100_000;
    private static final long ROUND_YUAN = 1_000;

    private FundCells() {}

    /** What it was paid for. */
    enum Kind {
        MINIMUM_LIVING("最低生活保障"),
        EXTREME_HARDSHIP("特困人员救助供养"),
        EXPENDITURE_RELIEF("支出型临时救助"),
        FIRST_HELP("先行救助");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** What was paid in a village for a kind, exactly. */
    record Paid(String village, Kind kind, long families, long fen) {

        String township() {
            return Regions.township(village);
        }

        /** Help was given somewhere in the township, and in no village of it. */
        boolean nowhere() {
            return village.equals(township());
        }
    }

    /**
     * What is told.
     *
     * @param region code of the village; of the township or the county, where it is the rest of it
     * @param rest whether it is of those of the region that have no cell of their own
     * @param families in whole tens
     * @param amount in whole thousands of yuan
     */
    record Cell(String region, String place, boolean rest, Kind kind, int families, long amount) {}

    /** A village, or what is left over of a region. */
    private record Sum(String region, boolean rest, long families, long fen) {

        static final Comparator<Sum> SMALLEST =
                Comparator.comparingLong(Sum::families).thenComparing(Sum::region);

        static Sum rest(String region, Collection<Sum> some) {
            return new Sum(
                    region,
                    true,
                    some.stream().mapToLong(Sum::families).sum(),
                    some.stream().mapToLong(Sum::fen).sum());
        }

        boolean told() {
            return families >= PublicCount.LEAST;
        }
    }

    /**
     * {@return the cells of a county, by kind and place}
     *
     * @param names of regions, by their codes
     */
    static List<Cell> of(String county, List<Paid> paid, Map<String, String> names) {
        return paid.stream()
                .collect(Collectors.groupingBy(Paid::kind, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(
                        kind ->
                                sums(county, kind.getValue()).stream()
                                        .map(sum -> cell(sum, kind.getKey(), names)))
                .toList();
    }

    private static Cell cell(Sum sum, Kind kind, Map<String, String> names) {
        String name = names.getOrDefault(sum.region(), sum.region());
        return new Cell(
                sum.region(),
                sum.rest() ? name + "（其他）" : name,
                sum.rest(),
                kind,
                Math.toIntExact(sum.families() / PublicCount.LEAST * PublicCount.LEAST),
                (sum.fen() + ROUND_FEN / 2) / ROUND_FEN * ROUND_YUAN);
    }

    private static List<Sum> sums(String county, List<Paid> paid) {
        List<List<Sum>> townships = new ArrayList<>();
        List<Sum> left = new ArrayList<>();
        paid.stream()
                .collect(Collectors.groupingBy(Paid::township, TreeMap::new, Collectors.toList()))
                .forEach(
                        (township, some) -> {
                            List<Sum> told = told(township, some);
                            if (told.stream().allMatch(Sum::told)) {
                                townships.add(told);
                            } else {
                                left.addAll(told);
                            }
                        });
        townships.sort(Comparator.comparing((List<Sum> some) -> Sum.rest("", some), Sum.SMALLEST));
        while (!left.isEmpty() && !Sum.rest(county, left).told() && !townships.isEmpty()) {
            left.addAll(townships.removeFirst());
        }
        Sum rest = Sum.rest(county, left);
        return Stream.concat(
                        townships.stream().flatMap(List::stream),
                        rest.told() ? Stream.of(rest) : Stream.of())
                .sorted(Comparator.comparing(Sum::region))
                .toList();
    }

    /** {@return the cells of a township; one that is too small where all of it is} */
    private static List<Sum> told(String township, List<Paid> paid) {
        List<Sum> own = new ArrayList<>();
        List<Sum> left = new ArrayList<>();
        for (Paid one : paid) {
            Sum sum = new Sum(one.village(), false, one.families(), one.fen());
            (sum.told() && !one.nowhere() ? own : left).add(sum);
        }
        own.sort(Sum.SMALLEST);
        while (!left.isEmpty() && !Sum.rest(township, left).told() && !own.isEmpty()) {
            left.add(own.removeFirst());
        }
        if (!left.isEmpty()) {
            own.add(Sum.rest(township, left));
        }
        return own;
    }
}
