package org.lianji.web;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.SourceLocation;

import org.lianji.api.DocumentFaults;
import org.lianji.platform.Faults;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives every error of an answer, and of each event of a stream, its code and a sentence of the
 * hub.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AnswerErrors implements WebGraphQlInterceptor {

    private final DocumentFaults faults;

    AnswerErrors(DocumentFaults faults) {
        this.faults = faults;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(this::told);
    }

    @SuppressWarnings("unchecked")
    private WebGraphQlResponse told(WebGraphQlResponse response) {
        ExecutionInput question = response.getExecutionInput();
        if (response.getData() instanceof Publisher<?> events) {
            Flux<ExecutionResult> told =
                    Flux.from((Publisher<ExecutionResult>) events)
                            .map(event -> ofEvent(event, question));
            return response.transform(builder -> builder.data(told));
        }
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        return errors.isEmpty()
                ? response
                : response.transform(builder -> builder.errors(told(errors, question)));
    }

    private ExecutionResult ofEvent(ExecutionResult event, ExecutionInput question) {
        return event.getErrors().isEmpty()
                ? event
                : event.transform(builder -> builder.errors(told(event.getErrors(), question)));
    }

    private List<GraphQLError> told(List<GraphQLError> errors, ExecutionInput question) {
        return errors.stream().map(error -> coded(error, question)).toList();
    }

    private GraphQLError coded(GraphQLError error, ExecutionInput question) {
        if (Objects.requireNonNullElse(error.getExtensions(), Map.of()).get("code")
                instanceof String) {
            return error;
        }
        Problem problem = faults.problem(error, question);
        GraphqlErrorBuilder<?> told =
                GraphqlErrorBuilder.newError()
                        .errorType(problem.code().type())
                        .message(Faults.message(problem, question.getLocale()))
                        .locations(locations(error, problem))
                        .extensions(Faults.extensions(problem));
        return problem.code() == PlatformCode.INVALID_VARIABLES
                ? told.build()
                : told.path(error.getPath()).build();
    }

    private static List<SourceLocation> locations(GraphQLError error, Problem problem) {
        return error.getLocations() == null || error.getLocations().isEmpty()
                ? problem.locations()
                : error.getLocations();
    }
}
