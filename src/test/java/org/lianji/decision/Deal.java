package org.lianji.decision;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * An agreement.
 *
 * @param provider owner of the categories
 * @param consumer who may read
 * @param purposes for what
 * @param items names of items by category, in clear up to the level
 * @param masked names of items by category that are enough masked
 * @param regions about whom; none means everybody
 * @param level of the items given in clear, 1 to 4
 * @param from first day
 * @param until last day
 * @param state ACTIVE or another, in which it counts for nothing
 */
record Deal(
        String id,
        String provider,
        String consumer,
        Set<String> purposes,
        Map<String, Set<String>> items,
        Map<String, Set<String>> masked,
        Set<String> regions,
        int level,
        LocalDate from,
        LocalDate until,
        String state) {

    boolean inForceOn(LocalDate day) {
        return state.equals("ACTIVE") && !from.isAfter(day) && !until.isBefore(day);
    }
}
