package org.lianji.procedure;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.texts.PlainText;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What people write about a matter: 1 to {@value #LONGEST} characters, without blanks around it.
 */
public final class Texts {

    static final int LONGEST = 1_000;
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private Texts() {}

    /**
     * {@return the text}
     *
     * @throws Problem TEXT_MISSING where there is none, or too much
     */
    public static String required(String field, @Nullable String text) {
        String given = optional(field, text);
        if (given == null) {
            throw missing(field);
        }
        return given;
    }

    /**
     * {@return what somebody says in a word or two, whatever it is; null where nothing is said}
     *
     * @throws Problem TEXT_MISSING where it is too long
     */
    public static @Nullable String word(String field, @Nullable String text) {
        String given = given(field, text);
        return PlainText.isReadable(given) ? given : null;
    }

    /** {@return the text; null where there is none} */
    public static @Nullable String optional(String field, @Nullable String text) {
        String given = given(field, text);
        return given.isEmpty() ? null : Prose.said(field, given, 1);
    }

    /**
     * {@return the number of a paper, 1 to {@value #LONGEST_NUMBER} characters without blanks
     * around it}
     *
     * @param code tells of what else was given
     */
    public static String number(String text, Code code) {
        String number = PlainText.stripped(text);
        if (number.isEmpty() || PlainText.length(number) > LONGEST_NUMBER) {
            throw new Problem(code);
        }
        return number;
    }

    /**
     * {@return the SHA-256 of a paper's file, 64 hexadecimal digits, small ones}
     *
     * @param code tells of what else was given
     */
    public static String digest(String text, Code code) {
        if (!SHA_256.matcher(text).matches()) {
            throw new Problem(code);
        }
        return text;
    }

    private static String given(String field, @Nullable String text) {
        String given = text == null ? "" : PlainText.stripped(text);
        if (PlainText.length(given) > LONGEST) {
            throw missing(field);
        }
        return given;
    }

    private static Problem missing(String field) {
        return new Problem(ProcedureCode.TEXT_MISSING, Map.of("field", field, "max", LONGEST));
    }
}
