package org.lianji.query;

import java.util.LinkedHashMap;
import java.util.Map;

/** Hands out parameter slots and variable names while a statement is being written. */
final class Slots {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private int variables;

    /** {@return the expression that reads the value in the statement} */
    String slot(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return "row." + name;
    }

    /** {@return a variable that nothing else in the statement uses} */
    String variable(String prefix) {
        return prefix + variables++;
    }

    Map<String, Object> values() {
        return values;
    }
}
