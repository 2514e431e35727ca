package org.lianji.query;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;

import org.jspecify.annotations.Nullable;
import org.lianji.compiler.GraphRoots;
import org.lianji.compiler.NormalizedOperation;
import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Executes queries: what the graph answers is compiled and read once for all its fields. Where
 * nothing else is asked the answer is completed in one walk, without a visit to each field.
 */
final class GraphExecution extends AsyncExecutionStrategy {

    private final CompiledQueryCache shapes;
    private final RecordQueries reads;
    private final ResultFields answered;

    GraphExecution(
            CompiledQueryCache shapes,
            RecordQueries reads,
            ResultFields answered,
            DataFetcherExceptionHandler faults) {
        super(faults);
        this.shapes = shapes;
        this.reads = reads;
        this.answered = answered;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        ReadResult reading = context.getGraphQLContext().get(ReadResult.class);
        if (reading == null || !asksTheGraph(parameters)) {
            return super.execute(context, parameters);
        }
        NormalizedOperation outline = shapes.outline(CompiledQueryCache.PosedQuestion.of(context));
        if (outline.graphs().isEmpty()) {
            return super.execute(context, parameters);
        }
        reading.fill(() -> read(context, reading, outline));
        Optional<Map<String, @Nullable Object>> data =
                outline.whole() && reading.whole()
                        ? new ResultCompletion(answered, reading, context).of(outline.graphs())
                        : Optional.empty();
        return data.isPresent()
                ? CompletableFuture.completedFuture(
                        new ExecutionResultImpl(data.get(), context.getErrors()))
                : super.execute(context, parameters);
    }

    /** Told by the names at the root: to normalise what others answer would be for nothing. */
    private static boolean asksTheGraph(ExecutionStrategyParameters parameters) {
        return parameters.getFields().getSubFieldsList().stream()
                .anyMatch(field -> GraphRoots.NAMES.contains(field.getName()));
    }

    private RecordQueries.Answer read(
            ExecutionContext context, ReadResult reading, NormalizedOperation outline) {
        Caller caller = context.getGraphQLContext().get(Caller.class);
        if (caller == null) {
            throw new Problem(PlatformCode.SIGN_IN_REQUIRED);
        }
        Reason reason = Reason.of(context.getGraphQLContext());
        return reads.answer(
                caller,
                reason,
                reading.document(),
                outline,
                outline.whom(context.getCoercedVariables().toMap()));
    }
}
