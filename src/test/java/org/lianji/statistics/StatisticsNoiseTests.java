package org.lianji.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lianji.people.IdentityHash;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The tables by which figures are blurred, worked out exactly. */
class StatisticsNoiseTests {

    private static final IdentityHash HASH =
            new IdentityHash("a key of the tests, 32 characters".getBytes(StandardCharsets.UTF_8));

    private static final StatisticsFigure ALL = figure("");
    private static final StatisticsFigure ACTIVE = figure("", "status=ACTIVE");

    private final StatisticsNoise noise = new StatisticsNoise(HASH, "MZ02.amount");

    private static StatisticsFigure figure(String region, String... traits) {
        return new StatisticsFigure("MZ02", region, new TreeSet<>(Set.of(traits)));
    }

    @Test
    void tablesAreWholeAndBlurByNothingOnAverage() {
        for (int[] table :
                new int[][] {
                    StatisticsNoise.OF_FIGURE,
                    StatisticsNoise.OF_PEOPLE,
                    StatisticsNoise.OF_PEOPLE_IN_FIGURE
                }) {
            int middle = table.length / 2;
            assertThat(IntStream.of(table).sum()).isEqualTo(256);
            assertThat(IntStream.range(0, table.length).map(i -> table[i] * (i - middle)).sum())
                    .isZero();
            assertThat(IntStream.of(table).max()).hasValue(table[middle]);
        }
    }

    @Test
    void drawsAsTheTablesSay() {
        int draws = 100_000;
        Map<Integer, Integer> drawn = new TreeMap<>();
        for (int i = 0; i < draws; i++) {
            drawn.merge(noise.ofCount(figure("region " + i), i), 1, Integer::sum);
        }
        Map<Integer, Double> expected =
                sum(
                        odds(StatisticsNoise.OF_FIGURE),
                        sum(
                                odds(StatisticsNoise.OF_PEOPLE),
                                odds(StatisticsNoise.OF_PEOPLE_IN_FIGURE)));

        assertThat(drawn.keySet()).allMatch(blur -> Math.abs(blur) <= StatisticsNoise.bound(ALL));
        assertThat(expected.keySet())
                .allSatisfy(
                        blur ->
                                assertThat(drawn.getOrDefault(blur, 0) / (double) draws)
                                        .as("blur %s", blur)
                                        .isCloseTo(expected.get(blur), within(0.005)));
    }

    @Test
    void aFigureHasTheLayersOfAllThatItIsPartOf() {
        assertThat(figure("150924000000", "status=ACTIVE", "area=URBAN").layers())
                .containsExactlyInAnyOrder(
                        figure("150924000000"),
                        figure("150924000000", "status=ACTIVE"),
                        figure("150924000000", "area=URBAN"),
                        figure("150924000000", "area=URBAN", "status=ACTIVE"));
        assertThat(StatisticsNoise.bound(ALL)).isEqualTo(7 + 7);
        assertThat(StatisticsNoise.bound(ACTIVE)).isEqualTo(2 * 7 + 7);
    }

    /** Averaged over all people there could be, a figure is off by what stands. */
    @Test
    void whatStandsIsNotAveragedAway() {
        double[] off =
                IntStream.range(0, 200)
                        .mapToDouble(
                                region ->
                                        IntStream.range(0, 500)
                                                .map(
                                                        key ->
                                                                noise.ofCount(
                                                                        figure("r" + region), key))
                                                .average()
                                                .orElseThrow())
                        .toArray();
        double variance = DoubleStream.of(off).map(one -> one * one).average().orElseThrow();

        assertThat(variance).isBetween(8.0, 13.0);
    }

    @Test
    void blursASumByNoMoreThanItSaysAndByNothingOnAverage() {
        double share = StatisticsNoise.SHARE_OF_PEOPLE + StatisticsNoise.SHARE_OF_PEOPLE_IN_FIGURE;
        double bound = 7 * 50 + share * 300;
        double[] blurs =
                IntStream.range(0, 50_000)
                        .mapToDouble(i -> noise.ofSum(figure("region " + i), giving(i)))
                        .toArray();

        assertThat(DoubleStream.of(blurs)).allMatch(blur -> Math.abs(blur) < bound);
        assertThat(DoubleStream.of(blurs).average().orElseThrow()).isCloseTo(0, within(4.0));
    }

    /** Twenty who give fifty on average and three hundred at most. */
    private static StatisticsCell giving(long key) {
        return new StatisticsCell(List.of("", "", ""), 20, key, 1_000, 1_000, 300, 20);
    }

    @Test
    void blursTheSamePeopleTheSameWayAndOthersOtherwise() {
        StatisticsNoise again = new StatisticsNoise(HASH, "MZ02.amount");
        long differing =
                IntStream.range(0, 1_000)
                        .filter(key -> noise.ofCount(ALL, key) != noise.ofCount(ACTIVE, key))
                        .count();

        assertThat(IntStream.range(0, 1_000))
                .allMatch(
                        key ->
                                noise.ofCount(ALL, key) == again.ofCount(ALL, key)
                                        && noise.ofSum(ALL, giving(key))
                                                == again.ofSum(ALL, giving(key)));
        assertThat(differing).isGreaterThan(700);
    }

    /**
     * A figure is asked for before and after one person may have come to count: what the difference
     * of the answers tells at best, in which what stands is no help. Blurring by the people alone
     * would tell in 91 of 100 cases.
     */
    @Test
    void theDifferenceOfTwoCountsHardlyTellsWhetherOnePersonIsAmongThem() {
        Map<Integer, Double> people = difference(StatisticsNoise.OF_PEOPLE);
        Map<Integer, Double> without = difference(StatisticsNoise.OF_PEOPLE_IN_FIGURE);
        Map<Integer, Double> with = new HashMap<>();
        sum(people, without).forEach((blur, odds) -> with.put(blur + 1, odds));
        double apart = 0;
        double certain = 0;
        for (int d = -40; d <= 40; d++) {
            double in = with.getOrDefault(d, 0.0);
            double out = without.getOrDefault(d, 0.0);
            apart += Math.abs(in - out) / 2;
            certain += out == 0 ? in : 0;
        }

        assertThat(0.5 + apart / 2).as("share of right guesses").isLessThan(0.56);
        assertThat(certain).as("share of certain cases").isLessThan(0.01);
    }

    private static Map<Integer, Double> difference(int[] table) {
        return sum(odds(table), odds(table));
    }

    private static Map<Integer, Double> odds(int[] table) {
        Map<Integer, Double> odds = new HashMap<>();
        for (int i = 0; i < table.length; i++) {
            odds.put(i - table.length / 2, table[i] / 256.0);
        }
        return odds;
    }

    private static Map<Integer, Double> sum(Map<Integer, Double> a, Map<Integer, Double> b) {
        Map<Integer, Double> sum = new HashMap<>();
        a.forEach((i, p) -> b.forEach((j, q) -> sum.merge(i + j, p * q, Double::sum)));
        return sum;
    }
}
