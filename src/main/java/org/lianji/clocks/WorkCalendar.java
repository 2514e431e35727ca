package org.lianji.clocks;

import org.lianji.platform.Problem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The working days (工作日) of China: Monday to Friday without the State Council's days off, and its
 * make-up working days (调休). A year whose notice is not loaded is not guessed.
 */
@Component
public final class WorkCalendar {

    /** The notice of a year settles the last days of the December before: 2018-12-29 was one. */
    private static final int DAYS_OF_THE_NEXT_NOTICE = 3;

    /** In every notice, and a notice is for a whole year: a year is loaded once this day is. */
    private static final MonthDay NATIONAL_DAY = MonthDay.of(10, 1);

    /**
     * A day that is counted beyond what is known.
     *
     * @param day the last day of a time limit
     * @param provisional whether some of its days were counted without the notice of their year
     */
    public record Estimate(LocalDate day, boolean provisional) {}

    private record Notices(Map<String, String> holidays, Map<String, String> workdays) {}

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> made = new HashSet<>();
    private final TreeSet<Integer> years = new TreeSet<>();

    WorkCalendar(CalendarSettings settings) {
        try (InputStream own = new ClassPathResource("chinese-days.json").getInputStream()) {
            add("chinese-days.json", own);
            if (settings.file() instanceof Path file) {
                try (InputStream more = Files.newInputStream(file)) {
                    add(file.toString(), more);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of " + CalendarSettings.FILE, e);
        }
    }

    /**
     * {@return the last day of a time limit; day 1 is the day after the start}
     *
     * @param start the day on which it begins
     * @param workingDays how many, 0 or more
     * @throws Problem {@code CALENDAR_YEAR_MISSING} where it runs into a year that is not loaded
     */
    public LocalDate add(LocalDate start, int workingDays) {
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (working(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * {@return the last day of a time limit that must not wait for a notice: Monday to Friday count
     * where none is loaded, and nobody is overdue by such a day}
     *
     * @param start the day on which it begins; the next is day 1
     * @param workingDays how many, 0 or more
     */
    public Estimate estimate(LocalDate start, int workingDays) {
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (day.isAfter(lastDay()) ? !weekend(day) : working(day)) {
                left--;
            }
        }
        return new Estimate(day, day.isAfter(lastDay()));
    }

    /**
     * {@return how many working days there are}
     *
     * @param first day that counts
     * @param last day that counts
     * @throws Problem {@code CALENDAR_YEAR_MISSING} where one of them is in a year that is not
     *     loaded
     */
    public int count(LocalDate first, LocalDate last) {
        return (int) first.datesUntil(last.plusDays(1)).filter(this::working).count();
    }

    /**
     * {@return whether it is a working day}
     *
     * @param day any
     * @throws Problem {@code CALENDAR_YEAR_MISSING} where its year is not loaded
     */
    public boolean working(LocalDate day) {
        require(day.getYear());
        require(day.plusDays(DAYS_OF_THE_NEXT_NOTICE).getYear());
        return made.contains(day) || !weekend(day) && !off.contains(day);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** {@return the last day of which it is known whether it is a working day} */
    public LocalDate lastDay() {
        return LocalDate.of(years.last(), 12, 31).minusDays(DAYS_OF_THE_NEXT_NOTICE);
    }

    private void require(int year) {
        if (!years.contains(year)) {
            throw new Problem(
                    CalendarCode.CALENDAR_YEAR_MISSING,
                    Map.of("year", year, "setting", CalendarSettings.FILE));
        }
    }

    private void add(String name, InputStream file) {
        try {
            Notices notices = JsonMapper.shared().readValue(file, Notices.class);
            notices.holidays().keySet().forEach(day -> move(LocalDate.parse(day), made, off));
            notices.workdays().keySet().forEach(day -> move(LocalDate.parse(day), off, made));
        } catch (JacksonException | DateTimeException | NullPointerException e) {
            throw new IllegalStateException(
                    name
                            + " is no calendar: it needs \"holidays\" and \"workdays\", each an"
                            + " object with days such as \"2027-01-01\" as keys",
                    e);
        }
    }

    private void move(LocalDate day, Set<LocalDate> from, Set<LocalDate> to) {
        if (MonthDay.from(day).equals(NATIONAL_DAY)) {
            years.add(day.getYear());
        }
        from.remove(day);
        to.add(day);
    }
}
