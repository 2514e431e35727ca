package org.lianji.query;

import graphql.relay.Connection;
import graphql.relay.ConnectionCursor;
import graphql.relay.DefaultConnectionCursor;
import graphql.relay.DefaultEdge;
import graphql.relay.DefaultPageInfo;
import graphql.relay.Edge;
import graphql.relay.PageInfo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns the rows of a page, as the graph answers them, into a connection. */
final class Pages {

    /**
     * Where a row keeps its position in the list, and a record its category: no GraphQL name has a
     * space.
     */
    static final String POSITION = "row position";

    static final String CATEGORY = "record category";

    private Pages() {}

    /**
     * A page of rows, in the order of the list.
     *
     * @param page what was asked for
     * @param rows no more than were asked for
     * @param more whether the list goes on beyond them
     * @param cursors how positions are written
     */
    record Rows(Page page, List<Map<String, Object>> rows, boolean more, Cursors cursors)
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
                    page.forward() ? page.bounded() : more,
                    page.forward() ? more : page.bounded());
        }

        private ConnectionCursor cursor(Map<String, Object> row) {
            List<?> position = (List<?>) Objects.requireNonNull(row.get(POSITION));
            return new DefaultConnectionCursor(cursors.write(page.list(), position));
        }
    }

    @SuppressWarnings("unchecked")
    static Rows rows(Map<String, Object> answer, List<Page> pages, Cursors cursors) {
        Page page = pages.get(((Long) Objects.requireNonNull(answer.get("page"))).intValue());
        List<Map<String, Object>> rows =
                new ArrayList<>(
                        (List<Map<String, Object>>) Objects.requireNonNull(answer.get("rows")));
        boolean more = page.hasMore(rows);
        if (more) {
            rows.removeLast();
        }
        if (!page.forward()) {
            Collections.reverse(rows);
        }
        return new Rows(page, List.copyOf(rows), more, cursors);
    }
}
