package org.lianji.query;

import graphql.relay.ConnectionCursor;
import graphql.relay.Edge;
import graphql.relay.PageInfo;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.compiler.Pages;
import org.lianji.compiler.ShownItem;
import org.lianji.paging.Cursors;
import org.lianji.paging.ListConnection;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds a field of an object in what the graph answered: under its result key, or as a page. */
@Component
public final class ResultFields {

    private final Catalogue catalogue;
    private final Cursors cursors;

    ResultFields(Catalogue catalogue, Cursors cursors) {
        this.catalogue = catalogue;
        this.cursors = cursors;
    }

    /** An edge whose node was asked for under a key of {@code edges}. */
    private record KeyedEdge(Edge<Map<String, Object>> edge, String key) {

        @Nullable Object node(String nodeKey) {
            return ((Map<?, ?>) Objects.requireNonNull(edge.getNode().get(key))).get(nodeKey);
        }
    }

    /** {@return the name of the type of an answer that may have one of several} */
    String typeName(Map<?, ?> answer) {
        return Optional.ofNullable((String) answer.get(Pages.CATEGORY))
                .flatMap(catalogue::category)
                .map(Category::type)
                .orElseGet(() -> String.valueOf(answer.get("__typename")));
    }

    /**
     * {@return the value of the field, as the graph knows it}
     *
     * @param type whose field it is
     * @param key its result key
     * @param source the object
     */
    @Nullable Object field(
            String type, String field, String key, Object source, ReadResult reading) {
        return switch (source) {
            case Pages.Rows rows -> ofPage(field, key, rows);
            case KeyedEdge edge ->
                    field.equals("node") ? edge.node(key) : edge.edge().getCursor().getValue();
            case PageInfo info -> ofPageInfo(field, info);
            case ListConnection.PageInfo info -> ofPageInfo(field, info);
            case ShownItem item -> item.field(field);
            case Map<?, ?> map when field.equals("items") -> items(type, map.get(key));
            case Map<?, ?> map -> page(type, field, map.get(key), reading);
            default -> throw new IllegalArgumentException(type + "." + field);
        };
    }

    private List<ShownItem> items(String type, @Nullable Object answer) {
        return ShownItem.of(
                catalogue.categoryOfType(type).orElseThrow(),
                (Map<?, ?>) Objects.requireNonNull(answer));
    }

    /** {@return the answer, as a page where the field is one} */
    @SuppressWarnings("unchecked")
    @Nullable Object page(String type, String field, @Nullable Object answer, ReadResult reading) {
        boolean pages =
                field.equals("records") && List.of("Query", "Person", "Household").contains(type);
        if (answer == null || !pages) {
            return answer;
        }
        return Pages.rows((Map<String, Object>) answer, reading.pages(), cursors);
    }

    private static @Nullable Object ofPage(String field, String key, Pages.Rows rows) {
        return switch (field) {
            case "nodes" -> rows.rows().stream().map(row -> row.get(key)).toList();
            case "edges" -> rows.getEdges().stream().map(edge -> new KeyedEdge(edge, key)).toList();
            case "pageInfo" -> rows.getPageInfo();
            case "totalCount" -> Math.min(ListConnection.COUNTED, rows.counted());
            case "totalCountIsExact" -> rows.counted() <= ListConnection.COUNTED;
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static @Nullable Object ofPageInfo(String field, PageInfo info) {
        return switch (field) {
            case "startCursor" -> text(info.getStartCursor());
            case "endCursor" -> text(info.getEndCursor());
            case "hasNextPage" -> info.isHasNextPage();
            case "hasPreviousPage" -> info.isHasPreviousPage();
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** Lists of other modules have cursors that are text already. */
    private static @Nullable Object ofPageInfo(String field, ListConnection.PageInfo info) {
        return switch (field) {
            case "startCursor" -> info.startCursor();
            case "endCursor" -> info.endCursor();
            case "hasNextPage" -> info.getHasNextPage();
            case "hasPreviousPage" -> info.getHasPreviousPage();
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static @Nullable String text(@Nullable ConnectionCursor cursor) {
        return cursor == null ? null : cursor.getValue();
    }
}
