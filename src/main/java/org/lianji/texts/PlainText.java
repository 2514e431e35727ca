package org.lianji.texts;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Text as it is kept, judged and compared: blanks of any script stripped from its ends, composed
 * (NFC), counted in characters as people count them.
 */
public final class PlainText {

    private static final Pattern NO_LETTERS = Pattern.compile("[\\p{P}\\p{Z}\\s]");

    /** Between the parts of a name: the one to be written, and those that keyboards write. */
    public static final String MIDDLE_DOTS = "\u00B7\u2022\u30FB\u2027\uFF65";

    private static final String DOT = MIDDLE_DOTS.substring(0, 1);

    /** Drawn as nothing, or as a blank that is none, whatever their category. */
    private static final Pattern IGNORED =
            Pattern.compile(
                    "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0"
                        + "\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]");

    private static final int FEW = 4;

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
     * {@return whether there is anything to read: letters or digits, not only what shows nothing,
     * blanks and signs}
     *
     * @param text any
     */
    public static boolean isReadable(String text) {
        return letters(text).findAny().isPresent();
    }

    /**
     * {@return whether it says something: it can be read, and is not one letter over and over}
     *
     * @param text any
     * @param least letters it has; of so many, or of four, no two are the same
     */
    public static boolean says(String text, int least) {
        long different = letters(text).distinct().count();
        boolean repeated = different == 1 && letters(text).count() > 1;
        return different >= Math.min(least, FEW) && !repeated;
    }

    private static IntStream letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(character -> Character.isLetterOrDigit(character) && !isHidden(character))
                .map(Character::toLowerCase);
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

    /** {@return the letters of a name alone, by which two ways of writing it are one} */
    public static String nameLetters(String name) {
        return NO_LETTERS.matcher(name).replaceAll("");
    }

    /**
     * {@return the first character that shows nothing, turns the text round or breaks the line, if
     * there is one; those that the letters of Mongolian take their shapes by are writing}
     *
     * @param text any
     */
    public static OptionalInt formatCharacter(String text) {
        return first(
                text,
                character -> isHidden(character) && !(isShaping(character) && isMongolian(text)));
    }

    /** {@return whether it shows nothing, turns the text round or breaks the line} */
    static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            // beyond the basic plane it may be a rare name's, younger than this Java
            case Character.UNASSIGNED -> Character.isBmpCodePoint(character);
            default -> IGNORED.matcher(Character.toString(character)).matches();
        };
    }

    /** {@return whether a reader passes over it: a blank, a control, or nothing that shows} */
    static boolean isPassedOver(int character) {
        return isBlank(character) || Character.isISOControl(character) || isHidden(character);
    }

    private static boolean isShaping(int character) {
        return character == 0x200C
                || character == 0x200D
                || character == 0x180E
                || 0x180B <= character && character <= 0x180D;
    }

    private static boolean isMongolian(String text) {
        return text.codePoints()
                .anyMatch(
                        character ->
                                Character.isLetter(character)
                                        && Character.UnicodeScript.of(character)
                                                == Character.UnicodeScript.MONGOLIAN);
    }

    private static OptionalInt first(String text, IntPredicate wanted) {
        return text.codePoints().filter(wanted).findFirst();
    }
}
