package org.lianji.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.HubTest;
import org.lianji.database.AutoCommit;
import org.lianji.platform.Problem;
import org.lianji.proof.Block;
import org.lianji.proof.Day;
import org.lianji.proof.Looks;
import org.lianji.proof.Merkle;
import org.lianji.proof.VerifyCommand;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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

    @Autowired AuditLog chain;

    @Autowired Sealer sealer;

    @Autowired SealingSchedule sealing;

    @Autowired Blocks blocks;

    @Autowired ChainExport export;

    @Autowired AuditSettings settings;

    @Autowired Neo4jClient graph;

    @Autowired PlatformTransactionManager manager;

    @Autowired Clock clock;

    @Autowired Driver driver;

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
        return new Sealer(
                graph,
                manager,
                blocks,
                new SheetDigests(graph),
                settings,
                Clock.offset(clock, ahead));
    }

    private List<String> texts(String statement) {
        return List.copyOf(graph.query(statement).fetchAs(String.class).all());
    }

    private long count(String statement) {
        return graph.query(statement).fetchAs(Long.class).one().orElseThrow();
    }

    private long durable(String name) {
        return clients().filter(client -> client.startsWith(name)).count();
    }

    private Stream<String> clients() {
        return Looks.all(graph).stream().map(look -> look.text("client"));
    }

    private Path exported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(export.range(1, Long.MAX_VALUE), out);
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
        assertThat(clients().sorted()).containsExactlyElementsOf(expected);
        assertThat(count("MATCH (s:Unsealed) RETURN count(s)")).isZero();
        assertThat(count("MATCH (s:Sheet) RETURN count(s)")).isLessThan(expected.size());
        assertThat(Looks.all(graph).stream().map(Looks.Look::place).distinct())
                .hasSameSizeAs(expected);
        assertThat(count("MATCH (b:Block) RETURN sum(b.count)")).isEqualTo(expected.size());
        assertThat(Looks.all(graph).stream().mapToInt(look -> look.saw().size()).sum())
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

        await().until(() -> count("MATCH (s:Sheet {first: 0}) RETURN count(s)") == 1);
    }

    @Test
    void keepsAnEntryAboutSomebodyWhoDoesNotExist() {
        chain.append(List.of(entry("caller", "P-nobody")));

        assertThat(texts("MATCH (s:Sheet) WHERE NOT (s)-[:SAW]->() RETURN s.texts[0]"))
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
                        "MATCH (s:Sheet {first: 0}) SET s.texts = s.texts[0..4]"
                                + " + [replace(s.texts[4], '\"A\"', '\"B\"')] + s.texts[5..]")
                .run();

        assertThat(exit(Stream.of(exported().toString()))).isEqualTo("exit 1");
    }

    @Test
    void whatWasChangedBeforeItWasSealedIsFound() throws Exception {
        sealing.stop();
        try {
            chain.append(List.of(entry("caller")));
            graph.query("MATCH (s:Unsealed) SET s.texts = [replace(s.texts[0], '\"A\"', '\"B\"')]")
                    .run();
            sealer.seal();
        } finally {
            sealing.start();
        }

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
            AuditLog broken =
                    new AuditLog(
                            Neo4jClient.create(driver),
                            new AutoCommit(
                                    driver,
                                    DatabaseSelectionProvider.getDefaultSelectionProvider(),
                                    Neo4jBookmarkManager.create()),
                            clock,
                            sealing,
                            new SheetDigests(graph));

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
        graph.query("CREATE CONSTRAINT broken FOR (s:Sheet) REQUIRE s.kinds IS UNIQUE").run();
        try {
            chain.append(List.of(entry("caller")));

            assertThatThrownBy(() -> chain.append(List.of(entry("caller"))))
                    .isInstanceOf(Problem.class)
                    .hasMessage("CHAIN_UNAVAILABLE");
            assertThat(clients()).hasSize(1);
        } finally {
            graph.query("DROP CONSTRAINT broken").run();
        }
    }

    @Test
    void manyEntriesStandOnSeveralSheetsAndInSeveralBlocks() throws Exception {
        chain.append(IntStream.range(0, 1_205).mapToObj(i -> entry("caller-" + i)).toList());
        sealer.seal();

        assertThat(count("MATCH (s:Sheet) RETURN max(size(s.texts))"))
                .isEqualTo(EntryGroup.LARGEST);
        assertThat(count("MATCH (b:Block) RETURN max(b.count)"))
                .isBetween((long) Block.LARGEST - EntryGroup.LARGEST, (long) Block.LARGEST);
        assertThat(count("MATCH (b:Block) RETURN sum(b.count)")).isEqualTo(1_205);
        assertThat(clients().distinct()).hasSize(1_205);
        assertThat(exit(Stream.of(exported().toString()))).isEqualTo("exit 0");
    }

    @Test
    void entriesOfTheFirstVersionsStayWhereTheyAre() throws Exception {
        graph.query("CREATE (:Person {id: 'P1'})").run();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String text = entry("caller", "P1").canonical("Efirst", at);
        graph.query(
                        """
                        MATCH (p:Person {id: 'P1'})
                        CREATE (:Entry:Unsealed {id: 'Efirst', at: $at, kind: 'READ', department: 'MZ', client: 'caller',
                          purpose: 'A', basis: 'C1', agreements: ['A1@3'], items: ['GA01.name'], content: 'digest',
                          canonical: $text, digest: 'digest'})-[:SAW]->(p)
                        """)
                .bindAll(Map.of("at", EntryGroup.utc(at), "text", text))
                .run();

        String migration =
                new ClassPathResource("graphql/graph/V010__sheets.cypher")
                        .getContentAsString(StandardCharsets.UTF_8);
        driver.session().run(migration.substring(migration.indexOf("MATCH (e:Entry)"))).consume();
        sealer.seal();

        assertThat(Looks.all(graph))
                .singleElement()
                .satisfies(
                        look -> {
                            assertThat(look.text("entry")).isEqualTo("Efirst");
                            assertThat(look.saw()).containsExactly("P1");
                            assertThat(look.place()).isEqualTo("1 0");
                        });
        assertThat(blocks.entries(1)).containsExactly(text);
        assertThat(texts("MATCH (s:Sheet) UNWIND keys(s) AS key RETURN key"))
                .containsExactlyInAnyOrder(
                        "id",
                        "at",
                        "texts",
                        "kinds",
                        "departments",
                        "categories",
                        "shownFrom",
                        "block",
                        "first");
    }

    @Test
    void joinsNoEntryOutsideOfATransaction() {
        assertThatThrownBy(() -> chain.join(entry("caller")))
                .isInstanceOf(IllegalStateException.class);
    }
}
