package org.lianji.referral;

import org.lianji.platform.Problem;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The last day of a need, or of a consent. */
final class LastDay {

    private LastDay() {}

    /** {@return the day, within a year from today} */
    static LocalDate of(String given, LocalDate today) {
        LocalDate day = parsed(given);
        if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
            throw new Problem(ReferralCode.LAST_DAY);
        }
        return day;
    }

    private static LocalDate parsed(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new Problem(ReferralCode.LAST_DAY);
        }
    }
}
