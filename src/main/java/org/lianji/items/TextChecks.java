package org.lianji.items;

import org.jspecify.annotations.Nullable;
import org.lianji.items.ParsedValue.Invalid;
import org.lianji.items.ParsedValue.Valid;
import org.lianji.platform.PlatformCode;
import org.lianji.texts.FormulaStart;
import org.lianji.texts.IdNumbers;
import org.lianji.texts.PlainText;

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
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private TextChecks() {}

    /** {@return what keeps any text from being read, whatever it should be, if anything does} */
    static @Nullable Invalid unreadable(String text) {
        if (text.length() > LONGEST) {
            return new Invalid(ValueCode.TEXT_TOO_LONG, Map.of("maxLength", LONGEST));
        }
        if (broken(text)) {
            return new Invalid(ValueCode.BROKEN_ENCODING);
        }
        return text.chars().anyMatch(c -> Character.isISOControl(c) && "\r\n\t".indexOf(c) < 0)
                ? new Invalid(ValueCode.CONTROL_CHARACTER)
                : null;
    }

    private static boolean broken(String text) {
        return text.codePoints()
                .anyMatch(c -> c == '\uFFFD' || Character.getType(c) == Character.SURROGATE);
    }

    /** {@return a text of any kind, as the graph keeps it} */
    static ParsedValue any(String text) {
        return new Valid(LINE_END.matcher(PlainText.kept(text)).replaceAll("\n"));
    }

    /**
     * {@return a text that keeps to the limits, or what is wrong with it}
     *
     * @param readable the text, in which nothing is {@link #unreadable}
     * @param today the last day on which somebody can have been born
     */
    static ParsedValue of(Item.Limits limits, String readable, LocalDate today) {
        String text = PlainText.kept(readable);
        ParsedValue read =
                switch (limits.text()) {
                    case PROSE -> within(limits, LINE_END.matcher(text).replaceAll("\n"));
                    case NAME -> shown(limits, BREAKS.matcher(text).replaceAll(" "));
                    case KEY ->
                            BREAKS.matcher(text).find()
                                    ? new Invalid(ValueCode.CONTROL_CHARACTER)
                                    : FormulaStart.in(text)
                                            ? new Invalid(ValueCode.FORMULA_START)
                                            : shown(limits, BLANK.matcher(text).replaceAll(" "));
                };
        return read instanceof Valid ? withoutNumber(read, text, today) : read;
    }

    /** An ID number is kept on its person and nowhere else. */
    private static ParsedValue withoutNumber(ParsedValue read, String text, LocalDate today) {
        OptionalInt place = IdNumbers.in(text, today);
        return place.isEmpty()
                ? read
                : new Invalid(PlatformCode.ID_NUMBER_IN_TEXT, Map.of("position", place.getAsInt()));
    }

    private static ParsedValue shown(Item.Limits limits, String text) {
        OptionalInt hidden = PlainText.formatCharacter(text);
        return hidden.isEmpty()
                ? within(limits, text)
                : new Invalid(
                        ValueCode.FORMAT_CHARACTER,
                        Map.of("codePoint", "U+%04X".formatted(hidden.getAsInt())));
    }

    private static ParsedValue within(Item.Limits limits, String text) {
        int length = PlainText.length(text);
        if (length > limits.maxLength()) {
            return new Invalid(ValueCode.TEXT_TOO_LONG, Map.of("maxLength", limits.maxLength()));
        }
        Integer exact = limits.length();
        return exact == null || exact == length
                ? new Valid(text)
                : new Invalid(ValueCode.TEXT_LENGTH, Map.of("length", exact));
    }
}
