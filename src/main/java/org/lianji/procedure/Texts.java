package org.lianji.procedure;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Problem;

import java.util.Map;

/**
 * What people write about a matter: 1 to {@value #LONGEST} characters, without blanks around it.
 */
public final class Texts {

    static final int LONGEST = 1_000;

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

    /** {@return the text; null where there is none} */
    public static @Nullable String optional(String field, @Nullable String text) {
        String given = text == null ? "" : text.strip();
        if (given.codePointCount(0, given.length()) > LONGEST) {
            throw missing(field);
        }
        return given.isEmpty() ? null : given;
    }

    private static Problem missing(String field) {
        return new Problem(ProcedureCode.TEXT_MISSING, Map.of("field", field, "max", LONGEST));
    }
}
