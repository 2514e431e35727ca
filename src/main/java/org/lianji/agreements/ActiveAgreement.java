package org.lianji.agreements;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * An agreement in force.
 *
 * @param id of the agreement
 * @param version of it
 * @param provider code of the department whose data they are
 * @param consumer code of the department, or unified code of the charity, that may see them
 * @param purposes letters of the purposes
 * @param items names of the items, by code of their category
 * @param masked names of those that show masked, whatever the level
 * @param regions about people of which regions, 12-digit codes; empty for all
 * @param level highest level covered, S1 to S4; S4 also covers people under 14
 * @param from first day
 * @param until last day
 */
public record ActiveAgreement(
        String id,
        long version,
        String provider,
        String consumer,
        Set<String> purposes,
        Map<String, Set<String>> items,
        Map<String, Set<String>> masked,
        Set<String> regions,
        String level,
        LocalDate from,
        LocalDate until) {

    boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
