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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Refuses a text in which somebody's ID number stands, wherever the schema takes a text: numbers go
 * where they are typed as such, and nowhere else. Rows to contribute are judged one by one where
 * they are read; of JSON that has no schema of GraphQL's nothing is a place for numbers.
 */
public final class InputTexts {

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

    /**
     * Judges a body of JSON: all that stands in it, names and numbers too.
     *
     * @param body of maps, lists, texts, numbers
     * @throws Problem ID_NUMBER_IN_TEXT with the place, never the number
     */
    public static void checkBody(@Nullable Object body, LocalDate today) {
        new InputTexts(today).every(body);
    }

    /**
     * {@return the refusal of a text in which a number stands}
     *
     * @param path of the text
     */
    public static Optional<Problem> refusal(Object path, String text, LocalDate today) {
        OptionalInt place = IdNumbers.in(text, today);
        return place.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                PlatformCode.ID_NUMBER_IN_TEXT,
                                Map.of("path", path, "position", place.getAsInt())));
    }

    private void descend(Object step, @Nullable Object value, @Nullable GraphQLType type) {
        if (value != null && type != null) {
            below(step, () -> check(value, type));
        }
    }

    private void below(Object step, Runnable check) {
        path.addLast(step);
        check.run();
        path.removeLast();
    }

    private void every(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> object ->
                    object.forEach((name, one) -> below(told(name), () -> every(one)));
            case List<?> several -> {
                for (int i = 0; i < several.size(); i++) {
                    Object one = several.get(i);
                    below(i, () -> every(one));
                }
            }
            case String text -> judge(text);
            case Number number -> judge(number.toString());
            case null, default -> {} // holds no text
        }
    }

    /** A name of the caller's own may be anything, a number too. */
    private String told(Object name) {
        judge(name.toString());
        return name.toString().matches("[A-Za-z_-]{1,40}") ? name.toString() : "field";
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
        refusal(List.copyOf(path), text, today)
                .ifPresent(
                        problem -> {
                            throw problem;
                        });
    }
}
