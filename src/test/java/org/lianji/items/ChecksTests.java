package org.lianji.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that a category can state about the values of a row. */
class ChecksTests {

    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("VISUAL", "视力");
        KINDS.put("HEARING", "听力");
    }

    private static final Map<String, CheckReader.Column> COLUMNS =
            Map.of(
                    "day", new CheckReader.Column(ItemType.Scalar.DATE, false),
                    "at", new CheckReader.Column(ItemType.Scalar.DATE_TIME, false),
                    "month", new CheckReader.Column(ItemType.Scalar.YEAR_MONTH, false),
                    "paid", new CheckReader.Column(ItemType.Scalar.MONEY, false),
                    "cost", new CheckReader.Column(ItemType.Scalar.MONEY, false),
                    "number", new CheckReader.Column(ItemType.Scalar.INT, false),
                    "flags", new CheckReader.Column(ItemType.Scalar.BOOLEAN, true),
                    "idNumber", new CheckReader.Column(ItemType.Scalar.ID_NUMBER, false),
                    "certNo", new CheckReader.Column(ItemType.Scalar.CERTIFICATE_NUMBER, false),
                    "kind", new CheckReader.Column(new ItemType.Choice("Kind", KINDS), false));

    private static final Map<String, Object> ROW =
            Map.of(
                    "day",
                    LocalDate.of(2026, 2, 28),
                    "at",
                    OffsetDateTime.parse("2026-02-28T23:00:00+08:00"),
                    "month",
                    "2026-02",
                    "paid",
                    10_050L,
                    "cost",
                    20_000L,
                    "number",
                    3L,
                    "flags",
                    List.of(true, false, true),
                    "idNumber",
                    "150902195603121010",
                    "certNo",
                    "15090219560312101021",
                    "kind",
                    "HEARING");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day = at                                         | true",
                "day <= at                                        | true",
                "at < day                                         | false",
                "day <= at + 12 months                            | true",
                "at + 1 days <= day                               | false",
                "month + 1 months > month                         | true",
                "paid <= cost                                     | true",
                "paid + paid <= cost                              | false",
                "paid + number <= 103                             | false",
                "paid + number <= 104                             | true",
                "size(flags) = 3                                  | true",
                "size(flags) = 6                                  | false",
                "birthDate(idNumber) < day                        | true",
                "sex(idNumber) = kind                             | false",
                "sex(idNumber) = kind where kind in [VISUAL]      | true",
                "left(certNo, 18) = idNumber                      | true",
                "character(certNo, 19) = ordinal(kind)            | true",
                "character(certNo, 20) = ordinal(kind)            | false",
            })
    void holdsOrDoesNot(String rule, boolean holds) {
        assertThat(CheckReader.read(rule, COLUMNS).holds(ROW)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"day,day = at", "paid,paid + number <= 103", "flags,size(flags) = 6"})
    void hasNothingToHoldWhereAValueIsMissing(String missing, String rule) {
        Map<String, Object> row = new HashMap<>(ROW);
        row.remove(missing);

        assertThat(CheckReader.read(rule, COLUMNS).holds(row)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day <= until                    | knows no item until",
                "day <= paid                     | compares a DAY with a NUMBER",
                "day <= at + 12 moons            | adds moons to a DAY",
                "day <=                          | ends too early",
                "day => at                       | knows no item >",
                "day <= at at                    | goes on with",
                "day <= at ; drop                | can't be read from",
                "length(flags) = 6               | knows no function length",
                "size(paid) = 6                  | size does not fit paid",
                "flags = 6                       | flags can't be compared",
                "ordinal(day) = ordinal(kind)    | ordinal does not fit day",
                "paid + day <= cost              | adds what is no number",
                "left(certNo) = idNumber         | instead of",
                "day = at where kind in [BLIND]  | kind is never BLIND",
                "day = at where day in [BLIND]   | day has no values to choose from",
            })
    void saysWhatOfARuleCanNotBeRead(String rule, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckReader.read(rule, COLUMNS))
                .withMessageContaining(why);
    }
}
