package org.lianji.api;

import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.execution.ExecutionContext;
import graphql.language.Document;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;

import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A variable that may be null but has a default stands where null may not (GraphQL §5.8.5): given
 * null all the same, graphql-java meets it in the midst of executing. It is refused beforehand,
 * where the document would be invalid without the default.
 */
final class NullVariables {

    private final GraphQLSchema schema;
    private final Document document;

    private NullVariables(ExecutionContext execution) {
        this.schema = execution.getGraphQLSchema();
        this.document = execution.getDocument();
    }

    /**
     * @throws Problem where null is given for such a variable, with the places where it stands
     */
    static void check(ExecutionContext execution) {
        OperationDefinition operation = execution.getOperationDefinition();
        Map<String, Object> values = execution.getCoercedVariables().toMap();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            String name = variable.getName();
            if (hasDefault(variable) && values.containsKey(name) && values.get(name) == null) {
                new NullVariables(execution).check(operation, variable);
            }
        }
    }

    private static boolean hasDefault(VariableDefinition variable) {
        return variable.getDefaultValue() != null
                && !(variable.getDefaultValue() instanceof NullValue);
    }

    private void check(OperationDefinition operation, VariableDefinition variable) {
        List<SourceLocation> places =
                ParseAndValidate.validate(schema, without(operation, variable), Locale.ROOT)
                        .stream()
                        .filter(NullVariables::isOfVariable)
                        .map(GraphQLError::getLocations)
                        .flatMap(List::stream)
                        .toList();
        if (!places.isEmpty()) {
            throw new Problem(
                    PlatformCode.INVALID_VARIABLES,
                    Map.of("path", List.of(DocumentFaults.masked(variable.getName()))),
                    places);
        }
    }

    private static boolean isOfVariable(ValidationError error) {
        return error.getValidationErrorType() == ValidationErrorType.VariableTypeMismatch;
    }

    private Document without(OperationDefinition operation, VariableDefinition variable) {
        List<VariableDefinition> variables =
                operation.getVariableDefinitions().stream()
                        .map(one -> one == variable ? withoutDefault(one) : one)
                        .toList();
        OperationDefinition other =
                operation.transform(builder -> builder.variableDefinitions(variables));
        return document.transform(
                builder ->
                        builder.definitions(
                                Stream.concat(
                                                Stream.of(other),
                                                document.getDefinitions().stream()
                                                        .filter(one -> one != operation))
                                        .toList()));
    }

    private static VariableDefinition withoutDefault(VariableDefinition variable) {
        return variable.transform(builder -> builder.defaultValue(null));
    }
}
