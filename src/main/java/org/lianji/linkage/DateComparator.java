package org.lianji.linkage;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days: typing errors, day and month swapped, a year off, the first of January where only the year
 * is known, and a day of the lunar calendar written as one of the solar.
 *
 * @param dayFirst whether 3/4/1990 is in April
 */
record DateComparator(boolean dayFirst) implements FieldComparator<DateComparator.Day> {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.年 ]?(\\d{1,2})[-/.月 ]?(\\d{1,2})日?(?:[T ].*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})(?: .*)?");
    private static final int FIRST_LUNAR = 1900;
    private static final int LAST_LUNAR = 2100;
    private static final int MONTHS = 12;
    private static final int LUNAR_DAYS = 30;

    /** Of each day that was asked for: to work it out takes longer than all else. */
    private static final Map<Integer, Integer> SOLAR = new ConcurrentHashMap<>();

    DateComparator() {
        this(false);
    }

    /**
     * @param digits yyyyMMdd
     * @param fromLunar the day it is when it was meant by the lunar calendar; 0 where it is none
     */
    record Day(int year, int month, int day, String digits, int fromLunar) {

        static Day of(int year, int month, int day) {
            return new Day(
                    year,
                    month,
                    day,
                    "%04d%02d%02d".formatted(year, month, day),
                    solar(year, month, day));
        }

        int number() {
            return (year * 100 + month) * 100 + day;
        }
    }

    @Override
    public String name() {
        return "date";
    }

    @Override
    public List<String> levels() {
        return List.of(
                "same",
                "day and month swapped",
                "one digit",
                "lunar for solar",
                "a year off",
                "first of January",
                "two digits",
                "same day of the year",
                "same month",
                "same year",
                "different");
    }

    @Override
    public FieldComparator<Day> over(Collection<String> values) {
        boolean after =
                values.stream()
                        .map(value -> YEAR_LAST.matcher(value.strip()))
                        .anyMatch(
                                match ->
                                        match.matches()
                                                && Integer.parseInt(match.group(1)) > MONTHS);
        return new DateComparator(after);
    }

    @Override
    public @Nullable Day read(String text) {
        Matcher first = YEAR_FIRST.matcher(text.strip());
        if (first.matches()) {
            return Day.of(number(first, 1), number(first, 2), number(first, 3));
        }
        Matcher last = YEAR_LAST.matcher(text.strip());
        if (last.matches()) {
            return Day.of(
                    number(last, 3),
                    number(last, dayFirst ? 2 : 1),
                    number(last, dayFirst ? 1 : 2));
        }
        return null;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    @Override
    public int level(Day a, Day b) {
        if (a.number() == b.number()) {
            return 0;
        }
        if (a.year == b.year && a.month == b.day && a.day == b.month) {
            return 1;
        }
        if (Similarity.oneEdit(a.digits, b.digits)) {
            return 2;
        }
        if (a.fromLunar == b.number() || b.fromLunar == a.number()) {
            return 3;
        }
        boolean dayOfYear = a.month == b.month && a.day == b.day;
        if (dayOfYear && Math.abs(a.year - b.year) == 1) {
            return 4;
        }
        return byParts(a, b, dayOfYear);
    }

    private static int byParts(Day a, Day b, boolean dayOfYear) {
        if (a.year == b.year && (newYear(a) || newYear(b))) {
            return 5;
        }
        if (Similarity.edits(a.digits, b.digits, 2) <= 2) {
            return 6;
        }
        if (dayOfYear) {
            return 7;
        }
        return a.year != b.year ? 10 : a.month == b.month ? 8 : 9;
    }

    private static boolean newYear(Day day) {
        return day.month == 1 && day.day == 1;
    }

    private static int solar(int year, int month, int day) {
        boolean lunar = year >= FIRST_LUNAR && year < LAST_LUNAR && month >= 1 && month <= MONTHS;
        if (!lunar || day < 1 || day > LUNAR_DAYS) {
            return 0;
        }
        return SOLAR.computeIfAbsent(
                (year * 100 + month) * 100 + day, _ -> converted(year, month, day));
    }

    private static int converted(int year, int month, int day) {
        try {
            SolarDay solar = LunarDay.fromYmd(year, month, day).getSolarDay();
            return (solar.getYear() * 100 + solar.getMonth()) * 100 + solar.getDay();
        } catch (IllegalArgumentException e) {
            return 0; // a month of 29 days
        }
    }
}
