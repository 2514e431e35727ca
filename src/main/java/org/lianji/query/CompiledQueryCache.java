package org.lianji.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;

import graphql.execution.ExecutionContext;
import graphql.execution.RawVariables;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;

import org.lianji.access.Grant;
import org.lianji.access.ReadPurpose;
import org.lianji.compiler.CompiledStatement;
import org.lianji.compiler.Compiler;
import org.lianji.compiler.NormalizedOperation;
import org.lianji.compiler.QueryContext;
import org.lianji.compiler.UnsetConditions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What was worked out for a question serves the next that differs only in whom it names: its fields
 * for everybody, its statement for the same caller with the same reason and the same grants.
 * Forgotten after ten minutes without use, since conditions may hold personal data.
 */
@Component
public final class CompiledQueryCache {

    private static final long CHARACTERS = 8_000_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Cache<OperationDefinition, Map<String, String>> naming =
            Caffeine.newBuilder().weakKeys().build();
    private final Cache<OperationKey, NormalizedOperation> outlines =
            cache((asked, _) -> 1_000 + asked.variables().toString().length());
    private final Cache<Use, CompiledQuery> shapes =
            cache((_, shape) -> shape.compiled().cypher().length());

    /**
     * @param operation as parsed, the same object for the same text
     * @param variables all that do more than name somebody
     */
    private record OperationKey(OperationDefinition operation, Map<String, Object> variables) {}

    private record Use(NormalizedOperation outline, Caller caller, ReadPurpose reason) {}

    /**
     * @param grants the very decisions that the statement was compiled with
     */
    private record CompiledQuery(Map<String, Grant> grants, CompiledStatement compiled) {}

    private static <K, V> Cache<K, V> cache(Weigher<K, V> weigher) {
        return Caffeine.newBuilder()
                .maximumWeight(CHARACTERS)
                .weigher(weigher)
                .expireAfterAccess(UNUSED)
                .build();
    }

    /**
     * A question as graphql-java has it.
     *
     * @param given variables as they were sent
     */
    record PosedQuestion(
            GraphQLSchema schema,
            Document document,
            OperationDefinition operation,
            Map<String, Object> variables,
            RawVariables given) {

        static PosedQuestion of(ExecutionContext context) {
            return new PosedQuestion(
                    context.getGraphQLSchema(),
                    context.getDocument(),
                    context.getOperationDefinition(),
                    context.getCoercedVariables().toMap(),
                    RawVariables.of(context.getExecutionInput().getVariables()));
        }

        /** {@return the question that a field of any operation is part of} */
        static PosedQuestion of(DataFetchingEnvironment field) {
            return new PosedQuestion(
                    field.getGraphQLSchema(),
                    field.getDocument(),
                    field.getOperationDefinition(),
                    field.getVariables(),
                    field.getGraphQlContext().get(RawVariables.class));
        }
    }

    NormalizedOperation outline(PosedQuestion question) {
        OperationDefinition operation = question.operation();
        Map<String, String> named =
                naming.get(operation, one -> NormalizedOperation.naming(question.document(), one));
        Map<String, Object> variables = new HashMap<>(question.variables());
        variables.keySet().removeAll(named.values());
        return outlines.get(new OperationKey(operation, variables), _ -> outline(question, named));
    }

    private static NormalizedOperation outline(PosedQuestion question, Map<String, String> named) {
        UnsetConditions unset = new UnsetConditions(question.variables());
        Map<String, Problem> refused = unset.of(question.document(), question.operation());
        Document read =
                refused.isEmpty() ? question.document() : unset.without(question.document());
        return new NormalizedOperation(normalised(question, read), named, refused);
    }

    /** Arguments that the question has are told from those that the schema supplies. */
    private static ExecutableNormalizedOperation normalised(
            PosedQuestion question, Document document) {
        return ExecutableNormalizedOperationFactory
                .createExecutableNormalizedOperationWithRawVariables(
                        question.schema(),
                        document,
                        question.operation().getName(),
                        question.given());
    }

    /**
     * {@return the statement for one request}
     *
     * @param whom the question names, by key of the field of Query
     */
    public CompiledStatement compiled(
            NormalizedOperation outline, QueryContext question, Map<String, Object> whom) {
        Map<String, Grant> grants = question.grants().byCategory();
        Use use = new Use(outline, question.caller(), question.reason());
        CompiledQuery shape = shapes.getIfPresent(use);
        if (shape == null || shape.grants() != grants) {
            shape = new CompiledQuery(grants, Compiler.shape(question, outline.graphs()));
            shapes.put(use, shape);
        }
        return shape.compiled().about(question, whom);
    }
}
