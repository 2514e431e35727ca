package org.lianji.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry is known by.
 *
 * @param sheet on which it stands
 * @param number its place there, from 0
 */
public record EntryId(String sheet, long number) {

    private static final Pattern FORM = Pattern.compile("(.+)\\.(\\d{1,9})");

    /** Entries of the first versions, which stand alone, have no number. */
    public static EntryId of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? new EntryId(form.group(1), Long.parseLong(form.group(2)))
                : new EntryId(text, 0);
    }

    @Override
    public String toString() {
        return sheet + "." + number;
    }
}
