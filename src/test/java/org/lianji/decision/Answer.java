package org.lianji.decision;

import java.util.Map;
import java.util.Set;

/** What must come of a question. */
sealed interface Answer {

    /**
     * @param codes one of these
     */
    record Refused(Set<String> codes) implements Answer {}

    /**
     * @param data by result key; cursors are {@link #CURSOR}
     */
    record Data(Map<String, Object> data) implements Answer {}

    /** Stands for any cursor: what a cursor says is the hub's own affair. */
    String CURSOR = "a cursor";
}
