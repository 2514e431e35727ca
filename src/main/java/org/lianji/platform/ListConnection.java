package org.lianji.platform;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that is read forwards, in the shape of the schema; Spring leaves types named so
 * as they are.
 *
 * @param edges rows with their cursors
 * @param nodes the rows
 * @param pageInfo where the page lies
 */
public record ListConnection<T>(List<Edge<T>> edges, List<T> nodes, PageInfo pageInfo) {

    /** Most rows of a page. */
    public static final int LARGEST = 200;

    /**
     * @param cursor where the row stands
     * @param node the row
     */
    public record Edge<T>(String cursor, T node) {}

    /**
     * @param hasNextPage whether there are rows behind
     * @param hasPreviousPage whether there are rows before
     * @param startCursor of the first row
     * @param endCursor of the last row
     */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /**
     * {@return a page}
     *
     * @param found one more than the page holds where there are more
     * @param size how many the page holds at most
     * @param behindOthers whether the page does not start at the first
     * @param cursor how a row's place is written
     */
    public static <T> ListConnection<T> of(
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
