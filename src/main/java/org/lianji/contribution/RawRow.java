package org.lianji.contribution;

import java.util.List;
import java.util.Map;

/**
 * A row as it came.
 *
 * @param number its place in the batch, from 1
 * @param values by column or item; absent ones left out
 * @param source the cells of a CSV row, or the one line of JSON, for the file of rejects
 * @param findings what kept it from being read
 */
record RawRow(
        long number, Map<String, Object> values, List<String> source, List<Finding> findings) {

    int size() {
        return source.stream().mapToInt(String::length).sum();
    }
}
