package org.lianji.compiler;

import graphql.relay.Connection;
import graphql.relay.ConnectionCursor;
import graphql.relay.DefaultConnectionCursor;
import graphql.relay.DefaultEdge;
import graphql.relay.DefaultPageInfo;
import graphql.relay.Edge;
import graphql.relay.PageInfo;

import org.lianji.paging.Cursors;
import org.lianji.paging.PageRequest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Turns the rows of a page, as the graph answers them, into a connection. */
public final class Pages {

    /**
     * Where a row keeps its position in the list, and a record its category: no GraphQL name has a
     * space.
     */
    public static final String POSITION = "row position";

    public static final String CATEGORY = "record category";

    /** Where a page keeps its number, its rows, and whom of a basis about persons it asks. */
    public static final String PAGE = "list page";

    public static final String ROWS = "list rows";

    public static final String ASKED = "list asked";

    /** Where a page keeps whether there is something on the other side of its cursor. */
    static final String BEHIND = "behind";

    /**
     * Where it keeps the category of each record of the whole list that is counted, or a row with
     * it.
     */
    public static final String COUNTED = "counted";

    /** Fields that tell how many records the whole list has. */
    static final List<String> COUNTS = List.of("totalCount", "totalCountIsExact");

    private Pages() {}

    /**
     * A page of rows, in the order of the list.
     *
     * @param page what was asked for
     * @param rows no more than were asked for
     * @param more whether the list goes on beyond them
     * @param behind whether there is something on the other side of the cursor
     * @param counted records of the whole list, as far as they are counted
     * @param cursors how positions are written
     */
    public record Rows(
            PageRequest page,
            List<Map<String, Object>> rows,
            boolean more,
            boolean behind,
            int counted,
            Cursors cursors)
            implements Connection<Map<String, Object>> {

        @Override
        public List<Edge<Map<String, Object>>> getEdges() {
            return rows.stream()
                    .map(row -> (Edge<Map<String, Object>>) new DefaultEdge<>(row, cursor(row)))
                    .toList();
        }

        @Override
        public PageInfo getPageInfo() {
            return new DefaultPageInfo(
                    rows.isEmpty() ? null : cursor(rows.getFirst()),
                    rows.isEmpty() ? null : cursor(rows.getLast()),
                    page.forward() ? behind : more,
                    page.forward() ? more : behind);
        }

        private ConnectionCursor cursor(Map<String, Object> row) {
            List<?> position = (List<?>) Objects.requireNonNull(row.get(POSITION));
            return new DefaultConnectionCursor(cursors.write(page.list(), position));
        }
    }

    @SuppressWarnings("unchecked")
    public static Rows rows(Map<String, Object> answer, List<PageRequest> pages, Cursors cursors) {
        PageRequest page = pages.get(((Long) Objects.requireNonNull(answer.get(PAGE))).intValue());
        List<Map<String, Object>> rows =
                new ArrayList<>(
                        (List<Map<String, Object>>) Objects.requireNonNull(answer.get(ROWS)));
        boolean more = rows.size() > page.size();
        if (more) {
            rows.removeLast();
        }
        if (!page.forward()) {
            Collections.reverse(rows);
        }
        return new Rows(
                page,
                List.copyOf(rows),
                more,
                Boolean.TRUE.equals(answer.get(BEHIND)),
                counted(answer),
                cursors);
    }

    private static int counted(Map<String, Object> answer) {
        return Stream.of(COUNTED, Statement.PERSONS)
                .map(answer::get)
                .filter(Objects::nonNull)
                .mapToInt(counted -> ((List<?>) counted).size())
                .sum();
    }
}
