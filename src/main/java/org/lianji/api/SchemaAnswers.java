package org.lianji.api;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers about the schema itself: without the directives that aren't offered, and where
 * graphql-java takes no null though the type allows it.
 */
@Component
final class SchemaAnswers extends SimplePerformantInstrumentation {

    private static final String DEPRECATED = "includeDeprecated";

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        DataFetchingEnvironment asked = parameters.getEnvironment();
        if (!(asked.getParentType() instanceof GraphQLNamedType type)
                || !Introspection.isIntrospectionTypes(type)) {
            return fetcher;
        }
        if (asked.getParentType() == Introspection.__Schema
                && asked.getField().getName().equals("directives")) {
            return environment -> directives(environment.getGraphQLSchema());
        }
        return asked.getArguments().containsKey(DEPRECATED) && asked.getArgument(DEPRECATED) == null
                ? environment -> fetcher.get(withoutDeprecated(environment))
                : fetcher;
    }

    private static List<GraphQLDirective> directives(GraphQLSchema schema) {
        return schema.getDirectives().stream().filter(OfferedDirectives::contain).toList();
    }

    private static DataFetchingEnvironment withoutDeprecated(DataFetchingEnvironment environment) {
        Map<String, Object> arguments = new HashMap<>(environment.getArguments());
        arguments.put(DEPRECATED, false);
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .arguments(arguments)
                .build();
    }
}
