package org.lianji.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.people.IdentityHash;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What is told of a count to those who may not see what is counted. */
class WarningTallyTests {

    private static final IdentityHash HASH = new IdentityHash(new byte[32]);

    private static WarningTally of(long warnings, long key) {
        WarningTally tally = new WarningTally();
        tally.add(
                new WarningTally.Group(
                        "R101",
                        "RED",
                        "CONFIRMED",
                        false,
                        warnings,
                        key,
                        warnings,
                        warnings * 3 * 86_400_000,
                        0,
                        0));
        return tally;
    }

    @Test
    void noCountUnderTenIsTold() {
        assertThat(LongStream.range(0, 10).mapToObj(count -> of(count, 1).warnings(HASH, "a")))
                .containsOnlyNulls();
        assertThat(of(9, 1).figures(HASH, "a"))
                .isEqualTo(
                        new WarningBoard.Figures(
                                null, null, null, null, null, null, null, null, null, null));
        assertThat(of(9, 1).warnings(null, "a")).isEqualTo(9);
    }

    @Test
    void anotherIsOffByTenAtMostAndRightOnAverage() {
        List<Long> told =
                IntStream.range(0, 1000)
                        .mapToObj(key -> Objects.requireNonNull(of(200, key).warnings(HASH, "a")))
                        .toList();

        assertThat(told).allSatisfy(one -> assertThat(one).isBetween(190L, 210L));
        assertThat(told.stream().mapToLong(one -> one).average().orElseThrow())
                .isBetween(199.0, 201.0);
    }

    /** The same warnings, asked again, tell no more; others of the same number tell another. */
    @Test
    void oneMoreOrLessDoesNotShow() {
        assertThat(of(200, 5).warnings(HASH, "a")).isEqualTo(of(200, 5).warnings(HASH, "a"));
        long fallen =
                IntStream.range(0, 1000)
                        .filter(
                                key ->
                                        Objects.requireNonNull(
                                                        of(201, key + 7L).warnings(HASH, "a"))
                                                < Objects.requireNonNull(
                                                        of(200, key).warnings(HASH, "a")))
                        .count();
        assertThat(fallen).isBetween(200L, 480L);
    }

    @Test
    void meansOfFewAreNotTold() {
        assertThat(of(12, 1).figures(HASH, "a").daysToVerdict()).isEqualTo(3.0);
        assertThat(of(9, 1).figures(null, "a").daysToVerdict()).isEqualTo(3.0);
    }
}
