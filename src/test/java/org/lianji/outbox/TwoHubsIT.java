package org.lianji.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.AnotherHub;
import org.lianji.EventReader;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestDatabase;
import org.lianji.sharing.Paper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two hubs on one database, one of which is killed in the middle. */
@HubTest
@TestPropertySource(properties = {"lianji.outbox.lease=4s", "lianji.identity.key=" + TwoHubsIT.KEY})
class TwoHubsIT {

    static final String KEY = "two-hubs-have-the-same-identity-key";

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int FIRST = 5;
    private static final int ALL = 9;

    @TestConfiguration
    static class Ears {

        @Bean
        DurableEar ear(Neo4jClient graph) {
            return new DurableEar(graph, "this", false);
        }
    }

    @Autowired Hub hub;

    @Autowired Outbox outbox;

    @Autowired NewsDispatcher dispatcher;

    @Autowired Neo4jClient graph;

    @Autowired PlatformTransactionManager manager;

    @TempDir Path home;

    private AnotherHub other;

    @AfterEach
    void stop() {
        if (other != null) {
            other.stop();
        }
        if (!dispatcher.isRunning()) {
            dispatcher.start();
        }
    }

    private void startOther() {
        other =
                AnotherHub.startWith(
                        home,
                        List.of(HubWithEar.class, DurableEar.class, DurableEar.Count.class),
                        Stream.concat(
                                        TestDatabase.instance().settings(),
                                        Stream.of(
                                                "--lianji.demo.agreements=false",
                                                "--lianji.outbox.lease=4s",
                                                "--lianji.identity.key=" + KEY))
                                .toArray(String[]::new));
    }

    @Test
    void whatOneHubWasTellingWhenItWasKilledTheOtherTellsOnInOrder() {
        dispatcher.stop();
        startOther();
        IntStream.rangeClosed(1, FIRST).forEach(this::post);
        await().atMost(LIMIT)
                .until(() -> heard(DurableEar.SUBJECT, "the other").contains(DurableEar.NUMBER));
        dispatcher.start();
        IntStream.rangeClosed(FIRST + 1, ALL).forEach(this::post);
        other.kill();

        List<Integer> all = IntStream.rangeClosed(1, ALL).boxed().toList();
        for (String subject : List.of("a", DurableEar.SUBJECT)) {
            await().atMost(LIMIT).until(() -> heard(subject, "").equals(all));
        }
        assertThat(heard("a", "the other")).startsWith(1, 2).doesNotContain(ALL);
        assertThat(heard("a", "this")).endsWith(ALL);
        assertThat(times()).as("what was not noted as heard is told again").isEqualTo(2);
    }

    @Test
    void aSubscriptionGoesOnInTheOtherHubAndHearsEachEventOnce() throws Exception {
        startOther();
        Paper paper = Paper.draft(hub, "JY", Paper.input("RS01", List.of(), "E"));
        EventReader there = listen(other.hub());
        paper.done("JY-HEAD", "signAgreement").done("JY", "submitAgreement");
        assertThat(event(there)).contains("SIGN\"");
        List<String> second = List.of(event(there).split("\n"));
        assertThat(second.toString()).contains("SUBMIT\"");
        other.kill();
        paper.done("RS", "prepareApproval").done("RS-HEAD", "approveAgreement");

        String last =
                second.stream()
                        .filter(line -> line.startsWith("id:"))
                        .findFirst()
                        .orElseThrow()
                        .substring("id:".length());
        EventReader here = listen(hub, "Last-Event-ID", last);
        assertThat(event(here)).contains("PREPARE_APPROVAL\"");
        assertThat(event(here)).contains("APPROVE\"");
        here.close();
    }

    private void post(int number) {
        for (String subject : List.of("a", DurableEar.SUBJECT)) {
            new TransactionTemplate(manager)
                    .executeWithoutResult(
                            _ ->
                                    outbox.post(
                                            DurableEar.KIND,
                                            subject,
                                            new DurableEar.Count(number)));
        }
    }

    /** {@return the numbers of a subject in the order in which they were heard} */
    private List<Integer> heard(String subject, String by) {
        return List.copyOf(
                graph.query(
                                "MATCH (h:Heard {subject: $subject}) WHERE $by IN ['', h.by] RETURN"
                                        + " h.number ORDER BY h.place")
                        .bindAll(Map.of("subject", subject, "by", by))
                        .fetchAs(Integer.class)
                        .all());
    }

    private long times() {
        return graph.query("MATCH (h:Heard {subject: $subject, number: $number}) RETURN h.times")
                .bindAll(Map.of("subject", DurableEar.SUBJECT, "number", DurableEar.NUMBER))
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    /** Comes back once the stream has begun, which its head tells. */
    private static EventReader listen(Hub hub, String... last) {
        return EventReader.listen(
                hub, "JY", "subscription { agreementChanged { event { transition } } }", last);
    }

    private static String event(EventReader stream) {
        return String.join("\n", stream.next());
    }
}
