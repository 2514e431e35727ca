package org.lianji.query;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

@Configuration
@EnableConfigurationProperties({ReadSettings.class, ExportSettings.class, StatisticsSettings.class})
class QueryConfiguration {

    /** Cursors outlive a restart, and are good at every hub, where all are given the same key. */
    @Bean
    Cursors cursors(@Value("${lianji.query.cursor-key:}") String key) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new Cursors(key.isEmpty() ? secret : key.getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    GraphQlSourceBuilderCustomizer graphExecution(
            Shapes shapes,
            Reads reads,
            Answered answered,
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
