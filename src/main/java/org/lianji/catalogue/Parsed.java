package org.lianji.catalogue;

import java.util.Map;

/** A raw value, read: as the graph keeps it, or what is wrong with it. */
public sealed interface Parsed {

    /**
     * @param value as the graph keeps it
     */
    record Good(Object value) implements Parsed {}

    /**
     * @param code what is wrong
     * @param details limits that were not kept to; never the value
     */
    record Bad(ValueCode code, Map<String, Object> details) implements Parsed {
        Bad(ValueCode code) {
            this(code, Map.of());
        }
    }
}
