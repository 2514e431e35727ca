package org.lianji.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.HubTest;
import org.lianji.platform.AutoCommit;
import org.lianji.platform.Problem;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The chain in the graph: durable, sealed once, in one line, and not there means no data. */
@HubTest
class ChainIT {

    @Autowired Chain chain;

    @Autowired Sealer sealer;

    @Autowired Sealing sealing;

    @Autowired Blocks blocks;

    @Autowired ChainExport export;

    @Autowired AuditSettings settings;

    @Autowired Neo4jClient graph;

    @Autowired PlatformTransactionManager manager;

    @Autowired Clock clock;

    @TempDir Path folder;

    static Entry entry(String client, String... subjects) {
        return new Entry(
                Kind.READ,
                "MZ",
                client,
                "A",
                "C1",
                List.of("A1@3"),
                List.of("GA01.name"),
                List.of(subjects),
                Merkle.sha256(client),
                null);
    }

    private Sealer sealer(Duration ahead) {
        return new Sealer(graph, manager, blocks, settings, Clock.offset(clock, ahead));
    }

    private List<String> texts(String statement) {
        return List.copyOf(graph.query(statement).fetchAs(String.class).all());
    }

    private long count(String statement) {
        return graph.query(statement).fetchAs(Long.class).one().orElseThrow();
    }

    private long durable(String name) {
        return graph.query("MATCH (e:Entry) WHERE e.client STARTS WITH $name RETURN count(e)")
                .bind(name)
                .to("name")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    private Path exported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(1, Long.MAX_VALUE, out);
        return Files.write(folder.resolve("chain.ndjson"), out.toByteArray());
    }

    private String exit(Stream<String> arguments) {
        return "exit " + VerifyCommand.run(arguments.toArray(String[]::new));
    }

    private void together(int threads, java.util.function.IntConsumer work) throws Exception {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> done =
                    all.invokeAll(
                            IntStream.range(0, threads)
                                    .<Callable<Boolean>>mapToObj(
                                            i ->
                                                    () -> {
                                                        work.accept(i);
                                                        return true;
                                                    })
                                    .toList());
            for (Future<Boolean> one : done) {
                one.get();
            }
        }
    }

    @Test
    void everyEntryIsDurableAndSealedOnceAndThoseRolledBackAreNowhere() throws Exception {
        graph.query("UNWIND range(0, 199) AS i CREATE (:Person {id: 'P' + i})").run();
        String[] people = IntStream.range(0, 200).mapToObj(i -> "P" + i).toArray(String[]::new);
        TransactionTemplate transactions = new TransactionTemplate(manager);
        together(
                64,
                i -> {
                    for (int j = 0; j < 5; j++) {
                        String name = "caller-" + i + "-" + j + "-";
                        chain.append(List.of(entry(name + "a", people), entry(name + "b")));
                        assertThat(durable(name)).isEqualTo(2);
                        boolean back = (i + j) % 2 == 0;
                        transactions.executeWithoutResult(
                                transaction -> {
                                    chain.join(entry(name + (back ? "back" : "kept"), "P1"));
                                    if (back) {
                                        transaction.setRollbackOnly();
                                    }
                                });
                    }
                });

        TreeSet<String> expected = new TreeSet<>();
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 5; j++) {
                expected.add("caller-" + i + "-" + j + "-a");
                expected.add("caller-" + i + "-" + j + "-b");
                if ((i + j) % 2 == 1) {
                    expected.add("caller-" + i + "-" + j + "-kept");
                }
            }
        }
        sealer.seal();
        assertThat(texts("MATCH (e:Entry) RETURN e.client ORDER BY e.client"))
                .containsExactlyElementsOf(expected);
        assertThat(count("MATCH (e:Unsealed) RETURN count(e)")).isZero();
        assertThat(count("MATCH (e:Entry) RETURN count(DISTINCT [e.block, e.position])"))
                .isEqualTo(expected.size());
        assertThat(count("MATCH (b:Block) RETURN sum(b.count)")).isEqualTo(expected.size());
        assertThat(count("MATCH (:Entry)-[s:SAW]->(:Person) RETURN count(s)"))
                .isEqualTo(320 * 200 + 160);
        assertThat(exit(Stream.of(exported().toString()))).isEqualTo("exit 0");
    }

    @Test
    void twoSealersNeverFork() throws Exception {
        Sealer[] sealers = {sealer(Duration.ZERO), sealer(Duration.ofMillis(7))};
        together(
                12,
                i -> {
                    for (int j = 0; j < 10; j++) {
                        chain.append(List.of(entry("caller-" + i + "-" + j)));
                        sealers[i % 2].seal();
                    }
                });

        assertThat(count("MATCH (b:Block) RETURN count(b)")).isGreaterThanOrEqualTo(10);
        assertThat(count("MATCH (b:Block) RETURN count(b) - max(b.height)")).isZero();
        assertThat(count("MATCH (b:Block) RETURN sum(b.count)")).isEqualTo(120);
        assertThat(exit(Stream.of(exported().toString()))).isEqualTo("exit 0");
    }

    @Test
    void sealsBehindAppendsWithoutBeingAsked() {
        chain.append(List.of(entry("caller")));

        await().until(() -> count("MATCH (e:Entry {position: 0}) RETURN count(e)") == 1);
    }

    @Test
    void keepsAnEntryAboutSomebodyWhoDoesNotExist() {
        chain.append(List.of(entry("caller", "P-nobody")));

        assertThat(texts("MATCH (e:Entry) WHERE NOT (e)-[:SAW]->() RETURN e.canonical"))
                .singleElement()
                .asString()
                .contains(Merkle.sha256("P-nobody"))
                .doesNotContain("P-nobody");
    }

    @Test
    void closesADayWithItsHeadOnceItIsOver() throws Exception {
        LocalDate today = Block.dateOf(clock.instant());
        chain.append(List.of(entry("one")));
        sealer.seal();
        String open = blocks.day(today).orElseThrow().hash();
        chain.append(List.of(entry("two")));
        sealer.seal();
        sealer(Duration.ofDays(1)).seal();
        Day closed = blocks.closed(today).orElseThrow();
        chain.append(List.of(entry("three")));
        sealer(Duration.ofDays(1)).seal();

        assertThat(closed.entries()).isEqualTo(2);
        assertThat(closed.retention()).hasToString("P3Y");
        assertThat(blocks.day(today.plusDays(1)).orElseThrow())
                .extracting(Day::closed, Day::previous, Day::entries)
                .containsExactly(false, closed.hash(), 1L);
        String file = exported().toString();
        assertThat(exit(Stream.of(file, "--head", today + "=" + closed.hash())))
                .isEqualTo("exit 0");
        assertThat(exit(Stream.of(file, "--head", today + "=" + open))).isEqualTo("exit 0");
        assertThat(exit(Stream.of(file, "--head", today + "=" + Merkle.NOTHING)))
                .isEqualTo("exit 1");
        assertThat(exit(Stream.of(file, "--head", today.minusDays(1) + "=" + closed.hash())))
                .isEqualTo("exit 1");
    }

    @Test
    void whatWasChangedInTheGraphIsFound() throws Exception {
        chain.append(IntStream.range(0, 9).mapToObj(i -> entry("caller-" + i)).toList());
        sealer.seal();
        graph.query(
                        "MATCH (e:Entry {position: 4}) SET e.canonical = replace(e.canonical,"
                                + " '\"A\"', '\"B\"')")
                .run();

        assertThat(exit(Stream.of(exported().toString()))).isEqualTo("exit 1");
    }

    @Test
    void saysThatItCouldNotCheck() {
        assertThat(exit(Stream.of(folder.resolve("missing").toString()))).isEqualTo("exit 2");
        assertThat(exit(Stream.of("--proof", "proof.json"))).isEqualTo("exit 2");
        assertThat(exit(Stream.of("chain.ndjson", "--head", "yesterday=1"))).isEqualTo("exit 2");
        assertThat(exit(Stream.of("chain.ndjson", "--head"))).isEqualTo("exit 2");
        assertThat(exit(Stream.of())).isEqualTo("exit 2");
    }

    @Test
    void noDataWhereTheDatabaseIsGone() {
        try (Driver driver = GraphDatabase.driver("bolt://127.0.0.1:1", AuthTokens.none())) {
            Chain broken =
                    new Chain(
                            Neo4jClient.create(driver),
                            new AutoCommit(
                                    driver,
                                    DatabaseSelectionProvider.getDefaultSelectionProvider(),
                                    Neo4jBookmarkManager.create()),
                            clock,
                            sealing);

            assertThatThrownBy(() -> broken.append(List.of(entry("caller"))))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> {
                                assertThat(problem.code()).isEqualTo(AuditCode.CHAIN_UNAVAILABLE);
                                assertThat(problem.code().httpStatus().value()).isEqualTo(503);
                            });
        }
    }

    @Test
    void noDataWhereTheEntryIsRefused() {
        graph.query("CREATE CONSTRAINT broken FOR (e:Entry) REQUIRE e.client IS UNIQUE").run();
        try {
            chain.append(List.of(entry("caller")));

            assertThatThrownBy(() -> chain.append(List.of(entry("caller"))))
                    .isInstanceOf(Problem.class)
                    .hasMessage("CHAIN_UNAVAILABLE");
            assertThat(count("MATCH (e:Entry) RETURN count(e)")).isEqualTo(1);
        } finally {
            graph.query("DROP CONSTRAINT broken").run();
        }
    }

    @Test
    void joinsNoEntryOutsideOfATransaction() {
        assertThatThrownBy(() -> chain.join(entry("caller")))
                .isInstanceOf(IllegalStateException.class);
    }
}
