package org.lianji.compiler;

import graphql.execution.RawVariables;
import graphql.language.Document;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;

import org.lianji.access.DecisionBenchmark;
import org.lianji.catalogue.Sdl;
import org.lianji.items.Values;
import org.lianji.paging.Cursors;
import org.lianji.paging.PageRequest;
import org.lianji.people.IdentityHash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * A document of the comparison as civil affairs asks it.
 *
 * @param document parsed
 */
public record Asked(GraphQLSchema schema, Document document, QueryContext question) {

    static final String ID_NUMBER = "152627195801035714";

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.ofHours(8));
    private static final byte[] KEY = new byte[32];

    public static Asked of(String document) throws IOException {
        Sdl sdl = Sdl.read();
        String text = Files.readString(Path.of("src/bench/questions", document + ".hub.graphql"));
        return new Asked(
                sdl.schema(),
                Parser.parse(text),
                new QueryContext(
                        DecisionBenchmark.CALLER,
                        DecisionBenchmark.PLAN,
                        new Grants(sdl.catalogue(), DecisionBenchmark.decide(sdl.catalogue())),
                        true,
                        sdl.catalogue(),
                        new Values(CLOCK),
                        new IdentityHash(KEY),
                        new Cursors(KEY),
                        ZonedDateTime.now(CLOCK),
                        PageRequest.LARGEST));
    }

    ExecutableNormalizedOperation operation() {
        return ExecutableNormalizedOperationFactory
                .createExecutableNormalizedOperationWithRawVariables(
                        schema, document, null, RawVariables.of(Map.of("n", ID_NUMBER)));
    }

    public List<ExecutableNormalizedField> normalised() {
        return operation().getTopLevelFields();
    }
}
