package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class IdNumbersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "152627195801035714",
                "号码152627195801035714。",
                "GA152627195801035714GA",
                "１５２６２７１９５８０１０３５７１４",
                "1526271958０１０３５７１４",
                "152627 19580103 5714",
                "152627-19580103-5714",
                "152627—19580103—5714",
                "152627\u00A019580103\u200B5714",
                "152627.19580103.5714",
                "152627_19580103_5714",
                "1 5 2 6 2 7 1 9 5 8 0 1 0 3 5 7 1 4",
                "13800000000 152627195801035714 100.00",
                "152627\n195801035714",
                "11010519491231002X",
                "11010519491231002x",
                "11010519491231002Ｘ",
                "11010519491231002Ⅹ",
                "11010519491231002 X",
                "11010519491231002X41",
                "15262719580103571441",
                "CL-15262719580103571441-2",
                "152627195801035714 41"
            })
    void findsANumberHoweverItIsWritten(String text) {
        assertThat(IdNumbers.in(text, TODAY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "152627195801035715",
                "152627195813035714",
                "1526271958010357140",
                "9152627195801035714",
                "15262719580103571485",
                "15262719580103571409",
                "150902001001GB00001F00010001",
                "91150902MA0N1D2K3X",
                "2026-11-24 08:00:00.000001",
                "6222 0000 1234 5678 901",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "110105194912310021"
            })
    void takesNothingElseForOne(String text) {
        assertThat(IdNumbers.in(text, TODAY)).isEmpty();
    }

    @Test
    void tellsWhereItBeginsInCharactersAsTheyAreCounted() {
        assertThat(IdNumbers.in("\uD869\uDEA5甲 152627-195801035714", TODAY)).hasValue(4);
    }

    @Test
    void takesNobodyWhoIsNotBorn() {
        assertThat(IdNumbers.in("152627195801035714", LocalDate.of(1958, 1, 2))).isEmpty();
    }
}
