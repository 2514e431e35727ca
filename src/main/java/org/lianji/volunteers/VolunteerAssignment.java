package org.lianji.volunteers;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a volunteer is sent for.
 *
 * @param key by which it lies in a list
 * @param order identifier of the order
 * @param volunteer the client of who is sent
 * @param kind of service
 * @param plannedOn day of the first visit as it is planned; null before it
 * @param until last day of the person's consent
 * @param assignedAt when they were sent
 * @param withdrawnAt null where it was not taken back
 * @param helpedOn on which days they helped
 * @param helpedHours how long on each
 */
record VolunteerAssignment(
        String key,
        String order,
        String volunteer,
        HelpKind kind,
        @Nullable LocalDate plannedOn,
        LocalDate until,
        ZonedDateTime assignedAt,
        @Nullable ZonedDateTime withdrawnAt,
        List<LocalDate> helpedOn,
        List<Integer> helpedHours) {

    VolunteerAssignment {
        helpedOn = List.copyOf(helpedOn);
        helpedHours = List.copyOf(helpedHours);
    }

    /** A day, and how long they helped on it. */
    record VolunteerDay(LocalDate day, int hours) {}

    List<VolunteerDay> days() {
        return IntStream.range(0, helpedOn.size())
                .mapToObj(i -> new VolunteerDay(helpedOn.get(i), helpedHours.get(i)))
                .toList();
    }

    int hours() {
        return helpedHours.stream().mapToInt(Integer::intValue).sum();
    }

    /** {@return how long they have helped on a day, as they said} */
    int hoursOn(LocalDate day) {
        return days().stream()
                .filter(one -> one.day().equals(day))
                .mapToInt(VolunteerDay::hours)
                .sum();
    }
}
