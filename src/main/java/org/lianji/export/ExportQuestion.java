package org.lianji.export;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Subject;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.platform.Problem;
import org.lianji.selection.QueryCode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an export asks for, as the question of which each of its pages is the answer.
 *
 * @param category of whose records
 * @param items items that are asked for, granted or not
 * @param region code of the region that the records tell, with those below it; none for all
 * @param after cursor behind which it begins
 * @param rows how many at most
 */
record ExportQuestion(
        Category category,
        List<Item> items,
        @Nullable String region,
        @Nullable String after,
        long rows) {

    /** What else was given for a name may be a value. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,60}");

    private static final String PERSON = "person { id idNumber }";

    /**
     * {@return the question that a request asks}
     *
     * @param code of the category
     * @param given parameters of the request
     * @throws Problem where one is wrong
     */
    static ExportQuestion read(Catalogue catalogue, String code, Map<String, String> given) {
        Category category =
                catalogue.category(code).orElseThrow(() -> new Problem(QueryCode.EXPORT_CATEGORY));
        String region = given.get("region");
        if (region != null && place(category).isEmpty()) {
            throw new Problem(QueryCode.EXPORT_REGION);
        }
        return new ExportQuestion(
                category,
                items(category, given.get("items")),
                region,
                given.get("after"),
                rows(given.get("first")));
    }

    private static List<Item> items(Category category, @Nullable String names) {
        if (names == null) {
            return category.items();
        }
        List<String> asked = Arrays.stream(names.split(",")).map(String::strip).toList();
        List<String> unknown =
                asked.stream().filter(name -> category.item(name).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new Problem(
                    QueryCode.EXPORT_ITEM,
                    Map.of("items", unknown.stream().map(ExportQuestion::name).toList()));
        }
        return category.items().stream().filter(item -> asked.contains(item.name())).toList();
    }

    /** What is no name may be anything, and is not repeated. */
    private static String name(String given) {
        return NAME.matcher(given).matches() ? given : "…";
    }

    private static long rows(@Nullable String first) {
        if (first == null) {
            return Long.MAX_VALUE;
        }
        if (!first.matches("[1-9]\\d{0,17}")) {
            throw new Problem(QueryCode.EXPORT_ROWS);
        }
        return Long.parseLong(first);
    }

    private static Optional<Item> place(Category category) {
        return category.items().stream()
                .filter(item -> item.type() == ItemType.Scalar.REGION_CODE && !item.list())
                .findFirst();
    }

    /** {@return the question in GraphQL, the same for each of its pages} */
    String document() {
        return """
        query Export($first: Int!, $after: String%s) {
          records(category: %s, first: $first, after: $after%s) {
            edges { cursor node { %s ... on %s { %s } } }
            pageInfo { hasNextPage }
          }
        }
        """
                .formatted(
                        region == null ? "" : ", $region: RegionCode!",
                        category.code(),
                        place(category)
                                .filter(_ -> region != null)
                                .map(
                                        item ->
                                                ", where: {%s: {%s: {within: $region}}}"
                                                        .formatted(category.field(), item.name()))
                                .orElse(""),
                        category.subject() == Subject.NONE ? "" : PERSON,
                        category.type(),
                        columns().stream()
                                .filter(ExportColumn::ofRecord)
                                .map(ExportColumn::name)
                                .collect(Collectors.joining(" ")));
    }

    /** {@return what differs from page to page} */
    Map<String, Object> variables(int size, @Nullable String cursor) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", size);
        if (cursor != null) {
            variables.put("after", cursor);
        }
        if (region != null) {
            variables.put("region", region);
        }
        return variables;
    }

    /** {@return the columns, were everything granted} */
    List<ExportColumn> columns() {
        return ExportColumn.of(category, items);
    }
}
