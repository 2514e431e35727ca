package org.lianji.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Whoever knows that parts make up their totals works out none of the cells that are left out. */
class StatisticsSuppressionTests {

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("suppression.seeds", 400));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noHiddenCellCanBeWorkedOut(long seed) {
        Map<List<String>, Long> table = table(new Random(seed));
        Set<List<String>> unsafe = small(table);

        Set<List<String>> hidden = StatisticsSuppression.hidden(table, unsafe);

        assertThat(hidden).as("seed %d", seed).containsAll(unsafe);
        assertThat(workedOut(table, hidden)).as("seed %d", seed).isEmpty();
        assertThat(remainders(table, hidden)).as("seed %d", seed).allMatch(left -> left >= 10);
    }

    @Test
    void hidesNothingWhereNothingIsSmall() {
        Map<List<String>, Long> table = new TreeMap<>(order());
        add(table, List.of("K1/T1", "2026-01", ""), 12);
        add(table, List.of("K1/T2", "2026-01", ""), 30);
        add(table, List.of("K2/T3", "2026-02", ""), 11);

        assertThat(StatisticsSuppression.hidden(table, small(table))).isEmpty();
    }

    @Test
    void hidesTheNextSmallestBesideASmallOne() {
        Map<List<String>, Long> table = new TreeMap<>(order());
        add(table, List.of("K1", "", ""), 3);
        add(table, List.of("K2", "", ""), 40);
        add(table, List.of("K3", "", ""), 25);
        add(table, List.of("K4", "", ""), 70);

        assertThat(StatisticsSuppression.hidden(table, small(table)))
                .containsExactlyInAnyOrder(List.of("K1", "", ""), List.of("K3", "", ""));
    }

    /** Two in each row and column are not enough: the one between the two squares is told. */
    @Test
    void hidesMoreWhereTwoInEachRowAndColumnStillTellOne() {
        Map<List<String>, Long> table = new TreeMap<>(order());
        Set<String> few = Set.of("00", "01", "10", "11", "22", "23", "32", "33", "02");
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                add(
                        table,
                        List.of("K" + row, "M" + column, ""),
                        few.contains("" + row + column) ? 6 : 50);
            }
        }
        assertThat(workedOut(table, small(table))).containsExactly(List.of("K0", "M2", ""));

        Set<List<String>> hidden = StatisticsSuppression.hidden(table, small(table));

        assertThat(workedOut(table, hidden)).isEmpty();
        assertThat(hidden.size()).isBetween(10, 13);
    }

    @Test
    void isDoneWithTheLargestTable() {
        Random random = new Random(3);
        Map<List<String>, Long> table = new TreeMap<>(order());
        for (int township = 0; township < 110; township++) {
            for (int month = 0; month < 14; month++) {
                String region = "K%d/T%d".formatted(township / 10, township);
                add(table, List.of(region, "M" + month, ""), random.nextInt(30));
            }
        }
        assertThat(table.size()).isBetween(1_700, 2_000);

        Set<List<String>> hidden = StatisticsSuppression.hidden(table, small(table));

        assertThat(workedOut(table, hidden)).isEmpty();
    }

    @Test
    void hidesLittleOfATableWithFewSmallCells() {
        Random random = new Random(7);
        Map<List<String>, Long> table = new TreeMap<>(order());
        for (int county = 0; county < 11; county++) {
            for (int month = 0; month < 12; month++) {
                boolean few = random.nextInt(30) == 0;
                add(
                        table,
                        List.of("K" + county, "M" + month, ""),
                        few ? 4 : 40 + random.nextInt(100));
            }
        }

        Set<List<String>> unsafe = small(table);

        assertThat(unsafe).isNotEmpty();
        assertThat(StatisticsSuppression.hidden(table, unsafe).size())
                .isLessThanOrEqualTo(4 * unsafe.size());
    }

    /** One to three ways, counties with townships or not, many empty and many small cells. */
    private static Map<List<String>, Long> table(Random random) {
        int[] sizes = IntStream.range(0, 3).map(_ -> random.nextInt(5)).toArray();
        boolean townships = random.nextBoolean();
        int most = List.of(6, 15, 40, 200).get(random.nextInt(4));
        Map<List<String>, Long> table = new TreeMap<>(order());
        for (int a = 0; a <= sizes[0]; a++) {
            for (int b = 0; b <= sizes[1]; b++) {
                for (int c = 0; c <= sizes[2]; c++) {
                    int people = random.nextInt(4) == 0 ? 0 : random.nextInt(most);
                    String region = townships ? "K%d/T%d".formatted(a / 2, a) : "K" + a;
                    add(
                            table,
                            List.of(
                                    sizes[0] == 0 ? "" : region,
                                    sizes[1] == 0 ? "" : "M" + b,
                                    sizes[2] == 0 ? "" : "V" + c),
                            people);
                }
            }
        }
        return table;
    }

    private static java.util.Comparator<List<String>> order() {
        return java.util.Comparator.comparing(List::toString);
    }

    /** To the cell, and to every total that it is part of. */
    private static void add(Map<List<String>, Long> table, List<String> cell, long people) {
        if (people == 0) {
            return;
        }
        List<List<String>> places = List.of(List.of());
        for (String path : cell) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> place : places) {
                for (String prefix : prefixes(path)) {
                    List<String> next = new ArrayList<>(place);
                    next.add(prefix);
                    longer.add(next);
                }
            }
            places = longer;
        }
        places.forEach(place -> table.merge(place, people, Long::sum));
    }

    private static List<String> prefixes(String path) {
        List<String> prefixes = new ArrayList<>(List.of(path));
        for (String rest = path; !rest.isEmpty(); ) {
            rest = rest.contains("/") ? rest.substring(0, rest.lastIndexOf('/')) : "";
            prefixes.add(rest);
        }
        return prefixes;
    }

    private static Set<List<String>> small(Map<List<String>, Long> table) {
        return table.entrySet().stream()
                .filter(cell -> cell.getValue() < 10)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<Long> remainders(Map<List<String>, Long> table, Set<List<String>> hidden) {
        return StatisticsSuppression.lines(table.keySet()).stream()
                .filter(line -> !hidden.contains(line.total()))
                .filter(line -> line.parts().stream().anyMatch(hidden::contains))
                .map(
                        line ->
                                line.parts().stream()
                                        .filter(hidden::contains)
                                        .mapToLong(table::get)
                                        .sum())
                .toList();
    }

    /**
     * The attacker: a matrix of all that is known, in floating point with full pivoting; a hidden
     * cell is worked out where no solution of the equations without right sides moves it.
     */
    private static List<List<String>> workedOut(
            Map<List<String>, Long> table, Set<List<String>> hidden) {
        List<List<String>> unknown = new ArrayList<>(hidden);
        List<StatisticsSuppression.Line> lines = StatisticsSuppression.lines(table.keySet());
        double[][] matrix = new double[lines.size()][unknown.size()];
        Map<List<String>, Integer> column = new HashMap<>();
        unknown.forEach(cell -> column.put(cell, column.size()));
        for (int i = 0; i < lines.size(); i++) {
            for (List<String> part : lines.get(i).parts()) {
                if (column.containsKey(part)) {
                    matrix[i][column.get(part)] = 1;
                }
            }
            if (column.containsKey(lines.get(i).total())) {
                matrix[i][column.get(lines.get(i).total())] = -1;
            }
        }
        int rank = 0;
        for (int c = 0; c < unknown.size() && rank < matrix.length; c++) {
            int pivot = rank;
            for (int r = rank; r < matrix.length; r++) {
                pivot = Math.abs(matrix[r][c]) > Math.abs(matrix[pivot][c]) ? r : pivot;
            }
            if (Math.abs(matrix[pivot][c]) < 1e-9) {
                continue;
            }
            double[] row = matrix[pivot];
            matrix[pivot] = matrix[rank];
            matrix[rank] = row;
            double by = row[c];
            for (int k = 0; k < row.length; k++) {
                row[k] /= by;
            }
            for (int r = 0; r < matrix.length; r++) {
                double times = matrix[r][c];
                if (r != rank && Math.abs(times) > 1e-9) {
                    for (int k = 0; k < row.length; k++) {
                        matrix[r][k] -= times * row[k];
                    }
                }
            }
            rank++;
        }
        List<List<String>> found = new ArrayList<>();
        for (double[] row : matrix) {
            List<Integer> held =
                    IntStream.range(0, row.length)
                            .filter(k -> Math.abs(row[k]) > 1e-9)
                            .boxed()
                            .toList();
            if (held.size() == 1) {
                found.add(unknown.get(held.getFirst()));
            }
        }
        return found;
    }
}
