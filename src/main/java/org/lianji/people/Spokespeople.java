package org.lianji.people;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Who speaks for the person of a matter: they themself, and while they are under 18 their guardians
 * of the day; of somebody under 14 the guardians alone (个人信息保护法 §31; 民法典 §§19, 34).
 *
 * @param born day of birth as the ID number has it; null without one
 * @param duties of guardians: token, first day and the day from which on it is over, either empty
 */
public record Spokespeople(@Nullable String born, List<String> duties) {

    /** Nobody but the person. */
    public static final Spokespeople NOBODY = new Spokespeople(null, List.of());

    /** Columns of a matter {@code m} that is for a person, as a map projection has them. */
    public static final String OF_MATTER = ofMatter("FOR");

    private static final int OF_AGE = 18;
    private static final int OWN_WORD = 14;
    private static final int PARTS = 3;

    public Spokespeople {
        duties = List.copyOf(duties);
    }

    /**
     * {@return the same columns of a matter {@code m} that leads to its person otherwise}
     *
     * @param relation its type
     */
    public static String ofMatter(String relation) {
        return """
        , born: head([(m)-[:%1$s]->(p:Person) | substring(p.idNumber, 6, 8)])
        , duties: [(m)-[:%1$s]->(:Person)<-[duty:SUPPORTS {kind: 'GUARDIAN'}]-(g:Person) |
            g.id + '|' + coalesce(toString(duty.from), '') + '|' + coalesce(toString(duty.to), '')]
        """
                .formatted(relation);
    }

    /** {@return whether somebody is the person's guardian today} */
    public boolean guardian(String who, LocalDate today) {
        return under(OF_AGE, today)
                && duties.stream()
                        .map(one -> one.split("\\|", PARTS))
                        .anyMatch(
                                duty ->
                                        duty[0].equals(who)
                                                && (duty[1].isEmpty()
                                                        || !LocalDate.parse(duty[1]).isAfter(today))
                                                && (duty[2].isEmpty()
                                                        || LocalDate.parse(duty[2])
                                                                .isAfter(today)));
    }

    /** {@return whether the person's own word does not count yet} */
    public boolean tooYoung(LocalDate today) {
        return under(OWN_WORD, today);
    }

    private boolean under(int years, LocalDate today) {
        return born != null
                && LocalDate.parse(born, DateTimeFormatter.BASIC_ISO_DATE)
                        .isAfter(today.minusYears(years));
    }
}
