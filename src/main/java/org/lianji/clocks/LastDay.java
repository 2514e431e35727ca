package org.lianji.clocks;

import org.lianji.platform.Code;
import org.lianji.platform.Problem;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The last day of an offer, a need, or a consent. */
public final class LastDay {

    private LastDay() {}

    /**
     * {@return the day, within a year from today}
     *
     * @param otherwise what is told where it is none
     */
    public static LocalDate of(String given, LocalDate today, Code otherwise) {
        LocalDate day = parsed(given, otherwise);
        if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
            throw new Problem(otherwise);
        }
        return day;
    }

    private static LocalDate parsed(String given, Code otherwise) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new Problem(otherwise);
        }
    }
}
