package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.clocks.WorkCalendar;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;

/** The time limits that bases have: three working days for whoever judges or signs. */
@Component
final class BasisDays {

    private static final int WORKING_DAYS = 3;
    private static final int DAYS_TO_CONFIRM = 10;

    private final WorkCalendar calendar;
    private final Clock clock;

    BasisDays(WorkCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** {@return the last day for judging an emergency that was opened then} */
    WorkCalendar.Estimate due(ZonedDateTime opened) {
        return calendar.estimate(
                opened.withZoneSameInstant(clock.getZone()).toLocalDate(), WORKING_DAYS);
    }

    /** {@return the last day for confirming what is declared today} */
    LocalDate confirmBy() {
        return calendar.estimate(today(), DAYS_TO_CONFIRM).day();
    }

    /** {@return seconds until a new day begins} */
    long untilTomorrow() {
        return Duration.between(now(), endOf(today())).toSeconds() + 1;
    }

    boolean overdue(ZonedDateTime opened) {
        WorkCalendar.Estimate due = due(opened);
        return !due.provisional() && due.day().isBefore(today());
    }

    /** {@return the time before which emergencies were opened whose review is overdue today} */
    ZonedDateTime overdueBefore() {
        LocalDate day = calendar.lastDay().isBefore(today()) ? calendar.lastDay() : today();
        while (!overdue(day.atStartOfDay(clock.getZone()))) {
            day = day.minusDays(1);
        }
        return endOf(day);
    }

    /**
     * {@return when looks show that nobody has signed to be hidden}
     *
     * @param until last day for which it is asked
     */
    ZonedDateTime unsignedUntil(LocalDate until) {
        LocalDate due = due(now()).day();
        return endOf(due.isBefore(until) ? due : until);
    }

    /**
     * {@return the parameters {@code from} and {@code to}, between which these days lie}
     *
     * @param from first day; null for the first of all
     * @param to last day; null for today
     */
    Map<String, Object> between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return Map.of(
                "from",
                endOf((from == null ? LocalDate.EPOCH : from).minusDays(1)),
                "to",
                endOf(to == null ? today() : to));
    }

    ZonedDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone());
    }
}
