package org.lianji.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.TypeFromAST;
import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the scalars themselves why the default value of a variable is refused: graphql-java says
 * that it is, and forgets their code.
 */
final class DefaultValues {

    private DefaultValues() {}

    /** {@return the code of the scalar that refuses the default of the variable at that place} */
    static Optional<Code> refusal(
            OperationDefinition operation, List<SourceLocation> places, GraphQLSchema schema) {
        return operation.getVariableDefinitions().stream()
                .filter(variable -> places.contains(variable.getSourceLocation()))
                .flatMap(variable -> refusals(variable, schema))
                .findFirst();
    }

    private static Stream<Code> refusals(VariableDefinition variable, GraphQLSchema schema) {
        return refusals(
                variable.getDefaultValue(), TypeFromAST.getTypeFromAST(schema, variable.getType()));
    }

    private static Stream<Code> refusals(@Nullable Value<?> value, @Nullable GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull required -> refusals(value, required.getWrappedType());
            case GraphQLList list when value instanceof ArrayValue values ->
                    values.getValues().stream()
                            .flatMap(one -> refusals(one, list.getWrappedType()));
            case GraphQLList list -> refusals(value, list.getWrappedType());
            case GraphQLInputObjectType object when value instanceof ObjectValue fields ->
                    fields.getObjectFields().stream().flatMap(field -> refusals(field, object));
            case GraphQLScalarType scalar when value != null -> refusal(value, scalar).stream();
            case null, default -> Stream.empty();
        };
    }

    private static Stream<Code> refusals(ObjectField field, GraphQLInputObjectType object) {
        GraphQLInputObjectField definition = object.getFieldDefinition(field.getName());
        return definition == null
                ? Stream.empty()
                : refusals(field.getValue(), definition.getType());
    }

    private static Optional<Code> refusal(Value<?> value, GraphQLScalarType scalar) {
        try {
            scalar.getCoercing()
                    .parseLiteral(
                            value,
                            CoercedVariables.emptyVariables(),
                            GraphQLContext.getDefault(),
                            Locale.ROOT);
            return Optional.empty();
        } catch (CoercingParseLiteralException refused) {
            return Optional.of(Objects.requireNonNullElse(refused.getExtensions(), Map.of()))
                    .map(extensions -> extensions.get("code"))
                    .filter(Code.class::isInstance)
                    .map(Code.class::cast);
        }
    }
}
