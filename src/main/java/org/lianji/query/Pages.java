package org.lianji.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a page, as the graph answers them, into a connection. */
final class Pages {

    /** Where a row keeps its position in the list, and a record its category: no GraphQL name has a space. */
    static final String POSITION = "row position";

    static final String CATEGORY = "record category";

    private Pages() {}

    /**
     * A page of rows, in the order of the list.
     *
     * @param page what was asked for
     * @param rows no more than were asked for
     * @param more whether the list goes on beyond them
     */
    record Rows(Page page, List<Map<String, Object>> rows, boolean more, Cursors cursors) {

        Info info() {
            return new Info(
                    page.forward() ? more : page.bounded(),
                    page.forward() ? page.bounded() : more,
                    rows.isEmpty() ? null : cursor(rows.getFirst()),
                    rows.isEmpty() ? null : cursor(rows.getLast()));
        }

        String cursor(Map<String, Object> row) {
            return cursors.write(page.list(), (List<?>) Objects.requireNonNull(row.get(POSITION)));
        }
    }

    /** {@code PageInfo} of the schema. */
    record Info(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor, @Nullable String endCursor) {}

    @SuppressWarnings("unchecked")
    static Rows rows(Map<String, Object> answer, List<Page> pages, Cursors cursors) {
        Page page = pages.get(((Long) Objects.requireNonNull(answer.get("page"))).intValue());
        List<Map<String, Object>> rows = new ArrayList<>((List<Map<String, Object>>) Objects.requireNonNull(answer.get("rows")));
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
