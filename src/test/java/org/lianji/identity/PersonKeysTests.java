package org.lianji.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Collections;

/** By which somebody is found without a number. */
class PersonKeysTests {

    private static final PersonKeys LI =
            PersonKeys.of("李建国", "150924106001", "1988-07-04", "FEMALE", "139 0000 1111");

    private static boolean met(PersonKeys other) {
        return !Collections.disjoint(LI.all(), other.all());
    }

    @Test
    void oneErrorLeavesAnotherKey() {
        assertThat(met(PersonKeys.of("李见国", "150924200000", "", "", ""))).isTrue();
        assertThat(met(PersonKeys.of("李见国", "", "1988-04-07", "", ""))).isTrue();
        assertThat(met(PersonKeys.of("王秀英", "", "1988-07-04", "FEMALE", ""))).isTrue();
        assertThat(met(PersonKeys.of("王秀英", "", "1988-07-04", "", ""))).isTrue();
        assertThat(met(PersonKeys.of("王秀英", "", "", "", "+86 13900001111"))).isTrue();
    }

    @Test
    void nothingInCommonIsNoKey() {
        assertThat(met(PersonKeys.of("李建国", "150921106001", "", "", ""))).isFalse();
        assertThat(met(PersonKeys.of("王秀英", "", "1988-07-04", "MALE", ""))).isFalse();
        assertThat(PersonKeys.of("", "", "", "", "").all()).isEmpty();
    }

    @Test
    void theFirstOfJanuaryIsGivenToTooMany() {
        assertThat(PersonKeys.of("", "", "1988-01-01", "FEMALE", "").all()).isEmpty();
        assertThat(PersonKeys.of("李建国", "", "1988-01-01", "FEMALE", "").all()).hasSize(1);
    }
}
