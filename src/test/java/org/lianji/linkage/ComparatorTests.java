package org.lianji.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Objects;

/** What each comparator says of two values, as tables. */
class ComparatorTests {

    @ParameterizedTest
    @CsvSource({
        "mitchell, Mitchell, same",
        "O'Brien, obrien, same",
        "José, jose, same",
        "mitchell, mitchel, one edit",
        "mitchell, mitchlel, one edit",
        "catherine, katharine, like",
        "alexander, alex, begins",
        "william, wi, begins",
        "smith, jones, different",
    })
    void texts(String a, String b, String level) {
        assertThat(level("text", a, b)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "12 Tullaroop Street, 12 tullaroop street, same",
        "pridham street, pridhamstreet, same",
        "giblin street, gibiln street, one edit",
        "east 55th street, 55th st. e., many",
        "willaroo park, berry close, different",
    })
    void severalWords(String a, String b, String level) {
        assertThat(level("tokens", a, b)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "1990-05-03, 19900503, same",
        "1990-05-03, 1990年5月3日, same",
        "1990-05-03, 1990-03-05, day and month swapped",
        "1990-05-03, 1990-05-08, one digit",
        "1969-07-21, 1970-07-21, a year off",
        "1990-05-23, 1990-01-01, first of January",
        "1962-08-15, 1962-09-13, lunar for solar",
        "1990-05-23, 1990-05-11, two digits",
        "1990-12-23, 1990-03-17, same year",
        "1990-12-23, 1951-03-17, different",
    })
    void days(String a, String b, String level) {
        assertThat(level("date", a, b)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "110101199003070011, 110101199003070011, same",
        "110101199003070038, １１０１０１１９９００３０７００３８, same",
        "130503670401001, 130503196704010016, same",
        "110101199003070011, 110101199003070021, one edit",
        "110101199003070011, 110101199030070011, one edit",
        "110101199003070011, 110101199003070022, two digits",
        "110101199003070011, 110101199003071234, same place and birth",
        "110101199003070011, 150902199003074567, same birth",
        "110101199003070011, 150902198511234567, different",
    })
    void idNumbers(String a, String b, String level) {
        assertThat(level("certificate", a, b)).isEqualTo(level);
    }

    @Test
    void twoValidNumbersAreTwoPersonsAndOneWithATypingErrorMayBeOne() {
        FieldComparator<CertificateComparator.Number> comparator = new CertificateComparator();
        CertificateComparator.Number one = read(comparator, "11010519491231002X");
        CertificateComparator.Number other = read(comparator, "440524188001010014");
        CertificateComparator.Number wrong = read(comparator, "110105194912310021");
        assertThat(comparator.excludes(one, other)).isTrue();
        assertThat(comparator.excludes(one, wrong)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "王秀萍, 王秀萍, same",
        "張偉, 张伟, same",
        "刘峯, 刘峰, same",
        "乌云·其木格, 乌云•其木格, same",
        "乌云・其木格, 乌云其木格, same",
        "乌云．其木格, 乌云‧其木格, same",
        "王秀萍, 王秀苹, homophone",
        "单小红, 山小红, homophone",
        "解放, 谢放, homophone",
        "曾平, 增平, homophone",
        "张伟, zhang wei, homophone",
        "刘思瑶, 刘诗瑶, near homophone",
        "铁木尔, 特木尔, near homophone",
        "李末, 李未, look-alike",
        "王㛃, 王?, not typed",
        "赵▲民, 赵利民, not typed",
        "丁某, 丁建国, not typed",
        "其木格乌云, 乌云其木格, other order",
        "苏和巴特尔, 苏赫巴特尔, homophone",
        "乌云其木格, 乌云其其格, other spelling",
        "张建国, 张国, shortened",
        "孟根图雅, 孟根, shortened",
        "张伟强, 张伟红, one character",
        "张伟, 张红, surname",
        "王秀萍, 赵铁柱, different",
    })
    void chineseNames(String a, String b, String level) {
        assertThat(level("chinese-name", a, b)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "152601001001, 152601001001, same",
        "152601000000, 152601001001, one within the other",
        "152601001001, 152601001002, township",
        "152601001001, 152601002001, county",
        "152601001001, 152602001001, prefecture",
        "152601001001, 150102001001, province",
        "152601001001, 440102001001, different",
    })
    void places(String a, String b, String level) {
        assertThat(level("place", a, b)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "+86 138-0013-8000, 13800138000, same",
        "0474-8320011, 8320011, part",
        "13800138000, 13800138001, one edit",
        "13800138000, 13800138077, two edits",
        "13800138000, 15922223333, different",
    })
    void phones(String a, String b, String level) {
        assertThat(level("phone", a, b)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, 12.5, same",
        "34, 35, one apart",
        "1000, 1010, near",
        "1000, 1100, far",
        "10, 99, different"
    })
    void amounts(String a, String b, String level) {
        assertThat(level("number", a, b)).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "无", "不详", "N/A", "unknown", "—"})
    void whatSaysNothingIsNoValue(String text) {
        for (String name : FieldComparator.names()) {
            assertThat((Object) Objects.requireNonNull(FieldComparator.named(name)).read(text))
                    .as(name)
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000000000", "111111111111111111"})
    void aPlaceholderIsNoNumber(String text) {
        assertThat(new CertificateComparator().read(text)).isNull();
        assertThat(new CodeComparator(true).read(text)).isNull();
    }

    private static String level(String comparator, String a, String b) {
        return level(Objects.requireNonNull(FieldComparator.named(comparator)), a, b);
    }

    /** Both ways round, since a pair has no order. */
    private static <T> String level(FieldComparator<T> comparator, String a, String b) {
        int forth = comparator.level(read(comparator, a), read(comparator, b));
        int back = comparator.level(read(comparator, b), read(comparator, a));
        assertThat(back).isEqualTo(forth);
        return comparator.levels().get(forth);
    }

    private static <T> T read(FieldComparator<T> comparator, String text) {
        @Nullable T value = comparator.read(text);
        return Objects.requireNonNull(value, text);
    }
}
