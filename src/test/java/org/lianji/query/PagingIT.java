package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Pages put together are the list, whatever the order, the condition, the size and the direction.
 */
@HubTest
class PagingIT {

    private static final int ROWS = 57;

    @Autowired Hub hub;

    @Autowired Driver driver;

    private final List<Row> rows = new ArrayList<>();

    private final Map<String, Reason> plans = new HashMap<>();

    /**
     * @param amount in fen, often equal to another's, sometimes missing
     */
    private record Row(String recordNo, @Nullable Long amount, String status) {}

    /**
     * @param orderBy direction of the amount, or null for the usual order
     */
    record Walk(@Nullable String orderBy, boolean forward, int size, @Nullable String status) {}

    @BeforeEach
    void records() {
        Random random = new Random(42);
        rows.clear();
        List<Map<String, Object>> facts = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Long amount = random.nextInt(5) == 0 ? null : random.nextLong(6) * 10_000;
            Row row =
                    new Row(
                            "n" + random.nextInt(1_000_000),
                            amount,
                            random.nextBoolean() ? "ACTIVE" : "STOPPED");
            rows.add(row);
            Map<String, Object> fact = new HashMap<>();
            fact.put("recordNo", row.recordNo());
            fact.put("amount", amount);
            fact.put("status", row.status());
            facts.add(fact);
        }
        driver.executableQuery(
                        """
                        UNWIND $facts AS f
                        CREATE (:Record:MinimumLivingAllowance {
                          id: 'R' + f.recordNo, key: 'MZ01|' + f.recordNo, category: 'MZ01', recordNo: f.recordNo,
                          observedAt: datetime('2026-01-01T00:00:00+08:00'), monthlyAmount: f.amount, status: f.status})
                        """)
                .withParameters(Map.of("facts", facts))
                .execute();
    }

    static Stream<Walk> walks() {
        return Stream.<@Nullable String>of(null, "ASC", "DESC")
                .flatMap(
                        orderBy ->
                                Stream.of(true, false)
                                        .flatMap(
                                                forward ->
                                                        Stream.of(1, 7, 57, 200)
                                                                .flatMap(
                                                                        size ->
                                                                                Stream
                                                                                        .<@Nullable
                                                                                                String>
                                                                                                of(
                                                                                                        null,
                                                                                                        "ACTIVE")
                                                                                        .map(
                                                                                                status ->
                                                                                                        new Walk(
                                                                                                                orderBy,
                                                                                                                forward,
                                                                                                                size,
                                                                                                                status)))));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void pagesTogetherAreTheList(Walk walk) {
        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = page(walk, cursor).at("/data/records");
            List<String> numbers = new ArrayList<>();
            page.get("nodes").forEach(node -> numbers.add(node.get("recordNo").asString()));
            walked.addAll(walk.forward() ? walked.size() : 0, numbers);
            JsonNode info = page.get("pageInfo");
            boolean more = info.get(walk.forward() ? "hasNextPage" : "hasPreviousPage").asBoolean();
            cursor =
                    more ? info.get(walk.forward() ? "endCursor" : "startCursor").asString() : null;
            assertThat(walked).hasSizeLessThanOrEqualTo(ROWS);
        } while (cursor != null);

        assertThat(walked).isEqualTo(expected(walk));
    }

    @Test
    void refusesACursorOfAnotherListOrCaller() {
        String cursor =
                page(new Walk("ASC", true, 3, null), null)
                        .at("/data/records/pageInfo/endCursor")
                        .asString();

        assertThat(code(page(new Walk("DESC", true, 3, null), cursor))).isEqualTo("CURSOR");
        assertThat(code(page(new Walk("ASC", true, 3, "ACTIVE"), cursor))).isEqualTo("CURSOR");
        assertThat(
                        code(
                                ask(
                                        "GA",
                                        "{ records(category: MZ01, after: \"%s\") { nodes { id } } }"
                                                .formatted(cursor))))
                .isEqualTo("CURSOR");
        assertThat(
                        code(
                                ask(
                                        "MZ",
                                        "{ records(category: MZ01, after: \"forged\") { nodes { id"
                                                + " } } }")))
                .isEqualTo("CURSOR");
    }

    @Test
    void refusesPagesThatAreTooLargeOrGoBothWays() {
        assertThat(code(ask("MZ", "{ records(category: MZ01, first: 201) { nodes { id } } }")))
                .isEqualTo("PAGE_SIZE");
        assertThat(code(ask("MZ", "{ records(category: MZ01, first: 0) { nodes { id } } }")))
                .isEqualTo("PAGE_SIZE");
        assertThat(
                        code(
                                ask(
                                        "MZ",
                                        "{ records(category: MZ01, first: 2, last: 2) { nodes { id"
                                                + " } } }")))
                .isEqualTo("PAGE_DIRECTION");
    }

    private JsonNode ask(String department, String document) {
        Reason plan = plans.computeIfAbsent(department, hub::plan);
        return hub.ask(department, plan, document, Map.of());
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private JsonNode page(Walk walk, @Nullable String cursor) {
        String orderBy =
                walk.orderBy() == null
                        ? ""
                        : ", orderBy: {minimumLivingAllowance: {monthlyAmount: %s}}"
                                .formatted(walk.orderBy());
        String where =
                walk.status() == null
                        ? ""
                        : ", where: {minimumLivingAllowance: {status: {eq: %s}}}"
                                .formatted(walk.status());
        String position =
                cursor == null
                        ? ""
                        : ", %s: \"%s\"".formatted(walk.forward() ? "after" : "before", cursor);
        return ask(
                "MZ",
                "{ records(category: MZ01, %s: %d%s%s%s) { nodes { recordNo } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
                        .formatted(
                                walk.forward() ? "first" : "last",
                                walk.size(),
                                orderBy,
                                where,
                                position));
    }

    /** The same list by the simplest means. */
    private List<String> expected(Walk walk) {
        boolean descending = "DESC".equals(walk.orderBy());
        Comparator<Long> byAmount =
                descending ? Collections.reverseOrder() : Comparator.naturalOrder();
        Comparator<Row> byNumber = Comparator.comparing(Row::recordNo);
        Comparator<Row> order =
                walk.orderBy() == null
                        ? byNumber
                        : Comparator.comparing(Row::amount, Comparator.nullsLast(byAmount))
                                .thenComparing(descending ? byNumber.reversed() : byNumber);
        return rows.stream()
                .filter(row -> walk.status() == null || row.status().equals(walk.status()))
                .sorted(order)
                .map(Row::recordNo)
                .toList();
    }
}
