package org.lianji.catalogue;

import org.lianji.platform.Code;

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
    record Bad(Code code, Map<String, Object> details) implements Parsed {
        Bad(Code code) {
            this(code, Map.of());
        }
    }
}
