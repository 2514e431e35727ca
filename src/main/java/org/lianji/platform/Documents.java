package org.lianji.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Documents that were parsed and found valid, by their text. What is found depends on the schema
 * and the limits only, which do not change while the hub runs; those that are refused are not kept.
 */
@Component
final class Documents implements PreparsedDocumentProvider, GraphQlSourceBuilderCustomizer {

    private static final long CHARACTERS = 4_000_000;

    private final Cache<String, PreparsedDocumentEntry> valid =
            Caffeine.newBuilder()
                    .maximumWeight(CHARACTERS)
                    .weigher((String text, PreparsedDocumentEntry _) -> text.length())
                    .build();

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder source) {
        source.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(this));
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> prepare) {
        PreparsedDocumentEntry known = valid.getIfPresent(input.getQuery());
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        PreparsedDocumentEntry entry = prepare.apply(input);
        if (!entry.hasErrors()) {
            valid.put(input.getQuery(), entry);
        }
        return CompletableFuture.completedFuture(entry);
    }
}
