package org.lianji.decision;

import java.util.Map;

/**
 * What must come of a question.
 *
 * @param data by result key; cursors are {@link #CURSOR}
 * @param refused codes with which fields at the root are refused, by result key
 */
record Answer(Map<String, Object> data, Map<String, String> refused) {

    /** Stands for any cursor: what a cursor says is the hub's own affair. */
    static final String CURSOR = "a cursor";
}
