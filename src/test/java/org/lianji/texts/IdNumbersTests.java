package org.lianji.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

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
                "152627195801035714 41",
                "1526271958010357140",
                "9152627195801035714",
                "15262719580103571485",
                "20261128152627195801035714",
                "15262719580103571420261128",
                "152627195801035714152627195801035714",
                "9152627-19580103-57140",
                "152627,19580103,5714",
                "152627/1958/01/03/5714",
                "\"152627\" \"19580103\" \"5714\"",
                "①⑤②⑥②⑦①⑨⑤⑧⓪①⓪③⑤⑦①④",
                "❶❺❷❻❷❼❶❾❺❽⓿❶⓿❸❺❼❶❹",
                "¹⁵²⁶²⁷¹⁹⁵⁸⁰¹⁰³⁵⁷¹⁴",
                "₁₅₂₆₂₇₁₉₅₈₀₁₀₃₅₇₁₄",
                "𝟏𝟓𝟐𝟔𝟐𝟕𝟏𝟗𝟓𝟖𝟎𝟏𝟎𝟑𝟓𝟕𝟏𝟒",
                "一五二六二七一九五八〇一〇三五七一四",
                "一五二六二七一九五八零一零三五七一四",
                "一五二六二七一九五八○一○三五七一四",
                "壹伍贰陆贰柒壹玖伍捌零壹零叁伍柒壹肆",
                "壹伍貳陸貳柒壹玖伍捌零壹零叄伍柒壹肆",
                "〡〥〢〦〢〧〡〩〥〨〇〡〇〣〥〧〡〤",
                "⼀五⼆六⼆七⼀九五⼋〇⼀〇三五七⼀四",
                "⑮二627一九58〇1〇³57⑭",
                "1\u03015\u03012\u03016\u03012\u03017\u030119580103\u03015714",
                "1\uFE0F\u20E35\uFE0F\u20E32\uFE0F\u20E3627195801035714",
                "152627\u316419580103\u28005714",
                "15\u3164262719\u2800580103\u115F5714",
                "11010519491231002×",
                "11010519491231002✕",
                "11010519491231002✗",
                "11010519491231002х",
                "11010519491231002Ⓧ",
                "11010519491231002𝐗",
                "11010519491231002ˣ",
                "152627580103571",
                "152627 580103 571",
                "号码一五二六二七五八〇一〇三五七一。",
                "MTUyNjI3MTk1ODAxMDM1NzE0",
                "k-MTUyNjI3MTk1ODAxMDM1NzE0-1",
                "key MTEwMTA1MTk0OTEyMzEwMDJYCg==",
                "eyJuIjoiMTUyNjI3MTk1ODAxMDM1NzE0In0",
                "313532363237313935383031303335373134",
                "1526271958%301%30%335714",
                "152627195801O35714",
                "l52627l9580l0357l4",
                "I52627I958OIO357I4",
                "152627-1958o103-5714",
                "1526271958О1О35714",
                "１５２６２７１９５８Ｏ１Ｏ３５７１４",
                "NO152627195801035714",
                "l1Ol0519491231002X",
                "&#49;&#53;&#50;&#54;&#50;&#55;&#49;&#57;&#53;&#56;&#48;&#49;&#48;&#51;&#53;&#55;&#49;&#52;",
                "152627&#x31;95801&#X30;35714",
                "152627&#049;95801&#48 35714",
                "152627\\u003195801035714",
                "152627\\x3195801035714",
                "{\"n\":\"\\\\u0031\\\\u00352627195801035714\"}"
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
                "20241103008000123458",
                "00000000000000000000",
                "15090220260115000589",
                "15092920238531027014",
                "6217001210024455220",
                "622848 0402564890018",
                "13800001111 15900002222 04718222222",
                "13800001111,15900002222,13900003333",
                "150900000000 150902000000 150902001001",
                "F150924000063700",
                "152627581303571",
                "1526275801035715",
                "911509007010001234",
                "91150900MA0N1D2K3X",
                "1234567890123456789012345678901234567890",
                "2026-11-24,2026-11-25,2026-11-26",
                "一二三四五六七八九十",
                "4bf92f3577b34da6a3ce929d0e0e47364bf92f3577b34da6",
                "150902001001GB00001F00010001",
                "91150902MA0N1D2K3X",
                "2026-11-24 08:00:00.000001",
                "6222 0000 1234 5678 901",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "110105194912310021",
                "Il OO lO 15 Ol 19",
                "152627l95801035715",
                "&#49;&#53;&#50;&#54;&#50;&#55;",
                "&#9999999;&#xFFFFFF;152627l95801035715"
            })
    void takesNothingElseForOne(String text) {
        assertThat(IdNumbers.in(text, TODAY)).isEmpty();
    }

    /** One in 70,000 of them is taken for one, whatever they are; of 200,000, three. */
    @Test
    void takesHardlyAnyOtherLongNumberForOne() {
        SplittableRandom dice = new SplittableRandom(14);

        long taken =
                IntStream.range(0, 200_000)
                        .mapToObj(_ -> "1%019d".formatted(dice.nextLong(Long.MAX_VALUE)))
                        .filter(number -> IdNumbers.in(number, TODAY).isPresent())
                        .count();

        assertThat(taken).isLessThan(20);
    }

    /** Work that grows with the square of a text would never end here. */
    @Test
    void readsALongTextOnce() {
        assertThat(IdNumbers.in("0".repeat(2_000_000), TODAY)).isEmpty();
        assertThat(IdNumbers.in("0 ".repeat(1_000_000), TODAY)).isEmpty();
        assertThat(IdNumbers.in("0X".repeat(1_000_000), TODAY)).isEmpty();
        assertThat(IdNumbers.in("O".repeat(2_000_000), TODAY)).isEmpty();
        assertThat(IdNumbers.in("0O".repeat(1_000_000), TODAY)).isEmpty();
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
