package org.lianji.families;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * A record of help, as far as it shows to who asks.
 *
 * @param person token of whom it is about
 * @param recordNo number at the source
 * @param department the source
 * @param kind of help, as the category's items name it
 * @param amount as it is written; of continuing help a month
 * @param state as the category's items name it
 * @param from first day; null where it doesn't show
 * @param to last day; null while it goes on, and where the end doesn't show
 */
record HelpRecord(
        String person,
        HelpSource source,
        @Nullable String recordNo,
        @Nullable String department,
        @Nullable String kind,
        @Nullable String amount,
        @Nullable String state,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /**
     * @param answer of the question of {@link HelpSource#fragment}
     */
    static HelpRecord of(String person, Map<?, ?> answer) {
        HelpSource source = HelpSource.valueOf(String.valueOf(answer.get("category")));
        String state = text(answer, source.key("state"));
        LocalDate seen = first(text(answer, "observedAt"));
        LocalDate since = first(text(answer, "validFrom"));
        LocalDate version = since == null ? seen : since;
        LocalDate stated = first(text(answer, source.key("from")));
        LocalDate from =
                stated == null && source.form() == HelpSource.Form.CONTINUING ? version : stated;
        return new HelpRecord(
                person,
                source,
                text(answer, "recordNo"),
                text(answer, "department"),
                text(answer, source.key("kind")),
                text(answer, source.key("amount")),
                state,
                from,
                source.form() == HelpSource.Form.ONCE
                        ? from
                        : until(
                                source,
                                state,
                                earlier(
                                        last(text(answer, source.key("to"))),
                                        last(text(answer, "validTo"))),
                                version));
    }

    /** By its state it was over on the day before the version that says so. */
    private static @Nullable LocalDate until(
            HelpSource source,
            @Nullable String state,
            @Nullable LocalDate last,
            @Nullable LocalDate version) {
        return source.over(state) && version != null && source != HelpSource.NM01
                ? earlier(last, version.minusDays(1))
                : last;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable String text(Map<?, ?> answer, String key) {
        Object value = answer.get(key);
        return value == null ? null : value.toString();
    }

    private static @Nullable LocalDate first(@Nullable String text) {
        return text == null || text.length() == 7 ? month(text, 1) : day(text);
    }

    private static @Nullable LocalDate last(@Nullable String text) {
        return text == null || text.length() == 7 ? month(text, 31) : day(text);
    }

    private static @Nullable LocalDate month(@Nullable String text, int day) {
        if (text == null) {
            return null;
        }
        YearMonth month = YearMonth.parse(text);
        return day == 1 ? month.atDay(1) : month.atEndOfMonth();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, 10));
    }

    /** {@return whether it holds on the day, as far as that shows} */
    boolean on(LocalDate day) {
        return from != null && !from.isAfter(day) && (to == null || !to.isBefore(day));
    }
}
