package org.lianji.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;

import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Role;
import org.lianji.texts.IdNumbers;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Documents that were parsed and found valid, by their text. What is found depends on the schema
 * and the limits only, which do not change while the hub runs; those that are refused are not kept.
 */
@Component
final class Documents implements PreparsedDocumentProvider, GraphQlSourceBuilderCustomizer {

    private static final long CHARACTERS = 4_000_000;

    /**
     * @param roles whose schema it fits, none for the whole
     */
    private record Known(Set<Role> roles, String text) {}

    private final Clock clock;
    private final Cache<Known, PreparsedDocumentEntry> valid =
            Caffeine.newBuilder()
                    .maximumWeight(CHARACTERS)
                    .weigher((Known known, PreparsedDocumentEntry _) -> known.text().length())
                    .build();

    Documents(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder source) {
        source.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(this));
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> prepare) {
        Known document = new Known(roles(input), input.getQuery());
        PreparsedDocumentEntry known = valid.getIfPresent(document);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        PreparsedDocumentEntry entry = judged(input.getQuery(), prepare.apply(input));
        if (!entry.hasErrors()) {
            valid.put(document, entry);
        }
        return CompletableFuture.completedFuture(entry);
    }

    private static Set<Role> roles(ExecutionInput input) {
        Caller caller = input.getGraphQLContext().get(Caller.class);
        return caller == null ? Set.of() : RoleSchemas.restricting(caller);
    }

    /** A number that a valid document holds stands in a text, a name or a note. */
    private PreparsedDocumentEntry judged(String text, PreparsedDocumentEntry entry) {
        List<ValidationError> unknown =
                entry.hasErrors() ? List.of() : OfferedDirectives.unknown(entry.getDocument());
        if (!unknown.isEmpty()) {
            return new PreparsedDocumentEntry(List.copyOf(unknown));
        }
        OptionalInt place = IdNumbers.in(text, LocalDate.now(clock));
        return place.isEmpty() || entry.hasErrors()
                ? entry
                : new PreparsedDocumentEntry(
                        GraphqlErrorBuilder.newError()
                                .message(PlatformCode.ID_IN_DOCUMENT.en())
                                .location(location(text, place.getAsInt()))
                                .extensions(Map.of("code", PlatformCode.ID_IN_DOCUMENT))
                                .build());
    }

    private static SourceLocation location(String text, int place) {
        String before = text.substring(0, text.offsetByCodePoints(0, place - 1));
        int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
        return new SourceLocation(line, before.length() - before.lastIndexOf('\n'));
    }
}
