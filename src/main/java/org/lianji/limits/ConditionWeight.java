package org.lianji.limits;

import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.VariableReference;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * How heavy the conditions of a question are, written in it or brought by its variables: each is
 * planned and then asked of every record that comes into question, though the answer shows none of
 * it.
 */
final class ConditionWeight {

    /** Values in a list, which one look-up finds, that weigh as much as a field. */
    private static final int VALUES = 2;

    /** Conditions that go on from each record to where its person lives, and as what they weigh. */
    private static final Set<String> PLACES = Set.of("registeredIn", "livesIn");

    private static final int PLACE = 8;

    /** Operators that compare each of their values with each of a record's, and their weight. */
    private static final Set<String> EACH = Set.of("hasAny");

    private static final int EACH_VALUE = 4;

    private final CoercedVariables variables;
    private final int condition;
    private long weight;
    private int depth;
    private boolean varies;

    /**
     * @param condition fields that a condition weighs as much as
     */
    ConditionWeight(CoercedVariables variables, int condition) {
        this.variables = variables;
        this.condition = condition;
    }

    void add(Argument argument) {
        add(argument.getValue(), 0);
    }

    /** {@return fields of a statement that weigh as much} */
    long weight() {
        return weight;
    }

    /** {@return how many are within one another} */
    int depth() {
        return depth;
    }

    /** {@return whether variables decide about it} */
    boolean varies() {
        return varies;
    }

    private void add(@Nullable Object value, int objects) {
        switch (value) {
            case VariableReference variable -> {
                varies = true;
                add(variables.get(variable.getName()), objects);
            }
            case ObjectValue object -> fields(object.getObjectFields(), objects);
            case ArrayValue list -> list(list.getValues(), objects);
            case Map<?, ?> object -> fields(object.entrySet(), objects);
            case Collection<?> list -> list(list, objects);
            case ObjectField field -> named(field.getName(), field.getValue(), objects);
            case Map.Entry<?, ?> field -> named(field.getKey(), field.getValue(), objects);
            case null, default -> weight += objects > 0 ? condition : 0;
        }
    }

    private int size(@Nullable Object value) {
        return switch (value) {
            case VariableReference variable -> size(variables.get(variable.getName()));
            case ArrayValue list -> list.getValues().size();
            case Collection<?> list -> list.size();
            case null, default -> 1;
        };
    }

    private void fields(Collection<?> fields, int objects) {
        weight++;
        depth = Math.max(depth, objects + 1);
        fields.forEach(field -> add(field, objects + 1));
    }

    private void named(Object name, @Nullable Object value, int objects) {
        if (PLACES.contains(name)) {
            weight += (long) (PLACE - 1) * condition;
        }
        if (EACH.contains(name)) {
            weight += (long) size(value) * EACH_VALUE;
        }
        add(value, objects);
    }

    /** A variable that stands there a thousand times weighs as much as it would written out. */
    private void list(Collection<?> values, int objects) {
        int others = 0;
        for (Object value : values) {
            if (isObject(value)) {
                add(value, objects);
            } else {
                others++;
            }
        }
        if (others > 0 && objects > 0) {
            weight += condition + others / VALUES;
        }
    }

    private boolean isObject(@Nullable Object value) {
        return switch (value) {
            case VariableReference variable ->
                    variables.get(variable.getName()) instanceof Map<?, ?>
                            || variables.get(variable.getName()) instanceof Collection<?>;
            case null, default -> value instanceof ObjectValue || value instanceof Map<?, ?>;
        };
    }
}
