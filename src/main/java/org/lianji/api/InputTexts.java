package org.lianji.api;

import graphql.execution.ExecutionContext;
import graphql.execution.TypeFromAST;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.texts.IdNumbers;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Refuses a text in which somebody's ID number stands, wherever the schema takes a text: numbers go
 * where they are typed as such, and nowhere else. Rows to contribute are judged one by one where
 * they are read.
 */
final class InputTexts {

    /** What a type of rows has in the schema. */
    private static final String ROW = "row";

    private static final Set<String> TEXTS = Set.of("String", "ID");

    private final LocalDate today;
    private final Deque<Object> path = new ArrayDeque<>();

    private InputTexts(LocalDate today) {
        this.today = today;
    }

    /**
     * What is written in the document is judged with it.
     *
     * @throws Problem ID_NUMBER_IN_TEXT with the place in the variables
     */
    static void check(ExecutionContext execution, LocalDate today) {
        InputTexts texts = new InputTexts(today);
        for (VariableDefinition variable :
                execution.getOperationDefinition().getVariableDefinitions()) {
            texts.descend(
                    variable.getName(),
                    execution.getCoercedVariables().get(variable.getName()),
                    TypeFromAST.getTypeFromAST(execution.getGraphQLSchema(), variable.getType()));
        }
    }

    private void descend(Object step, @Nullable Object value, @Nullable GraphQLType type) {
        if (value != null && type != null) {
            path.addLast(step);
            check(value, type);
            path.removeLast();
        }
    }

    private void check(Object value, GraphQLType type) {
        switch (type) {
            case GraphQLNonNull required -> check(value, required.getWrappedType());
            case GraphQLList list when value instanceof List<?> several -> {
                for (int i = 0; i < several.size(); i++) {
                    descend(i, several.get(i), list.getWrappedType());
                }
            }
            case GraphQLInputObjectType object
                    when value instanceof Map<?, ?> given && !object.hasAppliedDirective(ROW) -> {
                for (GraphQLInputObjectField field : object.getFieldDefinitions()) {
                    descend(field.getName(), given.get(field.getName()), field.getType());
                }
            }
            case GraphQLScalarType scalar
                    when value instanceof String text && TEXTS.contains(scalar.getName()) ->
                    judge(text);
            default -> {} // holds no text
        }
    }

    private void judge(String text) {
        OptionalInt place = IdNumbers.in(text, today);
        if (place.isPresent()) {
            throw new Problem(
                    PlatformCode.ID_NUMBER_IN_TEXT,
                    Map.of("path", List.copyOf(path), "position", place.getAsInt()));
        }
    }
}
