package org.lianji.contribution;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that is read forwards, in the shape of the schema; Spring leaves types named so
 * as they are.
 */
record ListConnection<T>(List<Edge<T>> edges, List<T> nodes, PageInfo pageInfo) {

    static final int LARGEST = 200;

    record Edge<T>(String cursor, T node) {}

    record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /**
     * @param found one more than the page holds where there are more
     * @param behindOthers whether the page does not start at the first
     */
    static <T> ListConnection<T> of(
            List<T> found, int size, boolean behindOthers, Function<T, String> cursor) {
        List<T> nodes = found.subList(0, Math.min(size, found.size()));
        List<Edge<T>> edges =
                nodes.stream().map(node -> new Edge<>(cursor.apply(node), node)).toList();
        return new ListConnection<>(
                edges,
                nodes,
                new PageInfo(
                        found.size() > size,
                        behindOthers,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }
}
