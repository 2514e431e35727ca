package org.lianji.query;

import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionContextBuilder;
import graphql.execution.ExecutionId;
import graphql.normalized.ExecutableNormalizedField;

import org.lianji.compiler.Asked;
import org.lianji.compiler.CompiledStatement;
import org.lianji.compiler.Compiler;
import org.lianji.compiler.Pages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From what the graph answers about a family of four to what GraphQL promises. */
@State(Scope.Benchmark)
public class CompletionBenchmark {

    private static final int MEMBERS = 4;

    private ResultFields answered;
    private ReadResult reading;
    private ExecutionContext context;
    private List<ExecutableNormalizedField> fields;

    @Setup
    public void answered() throws IOException {
        Asked asked = Asked.of("family");
        fields = asked.normalised();
        answered = new ResultFields(asked.question().catalogue(), asked.question().cursors());
        reading = new ReadResult("");
        CompiledStatement compiled = Compiler.shape(asked.question(), fields);
        reading.fill(
                () ->
                        new RecordQueries.Answer(
                                compiled,
                                new StatementExecutor.Read(family(), List.of(), true, null),
                                Map.of()));
        context =
                ExecutionContextBuilder.newExecutionContextBuilder()
                        .executionId(ExecutionId.generate())
                        .graphQLSchema(asked.schema())
                        .graphQLContext(GraphQLContext.getDefault())
                        .locale(Locale.CHINA)
                        .build();
    }

    @Benchmark
    public Object complete() {
        return new ResultCompletion(answered, reading, context).of(fields).orElseThrow();
    }

    /** As the statement returns it. */
    private static Map<String, Object> family() {
        Map<String, Object> record =
                Map.of(Pages.CATEGORY, "MZ01", "recordNo", "MZ01-0000635", "status", "ACTIVE");
        Map<String, Object> row = Map.of(Pages.POSITION, List.of(1L, "R1"), "nodes", record);
        Map<String, Object> member =
                Map.of(
                        "name", "李庆富",
                        "idNumber", "152627************",
                        "records", Map.of(Pages.PAGE, 0L, Pages.ROWS, List.of(row)));
        Map<String, Object> household =
                Map.of(
                        "number",
                        "F150924000063700",
                        "members",
                        Collections.nCopies(MEMBERS, Map.of("person", member)));
        return Map.of(
                "person",
                Map.of("name", "李庆富", "memberships", List.of(Map.of("household", household))));
    }
}
