package org.lianji.platform;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that is read forwards, in the shape of the schema; Spring leaves types named so
 * as they are.
 *
 * @param edges its rows with their cursors
 * @param nodes its rows
 * @param pageInfo where it lies in the list
 */
public record ListConnection<T>(List<Edge<T>> edges, List<T> nodes, PageInfo pageInfo) {

    /** Rows of the largest page. */
    public static final int LARGEST = 200;

    /**
     * @param cursor of the row
     * @param node the row
     */
    public record Edge<T>(String cursor, T node) {}

    /**
     * @param hasNextPage whether there is more after the page
     * @param hasPreviousPage whether there is more before it
     * @param startCursor of its first row
     * @param endCursor of its last row
     */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /**
     * {@return the size of a page that was asked for}
     *
     * @param code what is wrong where it is less than 1 or more than {@value #LARGEST}
     * @throws Problem of that code
     */
    public static int size(int first, Code code) {
        if (first < 1 || first > LARGEST) {
            throw new Problem(code);
        }
        return first;
    }

    /**
     * {@return the page}
     *
     * @param found one more than the page holds where there are more
     * @param size rows a page
     * @param behindOthers whether the page does not start at the first
     * @param cursor of a row
     * @param <T> the rows
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
