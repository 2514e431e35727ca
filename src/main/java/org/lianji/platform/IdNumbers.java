package org.lianji.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Citizens' numbers (GB 11643), and where one stands in a text: in digits of any script, with
 * blanks, dashes or nothing between its parts, alone or as the beginning of a disability
 * certificate's number. A longer run of digits is another number.
 */
public final class IdNumbers {

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int EARLIEST = 1800;

    /** As keyboards, forms and other scripts write the last character. */
    private static final String X = "Xx\uFF38\uFF58\u2169\u2179\u0425\u0445\u03A7\u03C7";

    private static final String POINTS = "./\uFF0E\uFF0F" + PlainText.MIDDLE_DOTS;

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
        if (text.codePoints().filter(Character::isDigit).limit(LENGTH - 1).count() < LENGTH - 1) {
            return OptionalInt.empty();
        }
        return new Search(text, today).first();
    }

    /** Digits that nothing but blanks and dashes part, one stretch of the text after the other. */
    private static final class Search {

        private final String text;
        private final LocalDate today;
        private final StringBuilder digits = new StringBuilder();
        private final BitSet begins = new BitSet();
        private final int[] places;
        private boolean parted = true;

        Search(String text, LocalDate today) {
            this.text = text;
            this.today = today;
            this.places = new int[text.length()];
        }

        OptionalInt first() {
            int place = 0;
            for (int at = 0; at < text.length(); place++) {
                int character = text.codePointAt(at);
                at += Character.charCount(character);
                int digit = Character.digit(character, 10);
                if (digit >= 0) {
                    add((char) ('0' + digit), place);
                } else if (X.indexOf(character) >= 0 && !digits.isEmpty()) {
                    add('X', place);
                } else if (parts(character)) {
                    parted = true;
                } else {
                    OptionalInt found = inStretch();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return inStretch();
        }

        private void add(char digit, int place) {
            begins.set(digits.length(), parted || digits.charAt(digits.length() - 1) == 'X');
            places[digits.length()] = place;
            digits.append(digit);
            parted = false;
        }

        private static boolean parts(int character) {
            return Character.isWhitespace(character)
                    || Character.isSpaceChar(character)
                    || POINTS.indexOf(character) >= 0
                    || switch (Character.getType(character)) {
                        case Character.DASH_PUNCTUATION,
                                Character.CONNECTOR_PUNCTUATION,
                                Character.FORMAT,
                                Character.CONTROL ->
                                true;
                        default -> character == '\u2212';
                    };
        }

        private OptionalInt inStretch() {
            for (int start = 0; start + LENGTH <= digits.length(); start++) {
                if (begins.get(start) && stands(start)) {
                    return OptionalInt.of(places[start] + 1);
                }
            }
            digits.setLength(0);
            begins.clear();
            parted = true;
            return OptionalInt.empty();
        }

        private boolean stands(int start) {
            int end = start + LENGTH;
            int x = digits.indexOf("X", start);
            CharSequence number = digits.subSequence(start, end);
            return (x < 0 || x >= end - 1)
                    && (ends(end) || ofCertificate(end) && ends(end + 2))
                    && checks(number)
                    && names(number, today);
        }

        /** What follows an X, or is one, is no digit of the number any more. */
        private boolean ends(int end) {
            return end == digits.length() || begins.get(end) || digits.charAt(end) == 'X';
        }

        /** The kind and the grade of a disability. */
        private boolean ofCertificate(int end) {
            return end + 2 <= digits.length()
                    && "1234567".indexOf(digits.charAt(end)) >= 0
                    && "1234".indexOf(digits.charAt(end + 1)) >= 0;
        }
    }
}
