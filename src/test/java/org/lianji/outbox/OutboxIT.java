package org.lianji.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** News come with what happened, in order, and nobody who can't take them holds up anybody else. */
@HubTest
@TestPropertySource(
        properties = {
            "lianji.outbox.again=1ms",
            "lianji.outbox.longest=20ms",
            "lianji.outbox.attempts=1000"
        })
class OutboxIT {

    private static final int MANY = 40;

    @TestConfiguration
    static class Ears {

        @Bean
        Ear first() {
            return new Ear("test-first");
        }

        @Bean
        Ear second() {
            return new Ear("test-second");
        }
    }

    @Autowired Ear first;

    @Autowired Ear second;

    @Autowired Outbox outbox;

    @Autowired Neo4jClient graph;

    @Autowired PlatformTransactionManager manager;

    @BeforeEach
    void listen() {
        first.fresh();
        second.fresh();
        graph.query("UNWIND ['a', 'b', 'c'] AS name CREATE (:Counter {name: name, value: 0})")
                .run();
    }

    @AfterEach
    void mend() {
        first.mend();
        first.wakeUp();
    }

    @Test
    void nothingIsToldOfWhatDidNotHappen() {
        new TransactionTemplate(manager)
                .executeWithoutResult(
                        transaction -> {
                            count("a");
                            transaction.setRollbackOnly();
                        });
        inTransaction(() -> count("b"));

        await().until(() -> first.numbers("b").equals(List.of(1)));
        assertThat(first.numbers("a")).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> count("c"));
    }

    @Test
    void newsOfASubjectComeInTheOrderOfTheirCommits() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                for (String subject : List.of("a", "b", "c")) {
                    running.add(threads.submit(() -> inTransaction(() -> count(subject))));
                }
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        List<Integer> all = IntStream.rangeClosed(1, MANY).boxed().toList();
        for (Ear ear : List.of(first, second)) {
            await().until(() -> ear.numbers("c").size() == MANY);
            await().until(() -> ear.numbers("b").size() == MANY);
            await().until(() -> ear.numbers("a").size() == MANY);
            assertThat(ear.numbers().values()).containsOnly(all);
        }
    }

    @Test
    void severalNewsOfOneTransactionComeInTheOrderOfTheirPosts() {
        inTransaction(
                () -> {
                    count("a");
                    count("b");
                    count("a");
                });

        await().until(() -> first.numbers("a").equals(List.of(1, 2)));
        await().until(() -> first.numbers("b").equals(List.of(1)));
    }

    @Test
    void whatFailsHoldsUpItsSubjectAndNoOther() {
        first.failAt("a");
        for (int i = 0; i < 3; i++) {
            inTransaction(() -> count("a"));
            inTransaction(() -> count("b"));
        }
        await().until(() -> first.numbers("b").equals(List.of(1, 2, 3)));
        await().until(() -> second.numbers("a").equals(List.of(1, 2, 3)));
        assertThat(first.numbers("a")).isEmpty();

        first.mend();

        await().until(() -> first.numbers("a").equals(List.of(1, 2, 3)));
        inTransaction(() -> count("a"));
        await().until(() -> first.numbers("a").equals(List.of(1, 2, 3, 4)));
        assertThat(first.numbers("b")).containsExactly(1, 2, 3);
        await().until(() -> second.numbers("a").equals(List.of(1, 2, 3, 4)));
    }

    @Test
    void aListenerThatHangsHoldsUpNeitherWhoPostsNorOtherListeners() {
        first.hang();
        inTransaction(() -> count("a"));
        inTransaction(() -> count("a"));

        await().until(() -> second.numbers("a").equals(List.of(1, 2)));
        assertThat(first.numbers("a")).isEmpty();

        first.wakeUp();
        await().until(() -> first.numbers("a").equals(List.of(1, 2)));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(manager).executeWithoutResult(_ -> work.run());
    }

    /** The counter is locked from its change to the commit. */
    private void count(String subject) {
        int number =
                graph.query(
                                "MATCH (c:Counter {name: $name}) SET c.lock = true"
                                        + " SET c.value = c.value + 1 RETURN c.value")
                        .bind(subject)
                        .to("name")
                        .fetchAs(Integer.class)
                        .one()
                        .orElseThrow();
        outbox.post(Ear.KIND, subject, new Ear.Count(number));
    }
}
