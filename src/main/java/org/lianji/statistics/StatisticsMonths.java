package org.lianji.statistics;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Problem;
import org.lianji.selection.Place;
import org.lianji.selection.QueryCode;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.Set;

/**
 * The months in a row that a table shows.
 *
 * @param from the first
 * @param to the last
 */
record StatisticsMonths(YearMonth from, YearMonth to) {

    static final StatisticsMonths ALL =
            new StatisticsMonths(YearMonth.of(0, 1), YearMonth.of(9999, 12));

    /** Operators that bound them. */
    static final Set<String> BOUNDS = Set.of("gte", "gt", "lt", "lte");

    /**
     * {@return these, as far as a bound leaves them}
     *
     * @param operator one of {@link #BOUNDS}
     * @param operand a month, or a day with which one begins or ends
     * @param place where the bound is written
     * @throws Problem where the bound cuts a month
     */
    StatisticsMonths bounded(String operator, Object operand, Place place) {
        Temporal bound =
                operand instanceof String month ? YearMonth.parse(month) : (LocalDate) operand;
        return switch (operator) {
            case "gte" -> new StatisticsMonths(later(from, begun(bound, place)), to);
            case "gt" -> new StatisticsMonths(later(from, ended(bound, place).plusMonths(1)), to);
            case "lt" ->
                    new StatisticsMonths(from, earlier(to, begun(bound, place).minusMonths(1)));
            case "lte" -> new StatisticsMonths(from, earlier(to, ended(bound, place)));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static YearMonth begun(Temporal bound, Place place) {
        if (bound instanceof LocalDate day && day.getDayOfMonth() != 1) {
            throw place.refused(QueryCode.NOT_FOR_STATISTICS);
        }
        return YearMonth.from(bound);
    }

    private static YearMonth ended(Temporal bound, Place place) {
        if (bound instanceof LocalDate day && day.getDayOfMonth() != day.lengthOfMonth()) {
            throw place.refused(QueryCode.NOT_FOR_STATISTICS);
        }
        return YearMonth.from(bound);
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    boolean limited() {
        return !equals(ALL);
    }

    /** {@return whether all of it is within: a month such as 2024-05, a year such as 2024} */
    boolean hold(@Nullable String part) {
        if (part == null) {
            return !limited();
        }
        boolean year = part.length() == 4;
        YearMonth first = YearMonth.parse(year ? part + "-01" : part);
        YearMonth last = year ? first.plusMonths(11) : first;
        return !first.isBefore(from) && !last.isAfter(to);
    }
}
