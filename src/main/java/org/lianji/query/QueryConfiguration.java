package org.lianji.query;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;

@Configuration
@EnableConfigurationProperties(ReadSettings.class)
class QueryConfiguration {

    @Bean
    GraphQlSourceBuilderCustomizer graphExecution(
            CompiledQueryCache shapes,
            RecordQueries reads,
            ResultFields answered,
            ObjectProvider<DataFetcherExceptionResolver> faults) {
        return source ->
                source.configureGraphQl(
                        graphQl ->
                                graphQl.queryExecutionStrategy(
                                        new GraphExecution(
                                                shapes,
                                                reads,
                                                answered,
                                                DataFetcherExceptionResolver.createExceptionHandler(
                                                        faults.orderedStream().toList()))));
    }
}
