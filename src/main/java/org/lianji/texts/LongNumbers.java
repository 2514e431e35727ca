package org.lianji.texts;

import java.util.regex.Pattern;

/**
 * Numbers in a text by which somebody is called or named, such as of telephones and accounts, in
 * whatever script they are written. Days, times and small numbers in a row are none.
 */
public final class LongNumbers {

    /** Of a telephone in a town. */
    private static final int SHORTEST = 7;

    /** Of a mobile telephone, whose digits may be written one by one. */
    private static final int ONE_BY_ONE = 11;

    /** Digits together that no time and no count of a list has. */
    private static final int TOGETHER = 3;

    private static final String DAY =
            "(?:19|20)\\d{2}[-./年](?:0?[1-9]|1[0-2])[-./月](?:[12]\\d|3[01]|0?[1-9])";
    private static final String TIME = "(?:[01]?\\d|2[0-4])[:：][0-5]\\d";

    /** Days and times alone, with what stands between them. */
    private static final Pattern DATED =
            Pattern.compile("(?:%1$s|%2$s)(?:[^\\p{Nd}]{1,3}(?:%1$s|%2$s))*".formatted(DAY, TIME));

    private final int[] text;
    private final String instead;
    private final StringBuilder kept = new StringBuilder();
    private final ReadDigits digits = new ReadDigits();
    private int done;

    private LongNumbers(String text, String instead) {
        this.text = text.codePoints().toArray();
        this.instead = instead;
    }

    /** {@return the text with something else in the place of each such number} */
    public static String without(String text, String instead) {
        return new LongNumbers(text, instead).replaced();
    }

    private String replaced() {
        for (int place = 0; place < text.length; place++) {
            if (!digits.take(text[place], place)) {
                stretch();
            }
        }
        stretch();
        keep(text.length);
        return kept.toString();
    }

    private void stretch() {
        if (isLong()) {
            int start = digits.place(0);
            int end = digits.place(digits.length() - 1) + 1;
            if (!DATED.matcher(new String(text, start, end - start)).matches()) {
                keep(start);
                kept.append(instead);
                done = end;
            }
        }
        digits.clear();
    }

    private boolean isLong() {
        if (digits.length() >= ONE_BY_ONE) {
            return true;
        }
        int together = 0;
        int most = 0;
        for (int digit = 0; digit < digits.length(); digit++) {
            together = digits.begins(digit) ? 1 : together + 1;
            most = Math.max(most, together);
        }
        return digits.length() >= SHORTEST && most >= TOGETHER;
    }

    private void keep(int end) {
        kept.append(new String(text, done, end - done));
        done = end;
    }
}
