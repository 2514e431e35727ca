package org.lianji.upload;

import org.lianji.texts.PlainText;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row as it came.
 *
 * @param number its place in the batch, from 1
 * @param values by column or item
 * @param source the cells of a CSV row, or the one line of JSON, for the file of rejects
 * @param findings what kept it from being read
 */
public record RawRow(
        long number, Map<String, Object> values, List<String> source, List<Finding> findings) {

    /** {@return the values that are there: blanks are none, and reasons are the hub's own} */
    public Map<String, Object> given() {
        Map<String, Object> given = new TreeMap<>(values);
        given.remove(Columns.REASONS);
        given.values().removeIf(value -> value instanceof String text && PlainText.isBlank(text));
        return given;
    }

    /** {@return whether the row could be read and holds nothing} */
    public boolean isEmpty() {
        return findings.isEmpty() && given().isEmpty();
    }

    public int size() {
        return source.stream().mapToInt(String::length).sum();
    }
}
