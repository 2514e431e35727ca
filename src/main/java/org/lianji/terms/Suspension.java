package org.lianji.terms;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an agreement was suspended (政务数据共享条例 §27): each time for an incident of its own, with an end,
 * and not again at once.
 *
 * @param until last day of the suspension that runs
 * @param next first day on which another may begin
 * @param incidents the provider's numbers of those that it was suspended for
 */
public record Suspension(
        @Nullable LocalDate until, @Nullable LocalDate next, List<String> incidents) {

    static final Suspension NONE = new Suspension(null, null, List.of());

    /** Days that an agreement is in force between two suspensions. */
    private static final int DAYS_BETWEEN = 7;

    public Suspension {
        incidents = List.copyOf(incidents);
    }

    /** {@return the agreement's suspensions, with one more} */
    public Suspension begin(String incident, LocalDate last) {
        return new Suspension(
                last,
                free(last.plusDays(1)),
                Stream.concat(incidents.stream(), Stream.of(incident)).toList());
    }

    /**
     * {@return the agreement's suspensions, none of which runs}
     *
     * @param day the first day in force again
     */
    public Suspension end(LocalDate day) {
        return new Suspension(null, free(day), incidents);
    }

    private static LocalDate free(LocalDate day) {
        return day.plusDays(DAYS_BETWEEN);
    }

    /** {@return whether the last day has passed, and the agreement goes on} */
    public boolean over(LocalDate today) {
        return until != null && until.isBefore(today);
    }

    public boolean mayBegin(LocalDate today) {
        return next == null || !today.isBefore(next);
    }
}
