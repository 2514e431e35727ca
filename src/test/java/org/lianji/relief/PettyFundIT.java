package org.lianji.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.relief.Distress.TOWNSHIP;
import static org.lianji.relief.Distress.code;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Cash of a township: never below nothing, never spent twice, counted and reconciled. */
@HubTest
@Import(MovingClock.class)
class PettyFundIT {

    private static final String FOUND = "2026-11-26T09:30:00+08:00";
    private static final int WORKERS = 16;

    @Autowired Hub hub;
    @Autowired TestClock clock;

    private Distress distress;

    @BeforeEach
    void thursday() {
        at("2026-11-26T02:00:00Z");
        distress = new Distress(hub);
    }

    private void at(String time) {
        clock.set(Instant.parse(time));
    }

    private JsonNode move(String client, String mutation, String field, String value) {
        return distress.fund(client, mutation, Map.of("region", TOWNSHIP, field, value));
    }

    private JsonNode movements() {
        return hub.ask(
                        "MZ-TOWN",
                        "{ pettyFund(region: \"%s\") { movements { number kind change balance cash"
                                        .formatted(TOWNSHIP)
                                + " difference client note relief } } }")
                .at("/data/pettyFund/movements");
    }

    private static List<Callable<JsonNode>> together(int first, CallOfOne call) {
        return IntStream.range(first, first + WORKERS)
                .<Callable<JsonNode>>mapToObj(i -> () -> call.of(i))
                .toList();
    }

    private interface CallOfOne {
        JsonNode of(int i);
    }

    private static List<JsonNode> answers(List<Callable<JsonNode>> calls) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<JsonNode> answers = new ArrayList<>();
            for (Future<JsonNode> one : workers.invokeAll(calls)) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /** Sixteen workers spend ten yuan each of a hundred at the same time: ten of them can. */
    @Test
    void neverHasLessThanNothingWhoeverSpendsAtTheSameTime() throws Exception {
        distress.funded("100.00");
        List<JsonNode> cases =
                IntStream.range(0, WORKERS)
                        .mapToObj(
                                i ->
                                        distress.opened(
                                                "MZ-TOWN",
                                                FOUND,
                                                Map.of("description", "受困的人 " + (char) ('甲' + i))))
                        .toList();

        List<JsonNode> answers =
                answers(
                        together(
                                0,
                                i ->
                                        distress.step(
                                                "MZ-COUNTY",
                                                "giveRelief",
                                                cases.get(i),
                                                Map.of("amount", "10.00"))));

        assertThat(answers.stream().filter(one -> !one.has("errors"))).hasSize(10);
        assertThat(answers.stream().filter(one -> one.has("errors")).map(Distress::code))
                .hasSize(6)
                .containsOnly("FUND_TOO_LOW");
        assertThat(distress.balance("MZ-TOWN")).isEqualTo("0.00");
        assertThat(movements()).hasSize(11);
        assertThat(
                        movements()
                                .valueStream()
                                .map(one -> one.at("/relief").asString(""))
                                .filter(one -> !one.isEmpty()))
                .doesNotHaveDuplicates()
                .hasSize(10);
    }

    /** The same help, sent sixteen times at once, is spent once. */
    @Test
    void isNotSpentTwiceForTheSameHelp() throws Exception {
        distress.funded("100.00");
        JsonNode relief = distress.opened("MZ-TOWN", FOUND, Map.of("description", "受困的人"));

        List<JsonNode> answers =
                answers(
                        together(
                                0,
                                _ ->
                                        distress.step(
                                                "MZ-COUNTY",
                                                "giveRelief",
                                                relief,
                                                Map.of("amount", "10.00"))));

        assertThat(answers.stream().filter(one -> !one.has("errors"))).hasSize(1);
        assertThat(distress.balance("MZ-TOWN")).isEqualTo("90.00");
    }

    @Test
    void isOpenedByItsCountyToppedUpAndSeenByNobodyElse() {
        assertThat(code(move("MZ-TOWN", "openPettyFund", "amount", "1.00")))
                .isEqualTo("NOT_ALLOWED");
        assertThat(code(move("YB-COUNTY", "openPettyFund", "amount", "1.00")))
                .isEqualTo("FUND_REGION");
        distress.funded("0.10");
        assertThat(code(move("MZ-COUNTY", "openPettyFund", "amount", "1.00")))
                .isEqualTo("FUND_EXISTS");
        for (String none : List.of("0", "-1", "0.001", "1e3", "1000000.01")) {
            assertThat(code(move("MZ-COUNTY", "topUpPettyFund", "amount", none)))
                    .as(none)
                    .isNotEmpty();
        }

        Distress.done(move("MZ-COUNTY", "topUpPettyFund", "amount", "0.20"), "topUpPettyFund");

        assertThat(distress.balance("MZ-COUNTY")).isEqualTo("0.30");
        assertThat(code(move("YB-TOWN", "countPettyFund", "cash", "0")))
                .isEqualTo("FUND_NOT_FOUND");
        assertThat(
                        hub.ask(
                                        "YB-TOWN",
                                        "{ pettyFund(region: \"%s\") { balance } }"
                                                .formatted(TOWNSHIP))
                                .at("/data/pettyFund")
                                .isNull())
                .isTrue();
    }

    @Test
    void isCountedAndReconciledWithItsDifference() {
        distress.funded("100.00");
        JsonNode relief = distress.opened("MZ-TOWN", FOUND, Map.of("description", "受困的人"));
        distress.taken("MZ-COUNTY", "giveRelief", relief, Map.of("amount", "30.00"));
        assertThat(code(move("MZ-COUNTY", "reconcilePettyFund", "month", "2026-11")))
                .as("it is not over")
                .isEqualTo("FUND_MONTH");
        at("2026-12-01T02:00:00Z");
        assertThat(code(move("MZ-COUNTY", "reconcilePettyFund", "month", "2026-11")))
                .isEqualTo("FUND_NOT_COUNTED");
        assertThat(code(move("MZ-COUNTY", "reconcilePettyFund", "month", "2026-10")))
                .as("before it was opened")
                .isEqualTo("FUND_MONTH");

        Distress.done(move("MZ-TOWN", "countPettyFund", "cash", "69.50"), "countPettyFund");

        assertThat(movements().at("/0/difference").asString()).isEqualTo("-0.50");
        assertThat(distress.balance("MZ-TOWN")).as("what the books say").isEqualTo("70.00");
        assertThat(code(move("MZ-COUNTY", "reconcilePettyFund", "month", "2026-11")))
                .isEqualTo("FUND_DIFFERENCE");
        JsonNode month =
                Distress.done(
                                distress.fund(
                                        "MZ-COUNTY",
                                        "reconcilePettyFund",
                                        Map.of(
                                                "region", TOWNSHIP, "month", "2026-11", "note",
                                                "找零时少收五角")),
                                "reconcilePettyFund")
                        .at("/months/0");
        assertThat(month.toString())
                .isEqualTo(
                        "{\"month\":\"2026-11\",\"opening\":\"0.00\",\"toppedUp\":\"100.00\","
                            + "\"spent\":\"30.00\",\"adjusted\":\"0.00\",\"closing\":\"70.00\",\"cash\":\"69.50\","
                            + "\"difference\":\"-0.50\"}");
        assertThat(
                        code(
                                distress.fund(
                                        "MZ-COUNTY",
                                        "reconcilePettyFund",
                                        Map.of(
                                                "region", TOWNSHIP, "month", "2026-11", "note",
                                                "再来一次"))))
                .isEqualTo("FUND_MONTH");
    }

    private JsonNode adjust(String client) {
        return distress.fund(
                client, "adjustPettyFund", Map.of("region", TOWNSHIP, "note", "充值时多记了十元"));
    }

    /** Whoever adjusted the books has said why: nobody has to say it again. */
    @Test
    void explainsADifferenceByWhatFollowedTheCount() {
        distress.funded("100.00");
        at("2026-12-01T02:00:00Z");
        Distress.done(move("MZ-COUNTY", "countPettyFund", "cash", "90.00"), "countPettyFund");
        assertThat(code(move("MZ-COUNTY", "reconcilePettyFund", "month", "2026-11")))
                .isEqualTo("FUND_DIFFERENCE");
        Distress.done(adjust("MZ-COUNTY-2"), "adjustPettyFund");
        assertThat(
                        Distress.done(
                                        move("MZ-COUNTY", "reconcilePettyFund", "month", "2026-11"),
                                        "reconcilePettyFund")
                                .at("/months/0/difference")
                                .asString())
                .isEqualTo("-10.00");
    }

    /** No help is paid out of cash that is not there; one counts, and another says what follows. */
    @Test
    void followsACountThatHasFoundADifference() {
        distress.funded("100.00");
        assertThat(code(adjust("MZ-COUNTY")))
                .as("nothing was counted")
                .isEqualTo("FUND_NOT_ADJUSTED");
        Distress.done(move("MZ-COUNTY", "countPettyFund", "cash", "90.00"), "countPettyFund");
        assertThat(code(adjust("MZ-COUNTY"))).as("who counted").isEqualTo("FUND_NOT_ADJUSTED");

        JsonNode adjusted = Distress.done(adjust("MZ-COUNTY-2"), "adjustPettyFund");

        assertThat(adjusted.at("/balance").asString()).isEqualTo("90.00");
        assertThat(movements().at("/0").toString())
                .isEqualTo(
                        "{\"number\":3,\"kind\":\"ADJUSTED\",\"change\":\"-10.00\",\"balance\":\"90.00\",\"cash\":null,"
                            + "\"difference\":null,\"client\":\"mz-county-2\",\"note\":\"充值时多记了十元\",\"relief\":null}");
        assertThat(code(adjust("MZ-COUNTY-2"))).as("once").isEqualTo("FUND_NOT_ADJUSTED");
        JsonNode relief = distress.opened("MZ-TOWN", FOUND, Map.of("description", "受困的人"));
        assertThat(
                        code(
                                distress.step(
                                        "MZ-COUNTY",
                                        "giveRelief",
                                        relief,
                                        Map.of("amount", "95.00"))))
                .isEqualTo("FUND_TOO_LOW");
        at("2026-12-01T02:00:00Z");
        Distress.done(move("MZ-TOWN", "countPettyFund", "cash", "90.00"), "countPettyFund");
        assertThat(
                        Distress.done(
                                        move("MZ-COUNTY", "reconcilePettyFund", "month", "2026-11"),
                                        "reconcilePettyFund")
                                .at("/months/0")
                                .toString())
                .contains(
                        "\"toppedUp\":\"100.00\",\"spent\":\"0.00\",\"adjusted\":\"-10.00\",\"closing\":\"90.00\"");
    }
}
