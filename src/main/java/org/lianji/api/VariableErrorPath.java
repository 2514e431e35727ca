package org.lianji.api;

import graphql.GraphQLContext;
import graphql.execution.TypeFromAST;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.schema.Coercing;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the place in the variables that doesn't fit what was declared: in names of the document and
 * the schema, and positions in lists, never in what the caller made up.
 */
final class VariableErrorPath {

    private final Deque<Object> path = new ArrayDeque<>();
    private @Nullable GraphQLType unfit;
    private boolean oneOf;

    /**
     * A value that doesn't fit.
     *
     * @param path to it, from the variable
     * @param type that it should be of
     * @param oneOf whether it is not one field, and only that
     * @param location where the variable is declared
     */
    record Misfit(
            List<Object> path, String type, boolean oneOf, @Nullable SourceLocation location) {}

    /** {@return the first value that doesn't fit; empty where all fit} */
    static Optional<Misfit> of(
            OperationDefinition operation, Map<String, Object> variables, GraphQLSchema schema) {
        VariableErrorPath place = new VariableErrorPath();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            boolean given = variables.containsKey(variable.getName());
            if (!given && variable.getDefaultValue() != null) {
                continue;
            }
            GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
            if (!place.fits(variable.getName(), variables.get(variable.getName()), type)) {
                return Optional.of(
                        new Misfit(
                                List.copyOf(new ArrayList<>(place.path)),
                                place.unfit == null ? "" : GraphQLTypeUtil.simplePrint(place.unfit),
                                place.oneOf,
                                variable.getSourceLocation()));
            }
        }
        return Optional.empty();
    }

    /** Leaves the path as it is where the value doesn't fit. */
    private boolean fits(Object step, @Nullable Object value, @Nullable GraphQLType type) {
        path.addLast(step);
        if (!fits(value, type)) {
            unfit = unfit == null ? type : unfit;
            return false;
        }
        path.removeLast();
        return true;
    }

    private boolean fits(@Nullable Object value, @Nullable GraphQLType type) {
        if (type instanceof GraphQLNonNull required) {
            return value != null && fits(value, required.getWrappedType());
        }
        return value == null
                || switch (type) {
                    case GraphQLList list -> each(value, list.getWrappedType());
                    case GraphQLInputObjectType object -> object(value, object);
                    case GraphQLEnumType names ->
                            names.getValues().stream()
                                    .map(GraphQLEnumValueDefinition::getName)
                                    .anyMatch(value::equals);
                    case GraphQLScalarType scalar -> scalar(value, scalar.getCoercing());
                    case null, default -> true;
                };
    }

    /** One value stands for a list of it. */
    private boolean each(Object value, GraphQLType type) {
        if (!(value instanceof List<?> list)) {
            return fits(value, type);
        }
        for (int i = 0; i < list.size(); i++) {
            if (!fits(i, list.get(i), type)) {
                return false;
            }
        }
        return true;
    }

    private boolean object(Object value, GraphQLInputObjectType type) {
        if (!(value instanceof Map<?, ?> given)) {
            return false;
        }
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            boolean left = !given.containsKey(field.getName()) && field.hasSetDefaultValue();
            if (!left && !fits(field.getName(), given.get(field.getName()), field.getType())) {
                return false;
            }
        }
        boolean known =
                given.keySet().stream()
                        .allMatch(name -> type.getFieldDefinition(String.valueOf(name)) != null);
        oneOf = known && type.isOneOf() && (given.size() != 1 || given.containsValue(null));
        return known && !oneOf;
    }

    private static boolean scalar(Object value, Coercing<?, ?> coercing) {
        try {
            coercing.parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
