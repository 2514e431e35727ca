package org.lianji.api;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.execution.UnknownOperationException;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.parser.Parser;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;

import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.roles.RoleMatrix;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What GraphQL refuses, in the hub's codes. GraphQL's own sentences repeat literals and variables,
 * and so are told only where they speak of names.
 */
@Component
public final class DocumentFaults {

    private static final Set<ValidationErrorType> ABOUT_VALUES =
            Set.of(ValidationErrorType.WrongType, ValidationErrorType.BadValueForDefaultArg);
    private static final Pattern ARGUMENT =
            Pattern.compile("argument '([A-Za-z_][\\w.\\[\\]]*)' with value");
    private static final Pattern ONE_OF = Pattern.compile("OneOf type (?:field )?'(\\w+)");
    private static final Pattern PREFIX =
            Pattern.compile("^Validation error \\([^)]*\\) ?: ", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNKNOWN_ROOT =
            Pattern.compile("Field '(\\w+)' in type '(Query|Mutation|Subscription)' is undefined");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}([ -]?\\p{Nd}){6,}[Xx]?");

    private final GraphQLSchema schema;
    private final RoleMatrix matrix;
    private final Faults faults;

    DocumentFaults(GraphQlSource graph, RoleMatrix matrix, Faults faults) {
        this.schema = graph.schema();
        this.matrix = matrix;
        this.faults = faults;
    }

    /** {@return the error as the caller may know it} */
    public Problem problem(GraphQLError error, ExecutionInput question) {
        if (Objects.requireNonNullElse(error.getExtensions(), Map.of()).get("code")
                instanceof Code code) {
            return new Problem(code, details(error));
        }
        if (isOfVariables(error)) {
            Optional<VariableErrorPath.Misfit> misfit = misfit(question);
            if (misfit.isPresent()) {
                return problem(misfit.get());
            }
        }
        Matcher oneOf = ONE_OF.matcher(String.valueOf(error.getMessage()));
        if (oneOf.find() && schema.getType(oneOf.group(1)) != null) {
            return new Problem(PlatformCode.NOT_ONE_FIELD, Map.of("type", oneOf.group(1)));
        }
        return switch (error) {
            case InvalidSyntaxError _ -> new Problem(PlatformCode.SYNTAX);
            case ValidationError unknown when isRootOfOthers(unknown, question) ->
                    new Problem(PlatformCode.NOT_FOR_CHARITIES, details(unknown));
            case ValidationError invalid
                    when invalid.getValidationErrorType()
                            == ValidationErrorType.BadValueForDefaultArg ->
                    new Problem(refusalOfDefault(invalid, question), details(error));
            case ValidationError _ -> new Problem(PlatformCode.INVALID_DOCUMENT, details(error));
            case UnknownOperationException _ -> unknownOperation(question);
            default ->
                    error.getErrorType() == graphql.ErrorType.ValidationError
                            ? new Problem(PlatformCode.INVALID_VARIABLES)
                            : faults.unknown(
                                    error.getErrorType() + " at " + masked("" + error.getPath()));
        };
    }

    private static Problem unknownOperation(ExecutionInput question) {
        return new Problem(
                question.getOperationName() == null
                        ? PlatformCode.OPERATION_NAME_REQUIRED
                        : PlatformCode.OPERATION_UNKNOWN,
                Map.of(
                        "operations",
                        operations(question).stream()
                                .flatMap(operation -> Stream.ofNullable(operation.getName()))
                                .map(DocumentFaults::masked)
                                .toList()));
    }

    /**
     * A root that is there for others is as unknown as one that isn't; but that it was tried is
     * written down, and a charity is told what there is for it.
     */
    private boolean isRootOfOthers(ValidationError error, ExecutionInput question) {
        Caller caller = question.getGraphQLContext().get(Caller.class);
        Matcher unknown = UNKNOWN_ROOT.matcher(error.getMessage());
        if (caller == null || RoleSchemas.restricting(caller).isEmpty()) {
            return false;
        }
        if (!unknown.find()) {
            return error.getValidationErrorType() == ValidationErrorType.UnknownType
                    && caller.is(Role.CHARITY);
        }
        GraphQLObjectType roots = schema.getObjectType(unknown.group(2));
        if (roots != null && roots.getFieldDefinition(unknown.group(1)) != null) {
            matrix.tried(caller, unknown.group(1));
        }
        return caller.is(Role.CHARITY);
    }

    private Code refusalOfDefault(ValidationError invalid, ExecutionInput question) {
        return operations(question).stream()
                .flatMap(
                        operation ->
                                DefaultValues.refusal(operation, invalid.getLocations(), schema)
                                        .stream())
                .findFirst()
                .orElse(PlatformCode.INVALID_DOCUMENT);
    }

    /** The document fits, and is not run: what else is wrong is in the variables. */
    private static boolean isOfVariables(GraphQLError error) {
        return error.getErrorType() == graphql.ErrorType.ValidationError
                && !(error instanceof ValidationError)
                && error.getPath() == null;
    }

    private static Problem problem(VariableErrorPath.Misfit misfit) {
        SourceLocation location = misfit.location();
        List<Object> path =
                misfit.path().stream()
                        .map(step -> step instanceof String name ? masked(name) : step)
                        .toList();
        return new Problem(
                misfit.oneOf() ? PlatformCode.NOT_ONE_FIELD : PlatformCode.INVALID_VARIABLES,
                Map.of("variable", path.getFirst(), "path", path, "type", masked(misfit.type())),
                location == null ? List.of() : List.of(location));
    }

    private Optional<VariableErrorPath.Misfit> misfit(ExecutionInput question) {
        return operations(question).stream()
                .filter(
                        operation ->
                                question.getOperationName() == null
                                        || question.getOperationName().equals(operation.getName()))
                .findFirst()
                .flatMap(
                        operation ->
                                VariableErrorPath.of(operation, question.getVariables(), schema));
    }

    private static List<OperationDefinition> operations(ExecutionInput question) {
        return Parser.parse(question.getQuery()).getDefinitionsOfType(OperationDefinition.class);
    }

    private static Map<String, Object> details(GraphQLError error) {
        Map<String, Object> details = new TreeMap<>();
        if (error instanceof ValidationError invalid) {
            details.put("rule", invalid.getValidationErrorType().toString());
            if (!ABOUT_VALUES.contains(invalid.getValidationErrorType())) {
                details.put(
                        "reason", masked(PREFIX.matcher(invalid.getMessage()).replaceFirst("")));
            }
            Matcher argument = ARGUMENT.matcher(invalid.getMessage());
            if (argument.find()) {
                details.put("argument", masked(argument.group(1)));
            }
        }
        return details;
    }

    static String masked(String text) {
        return LONG_NUMBER.matcher(text).replaceAll("…");
    }
}
