package org.lianji.catalogue;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Parsed.Bad;
import org.lianji.catalogue.Parsed.Good;
import org.lianji.platform.IdNumbers;
import org.lianji.platform.PlainText;
import org.lianji.platform.PlatformCode;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Judges a text as it will be kept, by what it is for. */
final class TextChecks {

    /** Whoever takes in more than this has been sent a file, not a text. */
    static final int LONGEST = 100_000;

    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern BREAKS = Pattern.compile("[\r\n\t]+");

    /** What spreadsheets begin a formula with, in either width. */
    private static final Pattern FORMULA =
            Pattern.compile("[=+@\\-\uFF1D\uFF0B\uFF20\uFF0D].*", Pattern.DOTALL);

    private TextChecks() {}

    /** {@return what keeps any text from being read, whatever it should be, if anything does} */
    static @Nullable Bad unreadable(String text) {
        if (text.length() > LONGEST) {
            return new Bad(ValueCode.TEXT_TOO_LONG, Map.of("maxLength", LONGEST));
        }
        if (broken(text)) {
            return new Bad(ValueCode.BROKEN_ENCODING);
        }
        return text.chars().anyMatch(c -> Character.isISOControl(c) && "\r\n\t".indexOf(c) < 0)
                ? new Bad(ValueCode.CONTROL_CHARACTER)
                : null;
    }

    private static boolean broken(String text) {
        return text.codePoints()
                .anyMatch(c -> c == '\uFFFD' || Character.getType(c) == Character.SURROGATE);
    }

    /** {@return a text of any kind, as the graph keeps it} */
    static Parsed any(String text) {
        return new Good(LINE_END.matcher(PlainText.kept(text)).replaceAll("\n"));
    }

    /**
     * {@return a text that keeps to the limits, or what is wrong with it}
     *
     * @param readable the text, in which nothing is {@link #unreadable}
     * @param today the last day on which somebody can have been born
     */
    static Parsed of(Item.Limits limits, String readable, LocalDate today) {
        String text = PlainText.kept(readable);
        Parsed read =
                switch (limits.text()) {
                    case PROSE -> within(limits, LINE_END.matcher(text).replaceAll("\n"));
                    case NAME -> shown(limits, BREAKS.matcher(text).replaceAll(" "));
                    case KEY ->
                            BREAKS.matcher(text).find()
                                    ? new Bad(ValueCode.CONTROL_CHARACTER)
                                    : FORMULA.matcher(text).matches()
                                            ? new Bad(ValueCode.FORMULA_START)
                                            : shown(limits, text);
                };
        return read instanceof Good ? withoutNumber(read, text, today) : read;
    }

    /** An ID number is kept on its person and nowhere else. */
    private static Parsed withoutNumber(Parsed read, String text, LocalDate today) {
        OptionalInt place = IdNumbers.in(text, today);
        return place.isEmpty()
                ? read
                : new Bad(PlatformCode.ID_NUMBER_IN_TEXT, Map.of("position", place.getAsInt()));
    }

    private static Parsed shown(Item.Limits limits, String text) {
        OptionalInt hidden = PlainText.formatCharacter(text);
        return hidden.isEmpty()
                ? within(limits, text)
                : new Bad(
                        ValueCode.FORMAT_CHARACTER,
                        Map.of("codePoint", "U+%04X".formatted(hidden.getAsInt())));
    }

    private static Parsed within(Item.Limits limits, String text) {
        int length = PlainText.length(text);
        if (length > limits.maxLength()) {
            return new Bad(ValueCode.TEXT_TOO_LONG, Map.of("maxLength", limits.maxLength()));
        }
        Integer exact = limits.length();
        return exact == null || exact == length
                ? new Good(text)
                : new Bad(ValueCode.TEXT_LENGTH, Map.of("length", exact));
    }
}
