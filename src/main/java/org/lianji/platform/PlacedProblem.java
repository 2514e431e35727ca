package org.lianji.platform;

import graphql.schema.DataFetchingEnvironment;

import java.util.List;

/** A fault with the field that it is about, where nobody knows the field any more who tells it. */
public final class PlacedProblem extends Problem {

    private final transient List<Object> path;

    private PlacedProblem(Problem problem, DataFetchingEnvironment environment) {
        super(
                problem.code(),
                problem.details(),
                ArgumentPlace.of(environment.getField(), problem.details().get(Faults.ARGUMENT)));
        this.path = environment.getExecutionStepInfo().getPath().toList();
    }

    /** {@return the same fault, at the field that is being answered} */
    public static PlacedProblem of(Problem problem, DataFetchingEnvironment environment) {
        return new PlacedProblem(problem, environment);
    }

    /** {@return names and indexes from the root of the answer to the field} */
    public List<Object> path() {
        return path;
    }
}
