package org.lianji.sharing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * An agreement that is in force today.
 *
 * @param id of the agreement
 * @param version grows with each change of it
 * @param provider code of the department that owns the categories
 * @param consumer code of the department that may look
 * @param purposes letters of the purposes agreed
 * @param items names of items by category code
 * @param regions codes of regions it is limited to; none means everywhere
 * @param level highest level it covers, S1 to S4; S4 also covers people under 14
 * @param from first day
 * @param until last day
 */
public record InForce(
        String id,
        long version,
        String provider,
        String consumer,
        Set<String> purposes,
        Map<String, Set<String>> items,
        Set<String> regions,
        String level,
        LocalDate from,
        LocalDate until) {}
