package org.lianji.texts;

/**
 * Letters that are drawn like a nought or a one, of the three scripts that have such: beside a
 * digit a reader takes them for one.
 */
final class LetterDigits {

    private static final String NOUGHTS = "OoＯｏОоΟο";
    private static final String ONES = "IlＩｌІӀΙ";

    private final StringBuilder read;
    private boolean changed;

    private LetterDigits(String text) {
        this.read = new StringBuilder(text);
    }

    /**
     * {@return the text with digits in their place, as long as it was; itself where it has none}
     */
    static String read(String text) {
        if (text.chars().noneMatch(Character::isDigit)) {
            return text;
        }
        LetterDigits letters = new LetterDigits(text);
        letters.read();
        return letters.changed ? letters.read.toString() : text;
    }

    private void read() {
        int start = 0;
        while (start < read.length()) {
            int end = start;
            while (end < read.length() && digit(read.charAt(end)) != 0) {
                end++;
            }
            if (end > start && (isDigit(start - 1) || isDigit(end))) {
                replace(start, end);
            }
            start = end + 1;
        }
    }

    private void replace(int start, int end) {
        for (int at = start; at < end; at++) {
            read.setCharAt(at, digit(read.charAt(at)));
        }
        changed = true;
    }

    private boolean isDigit(int at) {
        return 0 <= at && at < read.length() && Character.isDigit(read.charAt(at));
    }

    /** {@return what it is drawn like, or nothing} */
    private static char digit(char letter) {
        return NOUGHTS.indexOf(letter) >= 0 ? '0' : ONES.indexOf(letter) >= 0 ? '1' : 0;
    }
}
