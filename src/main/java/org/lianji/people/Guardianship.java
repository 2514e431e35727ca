package org.lianji.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose guardian somebody is on a day: of a child under 18, by a duty in force. What a guardian may
 * know of the child ends with it (个人信息保护法 §31).
 */
public final class Guardianship {

    private static final int OF_AGE = 18;

    /** The birth date stands in the ID number; no number, no child. */
    private static final String IN_FORCE = DatedRelations.held("duty") + " AND " + child("%1$s");

    private Guardianship() {}

    /** {@return the condition that somebody is a child, as far as a number tells} */
    public static String child(String person) {
        return "substring(%s.idNumber, 6, 8) > $bornAfter".formatted(person);
    }

    /** {@return a MATCH of the wards of the person {@code $caller}, each at least once} */
    public static String wards(String ward) {
        return "MATCH (:Person {id: $caller})-[duty:SUPPORTS {kind: 'GUARDIAN'}]->(%1$s:Person)\nWHERE "
                        .formatted(ward)
                + IN_FORCE.formatted(ward)
                + "\n";
    }

    /** {@return the condition that somebody is the person {@code $caller} or a ward of theirs} */
    public static String selfOrWard(String person) {
        return "(%1$s.id = $caller OR EXISTS { MATCH (:Person {id: $caller})-[duty:SUPPORTS {kind: 'GUARDIAN'}]->(%1$s) WHERE %2$s })"
                .formatted(person, IN_FORCE.formatted(person));
    }

    /** {@return the parameters of these, with {@code $caller}} */
    public static Map<String, Object> parameters(String caller, LocalDate today) {
        Map<String, Object> parameters = new HashMap<>(days(today));
        parameters.put("caller", caller);
        return Map.copyOf(parameters);
    }

    /** {@return those that say who is a child, and what holds, today} */
    public static Map<String, Object> days(LocalDate today) {
        return Map.of(
                "today",
                today,
                "bornAfter",
                today.minusYears(OF_AGE).format(DateTimeFormatter.BASIC_ISO_DATE));
    }
}
