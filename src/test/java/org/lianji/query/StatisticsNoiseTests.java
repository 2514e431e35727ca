package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lianji.people.IdentityHash;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The tables by which figures are blurred, worked out exactly. */
class StatisticsNoiseTests {

    private static final IdentityHash HASH =
            new IdentityHash("a key of the tests, 32 characters".getBytes(StandardCharsets.UTF_8));

    private final StatisticsNoise noise = new StatisticsNoise(HASH, "one condition", "MZ02.amount");

    @Test
    void tablesAreWholeAndBlurByNothingOnAverage() {
        for (int[] table : new int[][] {StatisticsNoise.OF_PEOPLE, StatisticsNoise.OF_CONDITIONS}) {
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
        for (int key = 0; key < draws; key++) {
            drawn.merge(noise.ofCount(key), 1, Integer::sum);
        }
        Map<Integer, Double> expected =
                sum(odds(StatisticsNoise.OF_PEOPLE), odds(StatisticsNoise.OF_CONDITIONS));

        assertThat(drawn.keySet()).allMatch(blur -> Math.abs(blur) <= StatisticsNoise.BOUND);
        assertThat(expected.keySet())
                .allSatisfy(
                        blur ->
                                assertThat(drawn.getOrDefault(blur, 0) / (double) draws)
                                        .as("blur %s", blur)
                                        .isCloseTo(expected.get(blur), within(0.005)));
    }

    @Test
    void blursASumByNoMoreThanItSaysAndByNothingOnAverage() {
        double bound = StatisticsNoise.SHARE_OF_PEOPLE + StatisticsNoise.SHARE_OF_CONDITIONS;
        double[] shares = IntStream.range(0, 50_000).mapToDouble(noise::ofSum).toArray();

        assertThat(DoubleStream.of(shares)).allMatch(share -> Math.abs(share) < bound);
        assertThat(DoubleStream.of(shares).average().orElseThrow()).isCloseTo(0, within(0.01));
    }

    @Test
    void blursTheSamePeopleTheSameWayAndOthersOtherwise() {
        StatisticsNoise again = new StatisticsNoise(HASH, "one condition", "MZ02.amount");
        StatisticsNoise elsewhere = new StatisticsNoise(HASH, "another condition", "MZ02.amount");
        long differing =
                IntStream.range(0, 1_000)
                        .filter(key -> noise.ofCount(key) != elsewhere.ofCount(key))
                        .count();

        assertThat(IntStream.range(0, 1_000))
                .allMatch(
                        key ->
                                noise.ofCount(key) == again.ofCount(key)
                                        && noise.ofSum(key) == again.ofSum(key));
        assertThat(differing).isGreaterThan(700);
    }

    /**
     * Two questions differ at most by one person, in one world by whether they count: what the
     * difference of the answers tells at best. Blurring by the people alone would tell in 91 of 100
     * cases.
     */
    @Test
    void theDifferenceOfTwoCountsHardlyTellsWhetherOnePersonIsAmongThem() {
        Map<Integer, Double> people = difference(StatisticsNoise.OF_PEOPLE);
        Map<Integer, Double> without = difference(StatisticsNoise.OF_CONDITIONS);
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
