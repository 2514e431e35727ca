package org.lianji.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Hands out parameter slots and variable names while a statement is being written. */
public final class ParameterNames {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<Object, String> shared = new HashMap<>();
    private int slots;
    private int variables;

    /** {@return the expression that reads the value in the statement} */
    public String slot(Object value) {
        String name = open();
        values.put(name, value);
        return "row." + name;
    }

    /** {@return the name of a slot whose value each request brings} */
    String open() {
        return "p" + slots++;
    }

    /** {@return the expression that reads a value of the policy: the same for equal values} */
    String shared(Object value) {
        return shared.computeIfAbsent(value, this::slot);
    }

    /** {@return a variable that nothing else in the statement uses} */
    String variable(String prefix) {
        return prefix + variables++;
    }

    /**
     * {@return what each alternative is written as: their variables are the same, so that the same
     * is written the same}
     */
    <T> List<String> alternatives(List<T> alternatives, Function<T, String> text) {
        int first = variables;
        int last = first;
        List<String> texts = new ArrayList<>();
        for (T alternative : alternatives) {
            variables = first;
            texts.add(text.apply(alternative));
            last = Math.max(last, variables);
        }
        variables = last;
        return texts;
    }

    Map<String, Object> values() {
        return values;
    }
}
