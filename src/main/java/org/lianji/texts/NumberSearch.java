package org.lianji.texts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Looks for a citizen's number among the digits of a text. One that stands by itself counts if it
 * is valid and, where it is in parts, begins with a province: months in a row look like one, too.
 * One with other digits beside it counts only if it also begins with a province and names a day
 * that a person who lives can have been born on: one in 70,000 numbers of other kinds does. The
 * last three years don't count there, since record numbers are often made of a region, a day and a
 * sequence, and every eleventh would fit.
 *
 * <p>The number of 15 digits, given until 1999, has no check digit: it counts only alone.
 */
final class NumberSearch {

    private static final int LENGTH = IdNumbers.LENGTH;
    private static final int OLD_LENGTH = 15;

    /** Who was born before has no number that is still in use. */
    private static final int EARLIEST = 1900;

    /** Numbers of 15 digits were given from 1984 on. */
    private static final int EARLIEST_OLD = 5;

    private static final int YEARS_OF_RECORD_NUMBERS = 3;

    /** Of GB/T 2260, and what stands there in permits of residence. */
    private static final Set<String> PROVINCES =
            Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
                    "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
                    "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private static final char FOREIGNER = '9';

    /** Before the year, the month, the day, the sequence and the check digit. */
    private static final Set<Integer> JOINTS = Set.of(6, 10, 12, 14, 17);

    private static final Set<Integer> OLD_JOINTS = Set.of(6, 12);

    private final LocalDate today;
    private final ReadDigits digits = new ReadDigits();

    private NumberSearch(LocalDate today) {
        this.today = today;
    }

    /** {@return the place of the first character of the first number, from 1} */
    static OptionalInt in(String text, LocalDate today) {
        return hasEnough(text) ? new NumberSearch(today).search(text) : OptionalInt.empty();
    }

    private static boolean hasEnough(String text) {
        int missing = OLD_LENGTH;
        for (int at = 0; at < text.length() && missing > 0; ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            int number = ReadDigits.number(character);
            missing -= number < 0 ? 0 : number < 10 ? 1 : 2;
        }
        return missing <= 0;
    }

    private OptionalInt search(String text) {
        int place = 0;
        for (int at = 0; at < text.length(); place++) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (!digits.take(character, place)) {
                OptionalInt found = inStretch();
                if (found.isPresent()) {
                    return found;
                }
                digits.clear();
            }
        }
        return inStretch();
    }

    private OptionalInt inStretch() {
        for (int start = 0; start + OLD_LENGTH <= digits.length(); start++) {
            if (stands(start) || oldStands(start)) {
                return OptionalInt.of(digits.place(start) + 1);
            }
        }
        return OptionalInt.empty();
    }

    private boolean stands(int start) {
        int end = start + LENGTH;
        if (end > digits.length() || digits.holdsX(start, end - 1)) {
            return false;
        }
        CharSequence number = digits.part(start, end);
        if (!IdNumbers.checks(number)) {
            return false;
        }
        if (digits.begins(start) && (digits.ends(end) || isCertificate(end))) {
            return (onlyAt(Set.of(), start, end) || beginsWithProvince(number))
                    && IdNumbers.names(number, today);
        }
        return onlyAt(JOINTS, start, end)
                && beginsWithProvince(number)
                && Integer.parseInt(number, 6, 10, 10) >= EARLIEST
                && IdNumbers.names(number, today.minusYears(YEARS_OF_RECORD_NUMBERS));
    }

    /**
     * A disability certificate's number goes on with one digit for its kind and one for its grade.
     */
    private boolean isCertificate(int end) {
        return end + 2 <= digits.length()
                && "1234567".indexOf(digits.part(end, end + 1).charAt(0)) >= 0
                && "1234".indexOf(digits.part(end + 1, end + 2).charAt(0)) >= 0
                && digits.ends(end + 2);
    }

    private boolean oldStands(int start) {
        int end = start + OLD_LENGTH;
        if (!digits.begins(start) || !digits.ends(end) || digits.holdsX(start, end)) {
            return false;
        }
        CharSequence number = digits.part(start, end);
        return (onlyAt(OLD_JOINTS, start, end) || allParted(start, end))
                && beginsWithProvince(number)
                && Integer.parseInt(number, 6, 8, 10) >= EARLIEST_OLD
                && isDay("19" + number.subSequence(6, 12));
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate.of(
                    Integer.parseInt(digits, 0, 4, 10),
                    Integer.parseInt(digits, 4, 6, 10),
                    Integer.parseInt(digits, 6, 8, 10));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean beginsWithProvince(CharSequence number) {
        int at = number.charAt(0) == FOREIGNER ? 1 : 0;
        return PROVINCES.contains(number.subSequence(at, at + 2).toString());
    }

    /** {@return whether what parts the digits stands at the joints of a number only} */
    private boolean onlyAt(Set<Integer> joints, int start, int end) {
        for (int digit = start + 1; digit < end; digit++) {
            if (digits.begins(digit) && !joints.contains(digit - start)) {
                return false;
            }
        }
        return true;
    }

    private boolean allParted(int start, int end) {
        for (int digit = start; digit < end; digit++) {
            if (!digits.begins(digit)) {
                return false;
            }
        }
        return true;
    }
}
