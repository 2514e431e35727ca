package org.lianji.query;

import java.util.List;

/**
 * Which part of a list was asked for.
 *
 * @param size how many; a caller may ask for {@value #LARGEST} at most
 * @param forward from the start, or from the end
 * @param bounded whether it starts at a cursor
 * @param list what tells this list from any other: its place, its caller, its conditions and its
 *     order
 */
record Page(int size, boolean forward, boolean bounded, String list) {

    static final int LARGEST = 200;
    static final int USUAL = 20;

    /**
     * {@return how many rows to read: one more than asked for tells whether there is a next page}
     */
    int limit() {
        return size + 1;
    }

    boolean hasMore(List<?> rows) {
        return rows.size() > size;
    }
}
