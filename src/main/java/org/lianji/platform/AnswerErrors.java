package org.lianji.platform;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.InvalidSyntaxError;
import graphql.execution.UnknownOperationException;
import graphql.introspection.GoodFaithIntrospection;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;

import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives every error of an answer its code and a sentence of the hub. GraphQL's own sentences repeat
 * literals and variables, and so are told only where they speak of names.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AnswerErrors implements WebGraphQlInterceptor {

    private static final Set<ValidationErrorType> ABOUT_VALUES =
            Set.of(ValidationErrorType.WrongType, ValidationErrorType.BadValueForDefaultArg);
    private static final Pattern ARGUMENT =
            Pattern.compile("argument '([A-Za-z_][\\w.\\[\\]]*)' with value");
    private static final Pattern PREFIX =
            Pattern.compile("^Validation error \\([^)]*\\) ?: ", Pattern.CASE_INSENSITIVE);
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}([ -]?\\p{Nd}){6,}[Xx]?");

    private final Faults faults;

    AnswerErrors(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request)
                .map(response -> told(response, request.getLocale()))
                .map(response -> eachTold(response, request.getLocale()));
    }

    /** A subscription's events may have errors of their own. */
    @SuppressWarnings("unchecked")
    private WebGraphQlResponse eachTold(WebGraphQlResponse response, Locale locale) {
        return response.getData() instanceof Publisher<?> events
                ? response.transform(
                        builder ->
                                builder.data(
                                        Flux.from((Publisher<ExecutionResult>) events)
                                                .map(event -> told(event, locale))))
                : response;
    }

    private ExecutionResult told(ExecutionResult event, Locale locale) {
        return event.getErrors().isEmpty()
                ? event
                : event.transform(
                        builder ->
                                builder.errors(
                                        event.getErrors().stream()
                                                .map(error -> told(error, locale))
                                                .toList()));
    }

    private WebGraphQlResponse told(WebGraphQlResponse response, Locale locale) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        return errors.isEmpty()
                ? response
                : response.transform(
                        builder ->
                                builder.errors(
                                        errors.stream()
                                                .map(error -> told(error, locale))
                                                .toList()));
    }

    private GraphQLError told(GraphQLError error, Locale locale) {
        if (code(error).filter(String.class::isInstance).isPresent()) {
            return error;
        }
        Problem problem = problem(error);
        return GraphqlErrorBuilder.newError()
                .errorType(problem.code().type())
                .message(Faults.message(problem.code(), locale))
                .locations(error.getLocations())
                .path(error.getPath())
                .extensions(Faults.extensions(problem))
                .build();
    }

    private static Optional<Object> code(GraphQLError error) {
        return Optional.ofNullable(error.getExtensions()).map(extensions -> extensions.get("code"));
    }

    private Problem problem(GraphQLError error) {
        if (code(error).orElse(null) instanceof Code code) {
            return new Problem(code, details(error));
        }
        return switch (error) {
            case InvalidSyntaxError _ -> new Problem(PlatformCode.SYNTAX);
            case GoodFaithIntrospection.BadFaithIntrospectionError _ ->
                    new Problem(PlatformCode.TOO_EXPENSIVE);
            case ValidationError _, UnknownOperationException _ ->
                    new Problem(PlatformCode.INVALID_DOCUMENT, details(error));
            default ->
                    error.getErrorType() == graphql.ErrorType.ValidationError
                            ? new Problem(PlatformCode.INVALID_VARIABLES)
                            : faults.unknown(error.getErrorType() + " at " + error.getPath());
        };
    }

    private static Map<String, Object> details(GraphQLError error) {
        Map<String, Object> details = new LinkedHashMap<>();
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

    private static String masked(String text) {
        return LONG_NUMBER.matcher(text).replaceAll("…");
    }
}
