package org.lianji.compiler;

import graphql.normalized.ExecutableNormalizedField;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** From the hub's documents of the comparison to a statement and its row. */
@State(Scope.Benchmark)
public class CompilerBenchmark {

    @Param({"family", "page", "five"})
    public String document;

    private Asked asked;
    private List<ExecutableNormalizedField> fields;
    private CompiledStatement shape;

    @Setup
    public void normalised() throws IOException {
        asked = Asked.of(document);
        fields = asked.normalised();
        shape = Compiler.shape(asked.question(), fields);
    }

    @Benchmark
    public Object normalise() {
        return asked.normalised();
    }

    /** What a question costs whose shape is not remembered. */
    @Benchmark
    public Object compile() {
        return Compiler.shape(asked.question(), fields);
    }

    /** What every other question costs. */
    @Benchmark
    public Object bind() {
        return shape.about(asked.question(), Map.of("person", Asked.ID_NUMBER));
    }
}
