package org.lianji.platform;

import org.lianji.texts.PlainText;

import java.util.Map;

/** What one person writes for another to read: a reason, a statement, a name. */
public final class Prose {

    private Prose() {}

    /**
     * {@return the text, which says something}
     *
     * @param field where it was given
     * @param text of a length that was judged
     * @param least letters that it should have
     * @throws Problem SAYS_NOTHING where it doesn't
     */
    public static String said(String field, String text, int least) {
        if (!PlainText.says(text, least)) {
            throw nothing(field);
        }
        return text;
    }

    /**
     * {@return the name or number, in which something can be read}
     *
     * @param field where it was given
     * @param name of a length that was judged
     * @throws Problem SAYS_NOTHING where nothing can
     */
    public static String readable(String field, String name) {
        if (!PlainText.isReadable(name)) {
            throw nothing(field);
        }
        return name;
    }

    private static Problem nothing(String field) {
        return new Problem(PlatformCode.SAYS_NOTHING, Map.of("field", field));
    }
}
