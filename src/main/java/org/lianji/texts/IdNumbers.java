package org.lianji.texts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * Citizens' numbers (GB 11643), and where one stands in a text, as a reader would read it or as a
 * program would decode it.
 */
public final class IdNumbers {

    static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int EARLIEST = 1800;

    private IdNumbers() {}

    /**
     * {@return whether the last of 18 characters fits the 17 digits before it}
     *
     * @param number 17 digits and a digit or X
     */
    public static boolean checks(CharSequence number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length()) == number.charAt(LENGTH - 1);
    }

    /**
     * {@return whether somebody can have been born on the day that it names}
     *
     * @param number 17 digits and a digit or X
     * @param today the last day that counts
     */
    public static boolean names(CharSequence number, LocalDate today) {
        try {
            LocalDate day =
                    LocalDate.of(
                            Integer.parseInt(number, 6, 10, 10),
                            Integer.parseInt(number, 10, 12, 10),
                            Integer.parseInt(number, 12, 14, 10));
            return day.getYear() >= EARLIEST && !day.isAfter(today);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * {@return the place of the first character of the first valid number in the text, from 1}
     *
     * @param text any
     * @param today the last day on which somebody can have been born
     */
    public static OptionalInt in(String text, LocalDate today) {
        OptionalInt plain = NumberSearch.in(text, today);
        if (plain.isPresent()) {
            return plain;
        }
        OptionalInt encoded = EncodedRuns.in(text, run -> NumberSearch.in(run, today));
        String read = LetterDigits.read(text);
        return encoded.isPresent() || read.equals(text) ? encoded : NumberSearch.in(read, today);
    }
}
