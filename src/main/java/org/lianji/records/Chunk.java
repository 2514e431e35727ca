package org.lianji.records;

import java.util.List;

/**
 * Rows that are written together or not at all.
 *
 * @param first number of the first row
 * @param rows in the order of the batch
 * @param last whether none follows
 */
public record Chunk(long first, List<CheckedRow> rows, boolean last) {

    /** {@return a row as it was written by its owner} */
    List<String> source(int index) {
        return rows.get(index).raw().source();
    }
}
