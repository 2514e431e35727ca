package org.lianji.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a listener could not take waits for the department that runs the hub, and loses no order.
 */
@HubTest
@TestPropertySource(
        properties = {
            "lianji.outbox.again=0ms",
            "lianji.outbox.longest=0ms",
            "lianji.outbox.attempts=3"
        })
class DeadLettersIT {

    private static final String LETTERS =
            "{ deadLetters { totalCount nodes { listener seq kind subject failures fault waiting }"
                    + " } }";

    private static final String REPLAY =
            "mutation ($input: ReplayDeadLettersInput!) { replayDeadLetters(input: $input) {"
                    + " replayed } }";

    @TestConfiguration
    static class Ears {

        @Bean
        Ear ear() {
            return new Ear("test-letters");
        }

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    @Autowired Hub hub;

    @Autowired Ear ear;

    @Autowired Outbox outbox;

    @Autowired NewsStream stream;

    @Autowired NewsDispatcher dispatcher;

    @Autowired PlatformTransactionManager manager;

    @Autowired TestClock clock;

    @BeforeEach
    void listen() {
        ear.fresh();
    }

    @Test
    void waitForTheOperatorWhoHasThemToldAgainInOrder() {
        ear.failAt("a");
        post("a", 1);
        post("a", 2);
        post("b", 1);
        await().until(() -> letters("MZ").at("/totalCount").asInt() == 1);
        await().until(() -> letters("MZ").at("/nodes/0/waiting").asInt() == 1);
        post("a", 3);
        post("b", 2);
        await().until(() -> ear.numbers("b").equals(List.of(1, 2)));
        await().until(() -> letters("MZ").at("/nodes/0/waiting").asInt() == 2);

        JsonNode letter = letters("auditor").at("/nodes/0");
        assertThat(letter.at("/listener").asString()).isEqualTo("test-letters");
        assertThat(letter.at("/kind").asString()).isEqualTo(Ear.KIND);
        assertThat(letter.at("/subject").asString()).isEqualTo("a");
        assertThat(letter.at("/failures").asInt()).isEqualTo(3);
        assertThat(letter.at("/fault").asString()).isEqualTo("IllegalStateException");
        assertThat(ear.numbers("a")).isEmpty();

        ear.mend();
        assertThat(replay("MZ").at("/data/replayDeadLetters/replayed").asInt()).isOne();

        await().until(() -> ear.numbers("a").equals(List.of(1, 2, 3)));
        await().until(() -> letters("MZ").at("/totalCount").asInt() == 0);
        assertThat(
                        hub.ask("auditor", "{ entries(first: 5) { nodes { items department } } }")
                                .toString())
                .contains("\"items\":[\"News.replayed\"],\"department\":\"MZ\"");
        assertThat(replay("MZ").at("/data/replayDeadLetters/replayed").asInt()).isZero();
        assertThat(
                        hub.ask("MZ", REPLAY, Map.of("input", Map.of("listener", "nobody")))
                                .at("/data/replayDeadLetters/replayed")
                                .asInt())
                .isZero();
    }

    @Test
    void areNobodyElsesToSeeOrToSend() {
        assertThat(code(hub.ask("YB", LETTERS))).isEqualTo("NOT_THE_OPERATOR");
        assertThat(code(replay("YB"))).isEqualTo("NOT_THE_OPERATOR");
        assertThat(code(replay("auditor"))).isEqualTo("NOT_ALLOWED");
        assertThat(code(hub.ask("MZ-TOWN", LETTERS))).isEqualTo("NOT_ALLOWED");
    }

    /** News that are old go, but for those that a listener still waits for. */
    @Test
    void areKeptWhenOtherNewsAreOld() {
        ear.failAt("a");
        post("b", 1);
        post("a", 1);
        post("b", 2);
        await().until(() -> letters("MZ").at("/totalCount").asInt() == 1);
        await().until(() -> ear.numbers("b").equals(List.of(1, 2)));
        long now = stream.now();

        clock.advance(Duration.ofDays(6));
        dispatcher.tidy();
        assertThat(stream.keepsAllBehind(0)).isTrue();
        clock.advance(Duration.ofDays(2));
        dispatcher.tidy();

        assertThat(stream.keepsAllBehind(0)).isFalse();
        assertThat(stream.keepsAllBehind(now)).isTrue();
        assertThat(stream.keepsAllBehind(now + 1)).isFalse();
        ear.mend();
        replay("MZ");
        await().until(() -> ear.numbers("a").equals(List.of(1)));
        post("b", 3);
        await().until(() -> ear.numbers("b").equals(List.of(1, 2, 3)));
    }

    private void post(String subject, int number) {
        new TransactionTemplate(manager)
                .executeWithoutResult(_ -> outbox.post(Ear.KIND, subject, new Ear.Count(number)));
    }

    private JsonNode letters(String client) {
        return hub.ask(client, LETTERS).at("/data/deadLetters");
    }

    private JsonNode replay(String client) {
        return hub.ask(client, REPLAY, Map.of("input", Map.of("listener", "test-letters")));
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }
}
