package org.lianji.compiler;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.ListConnection;
import org.lianji.paging.PageRequest;
import org.lianji.selection.Selection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a page of a list of records: which of them, from where on, in order.
 *
 * @param match finds the records
 * @param row how the statement calls a record, and whom it is about
 * @param held what holds for each
 * @param page how many, and in which direction
 */
record ListCypher(
        String match,
        RecordsCypher.Row row,
        List<String> held,
        PageRequest page,
        ParameterNames slots) {

    /**
     * {@return the records, one a row of the statement}
     *
     * @param position of the cursor, if there is one
     */
    String of(Order order, @Nullable List<@Nullable Object> position) {
        return row.p() == null && order.inParts()
                ? inParts(order.parts(position, page.forward()))
                : stretch(order, position);
    }

    private String stretch(Order order, @Nullable List<@Nullable Object> position) {
        List<String> where = new ArrayList<>(held);
        if (row.p() == null && order.range() != null) {
            where.addFirst(order.range());
        }
        if (position != null) {
            where.add(order.beyond(position, page.forward(), slots));
        }
        return "%s WITH %s ORDER BY %s LIMIT %d"
                .formatted(matched(where), carried(), order.by(page.forward()), page.limit());
    }

    /** {@return what is said of each record of the whole list, as far as they are counted} */
    String each(String said) {
        return "COLLECT { %s WITH %s LIMIT %d RETURN %s }"
                .formatted(matched(held), carried(), ListConnection.COUNTED + 1, said);
    }

    /** {@return whether the records themselves are asked for, or only where they stand} */
    static boolean asksForRecords(Selection list) {
        return list.children().stream()
                .anyMatch(
                        child ->
                                child.name().equals("nodes")
                                        || child.children().stream()
                                                .anyMatch(part -> part.name().equals("node")));
    }

    /**
     * Whether there is something on the other side of the cursor is looked up where it is asked.
     */
    static boolean asksBehind(Selection selection, PageRequest page) {
        String asked = page.forward() ? "hasPreviousPage" : "hasNextPage";
        return selection.children().stream()
                .filter(child -> child.name().equals("pageInfo"))
                .flatMap(info -> info.children().stream())
                .anyMatch(child -> child.name().equals(asked));
    }

    /** {@return the condition that there is a record at the cursor or before it} */
    String upTo(Order order, List<@Nullable Object> position) {
        List<String> where = new ArrayList<>(held);
        where.add(order.upTo(position, page.forward(), slots));
        return "EXISTS { %s }".formatted(matched(where));
    }

    private String matched(List<String> where) {
        return match
                + (where.isEmpty()
                        ? ""
                        : where.stream().collect(Collectors.joining(" AND ", " WHERE ", "")));
    }

    private String carried() {
        return row.p() == null || row.token() == RecordsCypher.Token.AROUND
                ? row.r()
                : row.r() + ", " + row.p();
    }

    /** One part of the list after the other, the next only where the page is not full yet. */
    private String inParts(List<Order.Part> parts) {
        StringBuilder text = new StringBuilder();
        List<String> lists = new ArrayList<>();
        for (Order.Part part : parts) {
            String list = slots.variable("l");
            text.append("CALL (*) { ");
            if (!lists.isEmpty()) {
                text.append(
                        "UNWIND CASE WHEN size(%s) < %d THEN [1] ELSE [] END AS more "
                                .formatted(lists.getFirst(), page.limit()));
            }
            text.append(stretch(part.order(), part.position()))
                    .append(" RETURN collect(%s) AS %s } ".formatted(row.r(), list));
            lists.add(list);
        }
        return text
                + "UNWIND (%s)[..%d] AS %s WITH %s"
                        .formatted(String.join(" + ", lists), page.limit(), row.r(), row.r());
    }
}
