package org.lianji.decision;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An input that is well formed, for a step of a matter. */
final class Inputs {

    private static final Map<String, Object> SAMPLES =
            Map.of(
                    "Int", 1,
                    "Boolean", true,
                    "IdNumber", "152627195801035714",
                    "RegionCode", "150924106001",
                    "Date", "2026-12-20",
                    "DateTime", "2026-11-02T10:00:00+08:00",
                    "Money", "10.00",
                    "DepartmentCode", "WJ");

    private Inputs() {}

    static Map<String, Object> of(RootQuestions.Step step, String id) {
        Map<String, Object> input = new HashMap<>(fields(step.input()));
        input.put("id", id);
        input.computeIfPresent("note", (_, _) -> "写明原因");
        return input;
    }

    private static Map<String, Object> fields(GraphQLInputObjectType type) {
        Map<String, Object> fields = new HashMap<>();
        for (GraphQLInputObjectField field : type.getFields()) {
            if (field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue()) {
                fields.put(field.getName(), value(field.getType()));
            }
        }
        return fields;
    }

    private static Object value(GraphQLType type) {
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList list -> List.of(value(list.getOriginalWrappedType()));
            case GraphQLEnumType choice -> choice.getValues().getFirst().getName();
            case GraphQLInputObjectType input -> fields(input);
            case GraphQLType scalar ->
                    SAMPLES.getOrDefault(GraphQLTypeUtil.simplePrint(scalar), "x");
        };
    }
}
