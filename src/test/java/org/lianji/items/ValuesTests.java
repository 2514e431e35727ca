package org.lianji.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.items.ItemType.Scalar.BOOLEAN;
import static org.lianji.items.ItemType.Scalar.CERTIFICATE_NUMBER;
import static org.lianji.items.ItemType.Scalar.DATE;
import static org.lianji.items.ItemType.Scalar.DATE_TIME;
import static org.lianji.items.ItemType.Scalar.FLOAT;
import static org.lianji.items.ItemType.Scalar.ID_NUMBER;
import static org.lianji.items.ItemType.Scalar.INT;
import static org.lianji.items.ItemType.Scalar.MONEY;
import static org.lianji.items.ItemType.Scalar.REGION_CODE;
import static org.lianji.items.ItemType.Scalar.STRING;
import static org.lianji.items.ItemType.Scalar.UNIFIED_CODE;
import static org.lianji.items.ItemType.Scalar.YEAR_MONTH;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.platform.Code;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ValuesTests {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final ItemType SEX =
            new ItemType.Choice("Sex", Map.of("MALE", "男", "FEMALE", "女"));

    private final Values values = new Values(CLOCK);

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of(STRING, " 苏木 ", "苏木"),
                Arguments.of(INT, "12", 12L),
                Arguments.of(INT, 12.0, 12L),
                Arguments.of(FLOAT, "1.25", 1.25),
                Arguments.of(BOOLEAN, "是", true),
                Arguments.of(BOOLEAN, false, false),
                Arguments.of(BOOLEAN, "True", true),
                Arguments.of(BOOLEAN, "fALSE", false),
                Arguments.of(MONEY, "712", 71_200L),
                Arguments.of(MONEY, "712.0", 71_200L),
                Arguments.of(MONEY, "712.05", 71_205L),
                Arguments.of(MONEY, new BigDecimal("0.10"), 10L),
                Arguments.of(MONEY, 712, 71_200L),
                Arguments.of(DATE, "2024-02-29", LocalDate.of(2024, 2, 29)),
                Arguments.of(
                        DATE_TIME,
                        "2026-03-01T08:00:00+08:00",
                        OffsetDateTime.parse("2026-03-01T08:00:00+08:00")),
                Arguments.of(
                        DATE_TIME,
                        "2026-02-28T16:30:00.1239Z",
                        OffsetDateTime.parse("2026-03-01T00:30:00.123+08:00")),
                Arguments.of(YEAR_MONTH, "2026-03", "2026-03"),
                Arguments.of(REGION_CODE, "150902001001", "150902001001"),
                Arguments.of(UNIFIED_CODE, "11150900MB00F00100", "11150900MB00F00100"),
                Arguments.of(ID_NUMBER, "150902195603121010", "150902195603121010"),
                Arguments.of(CERTIFICATE_NUMBER, "15090219560312101042", "15090219560312101042"),
                Arguments.of(CERTIFICATE_NUMBER, "11010519491231002x71", "11010519491231002X71"),
                Arguments.of(SEX, "MALE", "MALE"),
                Arguments.of(SEX, "女", "FEMALE"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsWhatTheGraphKeeps(ItemType type, Object raw, Object kept) {
        assertThat(values.parse(type, raw)).isEqualTo(new ParsedValue.Valid(kept));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(STRING, 12, ValueCode.NOT_A_TEXT),
                Arguments.of(STRING, "a\u0000b", ValueCode.CONTROL_CHARACTER),
                Arguments.of(STRING, "a\uFFFDb", ValueCode.BROKEN_ENCODING),
                Arguments.of(STRING, "a\uD800b", ValueCode.BROKEN_ENCODING),
                Arguments.of(STRING, "x".repeat(1_000_000), ValueCode.TEXT_TOO_LONG),
                Arguments.of(INT, "twelve", ValueCode.NOT_A_NUMBER),
                Arguments.of(INT, "1.5", ValueCode.NOT_WHOLE),
                Arguments.of(INT, "99999999999", ValueCode.OUT_OF_RANGE),
                Arguments.of(FLOAT, "NaN", ValueCode.NOT_FINITE),
                Arguments.of(FLOAT, Double.NaN, ValueCode.NOT_FINITE),
                Arguments.of(FLOAT, "1e3", ValueCode.EXPONENT),
                Arguments.of(BOOLEAN, "maybe", ValueCode.NOT_A_BOOLEAN),
                Arguments.of(MONEY, "712.001", ValueCode.AMOUNT_DECIMALS),
                Arguments.of(MONEY, "1,000", ValueCode.AMOUNT_FORMAT),
                Arguments.of(MONEY, "Infinity", ValueCode.NOT_FINITE),
                Arguments.of(MONEY, "7.12e2", ValueCode.EXPONENT),
                Arguments.of(DATE, "2026/03/01", ValueCode.DATE_FORMAT),
                Arguments.of(DATE, "2026-02-30", ValueCode.NO_SUCH_DATE),
                Arguments.of(DATE_TIME, "2026-03-01T08:00:00", ValueCode.DATE_TIME_FORMAT),
                Arguments.of(DATE_TIME, "9999-12-31T23:00:00Z", ValueCode.DATE_TIME_FORMAT),
                Arguments.of(YEAR_MONTH, "2026-13", ValueCode.YEAR_MONTH_FORMAT),
                Arguments.of(REGION_CODE, "150902", ValueCode.REGION_FORMAT),
                Arguments.of(
                        UNIFIED_CODE, "11150900MB00F00101", ValueCode.UNIFIED_CODE_CHECK_DIGIT),
                Arguments.of(UNIFIED_CODE, "11150900MB00F0010", ValueCode.UNIFIED_CODE_FORMAT),
                Arguments.of(ID_NUMBER, "150902195603121011", ValueCode.ID_CHECK_DIGIT),
                Arguments.of(CERTIFICATE_NUMBER, "15090219560312101142", ValueCode.ID_CHECK_DIGIT),
                Arguments.of(
                        CERTIFICATE_NUMBER, "15090219560312101082", ValueCode.CERTIFICATE_FORMAT),
                Arguments.of(
                        CERTIFICATE_NUMBER, "15090219560312101045", ValueCode.CERTIFICATE_FORMAT),
                Arguments.of(
                        CERTIFICATE_NUMBER, "150902195603121010", ValueCode.CERTIFICATE_FORMAT),
                Arguments.of(ID_NUMBER, "150902560312101", ValueCode.ID_15_DIGITS),
                Arguments.of(ID_NUMBER, "1509021956031210", ValueCode.ID_FORMAT),
                Arguments.of(ID_NUMBER, "15090219560230101X", ValueCode.ID_BIRTH_DATE),
                Arguments.of(SEX, "OTHER", ValueCode.UNKNOWN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void saysWhatIsWrongWithAValue(ItemType type, Object raw, ValueCode code) {
        assertThat(values.parse(type, raw))
                .isInstanceOfSatisfying(
                        ParsedValue.Invalid.class,
                        bad -> {
                            assertThat(bad.code()).isEqualTo(code);
                            assertThat(bad.details().toString())
                                    .doesNotContain(String.valueOf(raw));
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9110000071092841XX",
                "54150921MEC12345XQ",
                "91320594MA0PQR128C",
                "91152627MA0PQR1288",
                "92310115MA1K3XX2X9"
            })
    void takesCodesOfNationalBodiesCommitteesZonesAndFormerCounties(String code) {
        assertThat(values.parse(UNIFIED_CODE, code)).isEqualTo(new ParsedValue.Valid(code));
    }

    @ParameterizedTest
    @CsvSource({
        "000000000000000000,AUTHORITY",
        "B1150900MA0PQR128Q,AUTHORITY",
        "97150900MA0PQR1288,KIND",
        "91999900MA0PQR128G,REGION",
        "91150999MA0PQR1288,REGION",
        "9115090AMA0PQR128B,REGION",
        "911509A1MA0PQR1284,REGION",
        "91150960MA0PQR128P,REGION",
        "91150900000000000D,BODY",
        "91150900MA0PQR1202,BODY"
    })
    void saysWhichPartOfAUnifiedCodeIsNone(String code, String part) {
        assertThat(values.parse(UNIFIED_CODE, code))
                .isEqualTo(
                        new ParsedValue.Invalid(
                                ValueCode.UNIFIED_CODE_PARTS, Map.of("part", part)));
    }

    @Test
    void refusesDaysBeforeAnybodyWasBorn() {
        assertThat(code(item(DATE, true), "1899-12-31")).isEqualTo(ValueCode.DATE_TOO_EARLY);
        assertThat(code(item(YEAR_MONTH, true), "0001-01")).isEqualTo(ValueCode.DATE_TOO_EARLY);
        assertThat(code(item(DATE_TIME, true), "0001-01-01T00:00:00Z"))
                .isEqualTo(ValueCode.DATE_TOO_EARLY);
        assertThat(values.parse(item(DATE, false), "1900-01-01"))
                .isInstanceOf(ParsedValue.Valid.class);
    }

    @Test
    void refusesTheFutureUnlessTheItemAllowsIt() {
        assertThat(code(item(DATE, false), "2026-11-25")).isEqualTo(ValueCode.DATE_IN_FUTURE);
        assertThat(code(item(YEAR_MONTH, false), "2026-12")).isEqualTo(ValueCode.DATE_IN_FUTURE);
        assertThat(code(item(DATE_TIME, false), "2026-11-24T11:00:00+08:00"))
                .isEqualTo(ValueCode.DATE_IN_FUTURE);
        assertThat(values.parse(item(DATE, false), "2026-11-24"))
                .isInstanceOf(ParsedValue.Valid.class);
        assertThat(values.parse(item(DATE, true), "2027-11-24"))
                .isInstanceOf(ParsedValue.Valid.class);
    }

    @Test
    void keepsToTheItemsLimits() {
        Item.Limits limits = limits(TextKind.PROSE, 5, 3);
        assertThat(code(item(STRING, limits), "123456")).isEqualTo(ValueCode.TEXT_TOO_LONG);
        assertThat(code(item(STRING, limits), "1234")).isEqualTo(ValueCode.TEXT_LENGTH);
        assertThat(code(item(INT, limits), "3")).isEqualTo(ValueCode.OUT_OF_RANGE);
        assertThat(code(item(MONEY, limits), "2.01")).isEqualTo(ValueCode.OUT_OF_RANGE);
        assertThat(values.parse(item(MONEY, limits), "2.00")).isInstanceOf(ParsedValue.Valid.class);
    }

    @Test
    void stripsTheBlanksOfAnyScriptBeforeItCounts() {
        assertThat(kept(TextKind.NAME, "\u3000\u00A0王 强\u2003".concat(" ".repeat(200))))
                .isEqualTo("王 强");
        assertThat(kept(TextKind.PROSE, "\uD869\uDEA5".repeat(80))).hasSize(160);
        assertThat(values.parse(MONEY, "\u00A0712\u00A0"))
                .isEqualTo(new ParsedValue.Valid(71_200L));
    }

    @Test
    void composesWhatWasWrittenInParts() {
        assertThat(kept(TextKind.NAME, "Zoe\u0301")).isEqualTo("Zoé");
    }

    @Test
    void takesTheEndsOfLinesForWhiteSpace() {
        assertThat(kept(TextKind.PROSE, "甲\r\n乙\r丙\t丁")).isEqualTo("甲\n乙\n丙\t丁");
        assertThat(kept(TextKind.NAME, "甲\r\n乙\t丙")).isEqualTo("甲 乙 丙");
        assertThat(code(text(TextKind.KEY), "甲\n乙")).isEqualTo(ValueCode.CONTROL_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B", "\uFEFF", "\u202E", "\u2066", "\u00AD", "\u200D", "\u034F", "\u115F",
                "\u2028", "\u2800", "\u3164", "\uFE0F", "\uFFFF", "\u180E"
            })
    void refusesInNamesAndNumbersWhatNobodySeesAndSaysWhichItIs(String hidden) {
        for (TextKind kind : List.of(TextKind.NAME, TextKind.KEY)) {
            assertThat(values.parse(text(kind), "甲" + hidden + "乙"))
                    .isEqualTo(
                            new ParsedValue.Invalid(
                                    ValueCode.FORMAT_CHARACTER,
                                    Map.of(
                                            "codePoint",
                                            "U+%04X".formatted((int) hidden.charAt(0)))));
        }
        assertThat(kept(TextKind.PROSE, "甲" + hidden + "乙")).contains(hidden);
    }

    @Test
    void takesBlanksWithinANumberForOne() {
        assertThat(kept(TextKind.KEY, "X\u00A07")).isEqualTo("X 7");
    }

    @Test
    void letsMongolianNamesHaveWhatTheirLettersNeed() {
        String name = "\u1830\u1820\u1837\u180E\u1820\u200D";

        assertThat(kept(TextKind.NAME, name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "＝1",
                " =1",
                "﹦1",
                "﹢1",
                "﹣1",
                "﹫1",
                "⁼1",
                "⁺1",
                "⁻1",
                "\u22121"
            })
    void refusesANumberThatASpreadsheetTakesForAFormula(String number) {
        assertThat(code(text(TextKind.KEY), number)).isEqualTo(ValueCode.FORMULA_START);
        assertThat(kept(TextKind.PROSE, number)).isNotEmpty();
    }

    private String kept(TextKind kind, String raw) {
        return (String) ((ParsedValue.Valid) values.parse(text(kind), raw)).value();
    }

    private static Item text(TextKind kind) {
        return item(STRING, limits(kind, 80, null));
    }

    private static Item.Limits limits(TextKind kind, int longest, Integer exact) {
        return new Item.Limits(false, null, false, false, kind, longest, exact, 1.0, 2.0);
    }

    private Code code(Item item, Object raw) {
        return ((ParsedValue.Invalid) values.parse(item, raw)).code();
    }

    private static Item item(ItemType type, boolean future) {
        return item(
                type,
                new Item.Limits(false, null, false, future, TextKind.PROSE, 200, null, null, null));
    }

    private static Item item(ItemType type, Item.Limits limits) {
        return new Item(
                "x",
                "x",
                "x",
                type,
                false,
                new Department("XX", "x", "x", "x", "x", false),
                Share.CONDITIONAL,
                Level.S2,
                null,
                null,
                limits,
                null);
    }
}
