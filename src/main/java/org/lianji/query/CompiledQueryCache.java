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

    NormalizedOperation outline(ExecutionContext context) {
        OperationDefinition operation = context.getOperationDefinition();
        Map<String, String> named =
                naming.get(
                        operation, one -> NormalizedOperation.naming(context.getDocument(), one));
        Map<String, Object> variables = new HashMap<>(context.getCoercedVariables().toMap());
        variables.keySet().removeAll(named.values());
        return outlines.get(
                new OperationKey(operation, variables), asked -> outline(context, named, asked));
    }

    private static NormalizedOperation outline(
            ExecutionContext context, Map<String, String> named, OperationKey asked) {
        Map<String, Object> given = context.getCoercedVariables().toMap();
        UnsetConditions unset = new UnsetConditions(given);
        Map<String, Problem> refused = unset.of(context.getDocument(), asked.operation());
        Document read =
                refused.isEmpty() ? context.getDocument() : unset.without(context.getDocument());
        return new NormalizedOperation(normalised(context, read), named, refused);
    }

    /** Arguments that the question has are told from those that the schema supplies. */
    private static ExecutableNormalizedOperation normalised(
            ExecutionContext context, Document document) {
        return ExecutableNormalizedOperationFactory
                .createExecutableNormalizedOperationWithRawVariables(
                        context.getGraphQLSchema(),
                        document,
                        context.getExecutionInput().getOperationName(),
                        RawVariables.of(context.getExecutionInput().getVariables()));
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
