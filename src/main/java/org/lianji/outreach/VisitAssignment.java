package org.lianji.outreach;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Role;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A visit that somebody was sent to (走访任务): a worker of the place, by name, for a warning or a clue
 * that whoever sends them works on.
 *
 * @param key by which it lies in a list
 * @param warning identifier of the warning, or null
 * @param clue identifier of the clue, or null
 * @param worker the client of who is sent
 * @param role which they must have
 * @param region code of where the family lives
 * @param until last day on which they read of the family
 * @param withdrawnAt null where it was not taken back
 * @param visited whether a visit has been recorded since
 * @param basis on which they read; null where it has ended
 * @param persons tokens of whom the matter is about, as far as the hub knows them
 */
record VisitAssignment(
        String key,
        @Nullable String warning,
        @Nullable String clue,
        String worker,
        Role role,
        String region,
        ZonedDateTime assignedAt,
        LocalDate until,
        @Nullable ZonedDateTime withdrawnAt,
        boolean visited,
        @Nullable String basis,
        List<String> persons) {

    VisitAssignment {
        persons = List.copyOf(persons);
    }

    String matter() {
        return VisitMatters.one(warning, clue);
    }

    /** {@return the same as it is read on a basis; without one it tells nobody whom it is about} */
    VisitAssignment readOn(@Nullable String on) {
        return new VisitAssignment(
                key,
                warning,
                clue,
                worker,
                role,
                region,
                assignedAt,
                until,
                withdrawnAt,
                visited,
                on,
                on == null ? List.of() : persons);
    }
}
