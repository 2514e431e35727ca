package org.lianji.platform;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Text as it is kept, judged and compared: blanks of any script stripped from its ends, composed
 * (NFC), counted in characters as people count them.
 */
public final class PlainText {

    /** Between the parts of a name: the one to be written, and those that keyboards write. */
    public static final String MIDDLE_DOTS = "\u00B7\u2022\u30FB\u2027\uFF65";

    private static final String DOT = MIDDLE_DOTS.substring(0, 1);
    private static final int MONGOLIAN_VOWEL_SEPARATOR = 0x180E;

    private PlainText() {}

    /**
     * {@return the text without the blanks at its ends}
     *
     * @param text any
     */
    public static String stripped(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    /**
     * {@return the text stripped and composed}
     *
     * @param text any
     */
    public static String kept(String text) {
        return Normalizer.normalize(stripped(text), Normalizer.Form.NFC);
    }

    /**
     * {@return whether there is nothing but blanks}
     *
     * @param text any
     */
    public static boolean isBlank(String text) {
        return text.chars().allMatch(PlainText::isBlank);
    }

    /**
     * All blanks are of one unit; those that don't break and the ideographic one are among them.
     */
    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /**
     * {@return how many characters it has, those beyond the basic plane counted once}
     *
     * @param text any
     */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * {@return the same text for texts that are the same to a reader: middle dots are one}
     *
     * @param text any
     */
    public static String comparable(String text) {
        String compared = text;
        for (int i = 1; i < MIDDLE_DOTS.length(); i++) {
            compared = compared.replace(MIDDLE_DOTS.substring(i, i + 1), DOT);
        }
        return compared;
    }

    /**
     * {@return the first character that shows nothing or turns the text round, if there is one;
     * those that the letters of Mongolian take their shapes by are writing}
     *
     * @param text any
     */
    public static OptionalInt formatCharacter(String text) {
        return first(
                text,
                character ->
                        Character.getType(character) == Character.FORMAT
                                && character != MONGOLIAN_VOWEL_SEPARATOR
                                && !(isJoiner(character) && isMongolian(text)));
    }

    private static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }

    private static boolean isMongolian(String text) {
        return text.codePoints()
                .anyMatch(
                        character ->
                                Character.UnicodeScript.of(character)
                                        == Character.UnicodeScript.MONGOLIAN);
    }

    private static OptionalInt first(String text, IntPredicate wanted) {
        return text.codePoints().filter(wanted).findFirst();
    }
}
