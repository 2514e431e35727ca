package org.lianji.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Faults;
import org.lianji.platform.Problem;
import org.lianji.selection.QueryCode;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * How many different questions a client, and all clients of a department together, may ask of a
 * category in a day, at whichever hub. Asking again costs nothing: the answer is the same.
 */
@Component
class StatisticsBudget {

    /** The lock comes first, in the order of the keys' kinds, so that nobody waits in a circle. */
    private static final String SPEND =
            """
            UNWIND $budgets AS budget
            MERGE (b:StatisticsBudget {key: budget.key}) ON CREATE SET b.day = $day, b.asked = []
            SET b.lock = true REMOVE b.lock
            WITH collect({node: b, most: budget.most}) AS budgets
            WITH budgets, all(one IN budgets WHERE $question IN one.node.asked OR size(one.node.asked) < one.most) AS within
            FOREACH (one IN [one IN budgets WHERE within AND NOT $question IN one.node.asked] |
              FOREACH (b IN [one.node] | SET b.asked = b.asked + $question))
            RETURN within
            """;

    private static final String FORGET = "MATCH (b:StatisticsBudget) WHERE b.day < $day DELETE b";

    private final Neo4jClient graph;
    private final TransactionTemplate writing;
    private final StatisticsSettings settings;
    private final Clock clock;

    /** What was asked at this hub and need not be looked up. */
    private final Cache<List<Object>, Boolean> lately =
            Caffeine.newBuilder().maximumSize(10_000).build();

    StatisticsBudget(
            Neo4jClient graph,
            PlatformTransactionManager transactions,
            StatisticsSettings settings,
            Clock clock) {
        this.graph = graph;
        this.writing = new TransactionTemplate(transactions);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes one question, unless it was asked today.
     *
     * @param question the same text for the same question
     * @throws Problem where none is left until tomorrow
     */
    void spend(Caller caller, String category, String question) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        List<Object> asked = List.of(caller, category, question, now.toLocalDate());
        if (lately.getIfPresent(asked) == null) {
            spend(caller, category, question, now);
            lately.put(asked, true);
        }
    }

    private void spend(Caller caller, String category, String question, ZonedDateTime now) {
        Map<String, Object> parameters =
                Map.of(
                        "budgets", budgets(caller, now.toLocalDate() + " " + category),
                        "day", now.toLocalDate(),
                        "question", Digests.hex(question));
        boolean within =
                Objects.requireNonNull(
                        writing.execute(
                                _ ->
                                        graph.query(SPEND)
                                                .bindAll(parameters)
                                                .fetchAs(Boolean.class)
                                                .one()
                                                .orElseThrow()));
        if (!within) {
            throw new Problem(
                    QueryCode.STATISTICS_BUDGET, Map.of(Faults.RETRY_AFTER, untilTomorrow(now)));
        }
    }

    private List<Map<String, Object>> budgets(Caller caller, String what) {
        List<Map<String, Object>> budgets = new ArrayList<>();
        budgets.add(budget("client", caller.client(), what, settings.perClient()));
        if (!caller.department().isEmpty()) {
            budgets.add(budget("department", caller.department(), what, settings.perDepartment()));
        }
        return budgets;
    }

    private static Map<String, Object> budget(String kind, String whose, String what, int most) {
        return Map.of("key", kind + " " + whose + " " + what, "most", most);
    }

    private static long untilTomorrow(ZonedDateTime now) {
        LocalDate tomorrow = now.toLocalDate().plusDays(1);
        return Duration.between(now, tomorrow.atStartOfDay(now.getZone())).toSeconds() + 1;
    }

    /** Those of days that are over. */
    @Scheduled(fixedDelay = 60, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void forget() {
        graph.query(FORGET).bind(LocalDate.now(clock)).to("day").run();
    }
}
