package org.lianji.clocks;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A clock that runs, or ran, for a matter.
 *
 * @param code of its rule
 * @param department who must be in time
 * @param startedOn the day that started it; the next is day 1
 * @param due the last day in time
 * @param pausedOn the day that stopped it for a while
 * @param endedOn the day on which it was done
 * @param region whose own rule it follows; null for the one of everywhere
 * @param extended whether it got the days more that its rule grants once
 */
public record Deadline(
        String code,
        String department,
        LocalDate startedOn,
        LocalDate due,
        @Nullable LocalDate pausedOn,
        @Nullable LocalDate endedOn,
        @Nullable String region,
        boolean extended) {

    public static Deadline start(String code, String department, LocalDate day, LocalDate due) {
        return new Deadline(code, department, day, due, null, null, null, false);
    }

    Deadline of(@Nullable String place) {
        return new Deadline(code, department, startedOn, due, pausedOn, endedOn, place, extended);
    }

    public Deadline pause(LocalDate day) {
        return new Deadline(code, department, startedOn, due, day, endedOn, region, extended);
    }

    /** The day of the pause and the days after it don't count; who was late before stays late. */
    public Deadline resume(LocalDate day, WorkCalendar calendar) {
        LocalDate later =
                pausedOn == null || pausedOn.isAfter(due)
                        ? due
                        : calendar.add(day, calendar.count(pausedOn, due));
        return new Deadline(code, department, startedOn, later, null, endedOn, region, extended);
    }

    public Deadline extendedTo(LocalDate later) {
        return new Deadline(code, department, startedOn, later, pausedOn, endedOn, region, true);
    }

    public Deadline end(LocalDate day) {
        return new Deadline(code, department, startedOn, due, pausedOn, day, region, extended);
    }

    /** {@return whether it counts: neither done nor stopped for a while} */
    public boolean running() {
        return endedOn == null && pausedOn == null;
    }

    /**
     * {@return what tells it from all other clocks: one that is started again is another}
     *
     * @param matter identifier of what it runs for
     */
    public String key(String matter) {
        return String.join("|", matter, code, startedOn.toString());
    }

    /** {@return whether it is not done and should be} */
    public boolean overdue(LocalDate today) {
        return endedOn == null && (pausedOn == null ? today : pausedOn).isAfter(due);
    }
}
