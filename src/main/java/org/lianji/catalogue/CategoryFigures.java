package org.lianji.catalogue;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many records a category has and how fresh they are, at the cost of a look-up each. */
@Component
class CategoryFigures {

    private static final String FRESHNESS =
            """
            UNWIND $categories AS category
            CALL (category) {
              MATCH (b:Batch {category: category}) WHERE b.finishedAt IS NOT NULL
              RETURN b.finishedAt AS freshAt ORDER BY b.finishedAt DESC LIMIT 1
            }
            RETURN category, freshAt
            """;

    private final Neo4jClient graph;

    CategoryFigures(Neo4jClient graph) {
        this.graph = graph;
    }

    /** Each count is read from Neo4j's count store, not counted. */
    Map<Category, Long> rowCounts(List<Category> categories) {
        String counts =
                categories.stream()
                        .map(
                                category ->
                                        "CALL () { MATCH (r:`%s`) RETURN count(r) AS `%s` }"
                                                .formatted(category.type(), category.code()))
                        .collect(Collectors.joining("\n", "", "\nRETURN *"));
        Map<String, Object> row = graph.query(counts).fetch().one().orElse(Map.of());
        return categories.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                category -> (Long) row.getOrDefault(category.code(), 0L)));
    }

    Map<Category, ZonedDateTime> freshness(List<Category> categories) {
        Map<String, Category> byCode =
                categories.stream().collect(Collectors.toMap(Category::code, Function.identity()));
        Map<Category, ZonedDateTime> fresh = new HashMap<>();
        graph.query(FRESHNESS)
                .bind(List.copyOf(byCode.keySet()))
                .to("categories")
                .fetch()
                .all()
                .forEach(
                        row ->
                                fresh.put(
                                        byCode.get((String) row.get("category")),
                                        (ZonedDateTime) row.get("freshAt")));
        return fresh;
    }
}
