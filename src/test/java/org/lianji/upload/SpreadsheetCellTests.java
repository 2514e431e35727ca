package org.lianji.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                "﹦1+1",
                "﹢1",
                "﹣1",
                "﹫SUM(A1)",
                "⁼1",
                "⁺1",
                "⁻1",
                "₌1",
                "₊1",
                "₋1",
                "\u22121",
                "=\u03381",
                "\u3164=1",
                "\u2800=1",
                " =1",
                "\u3000=1",
                "\u200B=1",
                "\uFEFF=1",
                "\n=1",
                "\t1",
                "\r1",
                "=1\n2",
                "-1.5e3"
            })
    void whatASpreadsheetTakesForAFormulaIsText(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetCell.text("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "-5.20", "712.00", "张三", "1=1", "a-b", "'", "'70", "–"})
    void allElseStaysAsItIs(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.text(text)).isEqualTo(text);
    }
}
