package org.lianji.bench.city;

import java.util.Set;

/**
 * A row of a department's list about somebody of the city, as a clerk wrote it.
 *
 * @param list which
 * @param person whom it is about: the number of the truth
 * @param number as written; empty where there is none
 * @param flaws what is wrong or missing
 */
public record ListedRow(
        String list,
        String person,
        String name,
        String sex,
        String birthDate,
        String place,
        String phone,
        String number,
        Set<Flaw> flaws) {

    /** What is wrong or missing in a row. */
    public enum Flaw {
        NUMBER_MISSING,
        NUMBER_WRONG_DIGIT,
        NUMBER_SWAPPED_DIGITS,
        NUMBER_15_DIGITS,
        NUMBER_PLACEHOLDER,
        NUMBER_OF_FAMILY,
        NUMBER_SHARED,
        NAME_HOMOPHONE,
        NAME_LOOK_ALIKE,
        NAME_TRADITIONAL,
        NAME_NOT_TYPED,
        NAME_MONGOL_SPELLING,
        NAME_MIDDLE_MISSING,
        NAME_FORMER,
        NAME_NICKNAME,
        BIRTH_SWAPPED,
        BIRTH_YEAR_OFF,
        BIRTH_LUNAR,
        BIRTH_FIRST_OF_JANUARY,
        BIRTH_OTHER_DAY,
        BIRTH_MISSING,
        PHONE_MISSING,
        PHONE_OF_HOUSEHOLD,
        PHONE_OLD,
        PHONE_OF_CADRE,
        PLACE_COUNTY,
        PLACE_OLD_CODE,
        PLACE_REGISTERED,
        PLACE_MISSING,
        PLACE_OTHER_VILLAGE
    }

    public ListedRow {
        flaws = Set.copyOf(flaws);
    }
}
