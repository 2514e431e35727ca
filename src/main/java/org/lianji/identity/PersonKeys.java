package org.lianji.identity;

import org.lianji.linkage.NameAgreement;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By which somebody is found without a number, so that an error in one of their items costs
 * nothing: how the name sounds in the county, and in the year of birth; the day of birth and the
 * sex; the telephone. Whoever keeps keys hashes them.
 *
 * @param names as they are written
 * @param places codes of regions
 * @param births days, {@code 1988-07-04}
 * @param sexes words for them, the same for rows and persons; without one a day of birth is a key
 *     for each of {@link #SEXES}
 * @param phones as they are written
 */
public record PersonKeys(
        Collection<String> names,
        Collection<String> places,
        Collection<String> births,
        Collection<String> sexes,
        Collection<String> phones) {

    /** Words of the schema for the two sexes that a number tells. */
    public static final Set<String> SEXES = Set.of("FEMALE", "MALE");

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern ABROAD = Pattern.compile("^(00)?86(?=1\\d{10}$)");
    private static final int SHORTEST_PHONE = 7;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final int COUNTY = 6;
    private static final int YEAR = 4;

    /** Given where the day is not known, to so many that it tells nobody apart. */
    private static final String BY_DEFAULT = "-01-01";

    public PersonKeys {
        names = Set.copyOf(names);
        places = Set.copyOf(places);
        births = Set.copyOf(births);
        sexes = Set.copyOf(sexes);
        phones = Set.copyOf(phones);
    }

    /** {@return a person or row of which each is known once or, where empty, not at all} */
    public static PersonKeys of(String name, String place, String birth, String sex, String phone) {
        return new PersonKeys(some(name), some(place), some(birth), some(sex), some(phone));
    }

    private static Set<String> some(String value) {
        return value.isEmpty() ? Set.of() : Set.of(value);
    }

    /** {@return all keys; none of what is missing or can't be read} */
    public Set<String> all() {
        Set<String> sounds =
                names.stream()
                        .flatMap(name -> NameAgreement.sound(name).stream())
                        .collect(Collectors.toSet());
        Set<String> keys = new TreeSet<>();
        for (String sound : sounds) {
            places.stream()
                    .filter(place -> place.length() >= COUNTY)
                    .forEach(place -> keys.add(sound + "|" + place.substring(0, COUNTY)));
            days().forEach(day -> keys.add("year|" + day.substring(0, YEAR) + "|" + sound));
        }
        for (String day : days()) {
            if (!day.endsWith(BY_DEFAULT)) {
                (sexes.isEmpty() ? SEXES : sexes)
                        .forEach(sex -> keys.add("day|" + day + "|" + sex));
            }
        }
        for (String phone : phones) {
            String digits = ABROAD.matcher(NO_DIGIT.matcher(phone).replaceAll("")).replaceFirst("");
            if (digits.length() >= SHORTEST_PHONE) {
                keys.add("phone|" + digits);
            }
        }
        return keys;
    }

    private Collection<String> days() {
        return births.stream().filter(day -> DAY.matcher(day).matches()).toList();
    }
}
