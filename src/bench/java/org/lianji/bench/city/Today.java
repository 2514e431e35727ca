package org.lianji.bench.city;

import java.time.LocalDate;
import java.time.Period;

/** The day the city is looked at, and the days counted from it. */
record Today(LocalDate date) {

    /** How far back departments' systems reach. */
    private static final int YEARS_KEPT = 4;

    LocalDate yesterday() {
        return date.minusDays(1);
    }

    LocalDate ago(int days) {
        return date.minusDays(days);
    }

    int age(LocalDate birth) {
        return Period.between(birth, date).getYears();
    }

    /** The first calendar year of the school year that is under way. */
    int schoolYear() {
        return date.getMonthValue() >= 9 ? date.getYear() : date.getYear() - 1;
    }

    /** A day of the last {@code days}, up to yesterday. */
    LocalDate lately(int days, Dice dice) {
        return date.minusDays(dice.between(1, days));
    }

    /**
     * When a department enters what happened on {@code event}: soon after, or when its system came.
     */
    LocalDate recorded(LocalDate event, Dice dice) {
        LocalDate first = date.minusYears(YEARS_KEPT);
        if (event.isBefore(first)) {
            return dice.day(first, yesterday());
        }
        return earlier(event.plusDays(dice.between(0, 9)), yesterday());
    }

    static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
