package org.lianji.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.audit.Kind;
import org.lianji.platform.Reason;
import org.lianji.proof.Looks;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How many different statistics of a category may be asked for in a day. */
@HubTest
@TestPropertySource(
        properties = {"lianji.statistics.per-client=5", "lianji.statistics.per-department=8"})
class StatisticsBudgetIT {

    private static final Reason G = new Reason("G", null);
    private static final List<String> VALUES =
            List.of(
                    "supportForm: {eq: AT_HOME}",
                    "supportForm: {eq: INSTITUTIONAL}",
                    "selfCare: {eq: ABLE}",
                    "selfCare: {eq: PARTLY_LOST}",
                    "selfCare: {eq: FULLY_LOST}",
                    "status: {eq: ACTIVE}",
                    "status: {eq: SUSPENDED}",
                    "status: {eq: ENDED}",
                    "stopReason: {eq: DEATH}",
                    "stopReason: {eq: IMPRISONED}");

    @Autowired Hub hub;
    @Autowired Driver driver;
    @Autowired TestClock clock;
    @Autowired StatisticsBudget budget;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    @BeforeEach
    void anotherDay() {
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void isSpentByDifferentQuestionsOfACategoryUntilMidnight() {
        for (int i = 0; i < 5; i++) {
            assertThat(code(ask("MZ", i))).isEmpty();
        }
        HttpResponse<String> refused = ask("MZ", 5);

        assertThat(code(refused)).isEqualTo("STATISTICS_BUDGET");
        assertThat(JsonMapper.shared().readTree(refused.body()).at("/data/statistics").isNull())
                .isTrue();
        assertThat(refused.headers().firstValue("Retry-After").map(Long::valueOf).orElseThrow())
                .isEqualTo(untilMidnight());
        assertThat(Looks.all(Neo4jClient.create(driver), Kind.DENIAL)).hasSize(1);
        assertThat(code(ask("MZ", 2))).as("asked before").isEmpty();
        assertThat(
                        code(
                                ask(
                                        "MZ",
                                        "{ statistics(category: MZ02, where:"
                                            + " {extremeHardshipSupport: {selfCare: {eq: ABLE}}}) {"
                                            + " totals { sum } } }")))
                .as("asked before, in other words")
                .isEmpty();
        assertThat(code(ask("MZ", "{ statistics(category: MZ01) { cells { count } } }")))
                .as("of another category")
                .isEmpty();

        clock.advance(Duration.ofSeconds(untilMidnight()));
        assertThat(code(ask("MZ", 5))).as("the day after").isEmpty();
    }

    @Test
    void isOfADepartmentTooHoweverManyClientsItHas() {
        for (int i = 0; i < 5; i++) {
            assertThat(code(ask("MZ", i))).isEmpty();
        }
        for (int i = 4; i < 8; i++) {
            assertThat(code(ask("MZ-COUNTY", i))).as("no. %d", i).isEmpty();
        }

        assertThat(code(ask("MZ-COUNTY", 8))).isEqualTo("STATISTICS_BUDGET");
        assertThat(code(ask("MZ-TOWN", 8))).isEqualTo("STATISTICS_BUDGET");
        assertThat(code(ask("MZ-TOWN", 3))).as("asked by a colleague").isEmpty();
        assertThat(code(ask("AUDITOR", 6))).as("of no department").isEmpty();
    }

    @Test
    void aQuestionThatIsRefusedCostsNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(
                            code(
                                    ask(
                                            "MZ",
                                            "{ statistics(category: MZ02, byItem: \"x%d\") { cells { count } } }"
                                                    .formatted(i))))
                    .isEqualTo("NOT_FOR_STATISTICS");
        }
        assertThat(code(ask("MZ", 0))).isEmpty();
    }

    @Test
    void isNotOverspentByQuestionsAtTheSameTime() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> questions =
                    IntStream.range(0, 10)
                            .<Callable<String>>mapToObj(i -> () -> code(ask("MZ", i)))
                            .toList();
            int answered = 0;
            for (Future<String> one : threads.invokeAll(questions)) {
                answered += one.get().isEmpty() ? 1 : 0;
            }
            assertThat(answered).isEqualTo(5);
        }
    }

    @Test
    void isForgottenWhenItsDayIsOver() {
        ask("MZ", 0);
        budget.forget();
        assertThat(budgets()).isEqualTo(2);

        clock.advance(Duration.ofDays(1));
        budget.forget();
        assertThat(budgets()).isZero();
    }

    private long budgets() {
        return driver.executableQuery("MATCH (b:StatisticsBudget) RETURN count(b) AS n")
                .execute()
                .records()
                .getFirst()
                .get("n")
                .asLong();
    }

    private long untilMidnight() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()))
                        .toSeconds()
                + 1;
    }

    private HttpResponse<String> ask(String client, int number) {
        return ask(
                client,
                "{ statistics(category: MZ02, where: {extremeHardshipSupport: {%s}}) { cells { count } } }"
                        .formatted(VALUES.get(number)));
    }

    private HttpResponse<String> ask(String client, String document) {
        return hub.send(hub.question(client, G, document, Map.of()));
    }

    private static String code(HttpResponse<String> answer) {
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        return body.at("/errors/0/extensions/code").asString("");
    }
}
