package org.lianji.query;

import graphql.normalized.ExecutableNormalizedField;

import org.lianji.platform.Problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The fields of Query that a request asks of the graph; each is refused alone. */
final class Roots {

    private final List<ExecutableNormalizedField> left;
    private final Map<String, Problem> refused = new LinkedHashMap<>();

    Roots(List<ExecutableNormalizedField> fields) {
        this.left = new ArrayList<>(fields);
    }

    /**
     * Leaves out the fields that are refused.
     *
     * @param judge throws the problem with a field
     */
    void judge(Consumer<ExecutableNormalizedField> judge) {
        left.removeIf(
                field -> {
                    try {
                        judge.accept(field);
                        return false;
                    } catch (Problem problem) {
                        refused.put(field.getResultKey(), problem);
                        return true;
                    }
                });
    }

    List<ExecutableNormalizedField> left() {
        return left;
    }

    /** {@return why others are not answered, by key} */
    Map<String, Problem> refused() {
        return refused;
    }
}
