package org.lianji.limits;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;

import java.util.List;
import java.util.Map;

/** Counts what the variables of a request hold, before they are fitted to their types. */
public final class VariablesSize {

    private final LimitSettings limits;
    private long characters;
    private int values;

    private VariablesSize(LimitSettings limits) {
        this.limits = limits;
    }

    /**
     * @throws Problem where they hold too much
     */
    public static void check(Map<String, ?> variables, LimitSettings limits) {
        new VariablesSize(limits).count(variables, 0);
    }

    private void count(@Nullable Object value, int depth) {
        refuseOver("variableDepth", limits.variableDepth(), depth);
        refuseOver("variableValues", limits.variableValues(), ++values);
        switch (value) {
            case Map<?, ?> fields ->
                    fields.forEach(
                            (name, below) -> {
                                add(String.valueOf(name));
                                count(below, depth + 1);
                            });
            case List<?> list -> list.forEach(below -> count(below, depth + 1));
            case null -> {}
            default -> add(value.toString());
        }
    }

    private void add(String text) {
        characters += text.length();
        refuseOver("variableCharacters", limits.variableCharacters(), characters);
    }

    private static void refuseOver(String what, long limit, long number) {
        if (number > limit) {
            throw new Problem(
                    PlatformCode.VARIABLES_TOO_LARGE, Map.of("what", what, "limit", limit));
        }
    }
}
