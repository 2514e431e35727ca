package org.lianji.items;

import org.lianji.platform.Code;

import java.util.Map;

/** A raw value, read: as the graph keeps it, or what is wrong with it. */
public sealed interface ParsedValue {

    /**
     * @param value as the graph keeps it
     */
    record Valid(Object value) implements ParsedValue {}

    /**
     * @param code what is wrong
     * @param details limits that were not kept to; never the value
     */
    record Invalid(Code code, Map<String, Object> details) implements ParsedValue {
        Invalid(Code code) {
            this(code, Map.of());
        }
    }
}
