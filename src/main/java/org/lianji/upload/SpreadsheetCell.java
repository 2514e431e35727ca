package org.lianji.upload;

import org.jspecify.annotations.Nullable;
import org.lianji.texts.FormulaStart;

import java.util.regex.Pattern;

/**
 * Text in a cell that a spreadsheet opens: it takes what begins like a formula for one, which may
 * send the sheet's contents anywhere (CWE-1236). An apostrophe before it says that it is text.
 */
public final class SpreadsheetCell {

    private static final String MARK = "'";

    /** Spreadsheets drop these, or take what follows them by itself. */
    private static final Pattern BLANK_FIRST = Pattern.compile("[\\t\\r\\n].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private SpreadsheetCell() {}

    /**
     * {@return whether a file for a spreadsheet is asked for}
     *
     * @param parameter of the request, with or without a value, if it is there
     */
    public static boolean asked(@Nullable String parameter) {
        return parameter != null && !parameter.equals("false");
    }

    /** {@return the text as a spreadsheet takes it for text; numbers stay numbers} */
    public static String of(String text) {
        return isFormula(text) ? MARK + text : text;
    }

    /** {@return the text of a cell that was written here} */
    public static String text(String cell) {
        return cell.startsWith(MARK) && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        return !NUMBER.matcher(text).matches()
                && (FormulaStart.in(text) || BLANK_FIRST.matcher(text).matches());
    }
}
