package org.lianji.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongNumbersTests {

    @ParameterizedTest
    @CsvSource({
        "电话13800138000找他, 电话#找他",
        "电话138 0013 8000, 电话#",
        "电话：138-0013-8000。, 电话：#。",
        "座机0474-8223344, 座机#",
        "座机822 3344, 座机#",
        "一三八零零一三八零零零, #",
        "１３８００１３８０００, #",
        "①③⑧⓪⓪①③⑧⓪⓪⓪, #",
        "1 3 8 0 0 1 3 8 0 0 0, #",
        "账号6222020200012345678, 账号#",
        "138\u200B00138000, #"
    })
    void areReplacedHoweverTheyAreWritten(String text, String without) {
        assertThat(LongNumbers.without(text, "#")).isEqualTo(without);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "每周两次上门照护",
                "12月1日9:00至11:30",
                "2026-12-01 09:00",
                "9:30-11:30",
                "周1、3、5、7各2小时",
                "3号楼2单元1101室",
                "每月615.50元"
            })
    void areNeitherDaysNorTimesNorCounts(String text) {
        assertThat(LongNumbers.without(text, "#")).isEqualTo(text);
    }
}
