package org.lianji.paging;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * A page of a list, in the shape of the schema; Spring leaves types named so as they are. What lies
 * around it is looked up when it is asked for.
 *
 * @param edges its rows with their cursors
 * @param nodes its rows
 * @param pageInfo where it lies in the list
 * @param total rows of the whole list, one more than are told at most
 */
public record ListConnection<T>(
        List<Edge<T>> edges, List<T> nodes, PageInfo pageInfo, IntSupplier total) {

    /** Rows of a list that are counted; of longer ones it is told that there are more. */
    public static final int COUNTED = 1_000;

    /**
     * @param cursor of the row
     * @param node the row
     */
    public record Edge<T>(String cursor, T node) {}

    /**
     * @param next whether there is more after the page
     * @param previous whether there is more before it
     * @param startCursor of its first row
     * @param endCursor of its last row
     */
    public record PageInfo(
            BooleanSupplier next,
            BooleanSupplier previous,
            @Nullable String startCursor,
            @Nullable String endCursor) {

        /** {@return whether there is more after the page} */
        public boolean getHasNextPage() {
            return next.getAsBoolean();
        }

        /** {@return whether there is more before it} */
        public boolean getHasPreviousPage() {
            return previous.getAsBoolean();
        }
    }

    /** {@return rows of the whole list, {@value #COUNTED} at most} */
    public int getTotalCount() {
        return Math.min(COUNTED, total.getAsInt());
    }

    /** {@return whether those are all} */
    public boolean getTotalCountIsExact() {
        return total.getAsInt() <= COUNTED;
    }

    /**
     * @param place of the row that the page begins behind, if there is one
     */
    static <T> ListConnection<T> of(
            PageRequest paging, @Nullable List<?> place, ListSource<T> listing, Cursors cursors) {
        List<T> found =
                listing.read(new Stretch(place, false, paging.forward(), paging.size() + 1));
        boolean more = found.size() > paging.size();
        List<T> part = found.subList(0, Math.min(paging.size(), found.size()));
        List<T> nodes = List.copyOf(paging.forward() ? part : part.reversed());
        List<Edge<T>> edges =
                nodes.stream()
                        .map(
                                node ->
                                        new Edge<>(
                                                cursors.write(
                                                        paging.list(), listing.place().apply(node)),
                                                node))
                        .toList();
        BooleanSupplier behind =
                () ->
                        place != null
                                && !listing.read(new Stretch(place, true, !paging.forward(), 1))
                                        .isEmpty();
        return new ListConnection<>(
                edges,
                nodes,
                new PageInfo(
                        paging.forward() ? () -> more : behind,
                        paging.forward() ? behind : () -> more,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()),
                new Once(() -> listing.count().applyAsInt(COUNTED + 1)));
    }

    /** Counts when it is first asked. */
    private static final class Once implements IntSupplier {

        private final IntSupplier count;
        private int known = -1;

        Once(IntSupplier count) {
            this.count = count;
        }

        @Override
        public synchronized int getAsInt() {
            if (known < 0) {
                known = count.getAsInt();
            }
            return known;
        }
    }
}
