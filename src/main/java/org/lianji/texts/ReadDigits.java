package org.lianji.texts;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Digits of a text as a reader would read them: of any script, in circles, raised, in Chinese or
 * Roman; what shows nothing or sits on a digit is passed over, what stands between two parts them,
 * and a letter ends the stretch. An X is one however it is drawn.
 */
final class ReadDigits {

    /** Those of nought first, then of one, to nine: everyday, official, and drawn like them. */
    private static final String CHINESE = "零〇○◯一壹弌幺二贰貳弍三叁叄參四肆亖䦉五伍㐅〥六陆陸〦七柒漆〧八捌〨朳九玖〩勼";

    private static final int WAYS = 4;

    /** Letters and signs that are drawn like it; those that are forms of it need no mention. */
    private static final String DRAWN_AS_X =
            "\u0425\u0445\u03A7\u03C7\u00D7\u2715\u2716\u2717\u2718\u2573\u2A09\u2A2F\u274C\u10B4";

    private static final char X = 'X';
    private static final int NONE = -1;

    private final StringBuilder digits = new StringBuilder();
    private final BitSet begins = new BitSet();
    private int[] places = new int[32];
    private boolean parted = true;

    /**
     * Takes the next character of the text.
     *
     * @param place its place, from 0
     * @return whether the stretch goes on
     */
    boolean take(int character, int place) {
        int number = number(character);
        if (number >= 0) {
            for (char digit : Integer.toString(number).toCharArray()) {
                add(digit, place);
            }
        } else if (!digits.isEmpty() && isX(character)) {
            add(X, place);
        } else if (!PlainText.isHidden(character) && !isMark(character)) {
            parted = parts(character);
            return parted;
        }
        return true;
    }

    /** Begins anew. */
    void clear() {
        digits.setLength(0);
        begins.clear();
        parted = true;
    }

    /** {@return how many there are} */
    int length() {
        return digits.length();
    }

    /** {@return the digits between two of them} */
    CharSequence part(int start, int end) {
        return digits.subSequence(start, end);
    }

    /** {@return where in the text one of them stands, from 0} */
    int place(int digit) {
        return places[digit];
    }

    /** {@return whether nothing that belongs to it is directly before it} */
    boolean begins(int digit) {
        return begins.get(digit);
    }

    /**
     * {@return whether what ends before it is parted from it: it is none, or an X is among them}
     */
    boolean ends(int digit) {
        return digit == digits.length() || begins.get(digit) || digits.charAt(digit) == X;
    }

    /** {@return whether an X stands between two of them} */
    boolean holdsX(int start, int end) {
        for (int digit = start; digit < end; digit++) {
            if (digits.charAt(digit) == X) {
                return true;
            }
        }
        return false;
    }

    private void add(char digit, int place) {
        int at = digits.length();
        if (at == places.length) {
            places = Arrays.copyOf(places, 2 * at);
        }
        begins.set(at, parted || digits.charAt(at - 1) == X);
        places[at] = place;
        digits.append(digit);
        parted = false;
    }

    /** {@return what it counts as a numeral, or less than nought} */
    static int number(int character) {
        if (character < 0x80) {
            return '0' <= character && character <= '9' ? character - '0' : NONE;
        }
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER -> Character.digit(character, 10);
            case Character.OTHER_NUMBER, Character.LETTER_NUMBER ->
                    isX(character) ? NONE : Character.getNumericValue(character);
            default -> chinese(character);
        };
    }

    private static int chinese(int character) {
        int at = CHINESE.indexOf(isRadical(character) ? composed(character) : character);
        return at < 0 ? NONE : at / WAYS;
    }

    private static boolean isRadical(int character) {
        return Character.UnicodeBlock.of(character) == Character.UnicodeBlock.KANGXI_RADICALS;
    }

    private static int composed(int character) {
        return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                .codePointAt(0);
    }

    private static boolean isX(int character) {
        if (character < 0x80) {
            return character == 'X' || character == 'x';
        }
        return DRAWN_AS_X.indexOf(character) >= 0
                || Character.toUpperCase(composed(character)) == X;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    /** Blanks, signs and what stands between parts of a sentence. */
    private static boolean parts(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION,
                            Character.MATH_SYMBOL,
                            Character.CURRENCY_SYMBOL,
                            Character.MODIFIER_SYMBOL,
                            Character.OTHER_SYMBOL ->
                            true;
                    default -> false;
                };
    }
}
