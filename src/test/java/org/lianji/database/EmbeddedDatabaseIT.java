package org.lianji.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.LongProof;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

@LongProof
class EmbeddedDatabaseIT {

    private static final Path JARS = Path.of("target/neo4j");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long ROOM = EmbeddedDatabase.ROTATION + TransactionLogs.BEYOND;

    /**
     * Long enough to be torn; who takes its bytes for a length finds it too long, but not by much.
     */
    private static final String TEXT = "\t".repeat(2_000);

    private static final List<Long> MANY = LongStream.rangeClosed(1, 40).boxed().toList();

    @TempDir Path home;

    @Test
    void aSecondStartFindsItsDataAndASecondHubIsRefused() {
        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            write(driver, 1);
            assertThatIllegalStateException()
                    .isThrownBy(this::start)
                    .withMessageContaining("Another hub uses " + home)
                    .withMessageContaining("lianji.database.home");
        }
        assertThat(server()).isEmpty();
        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            assertThat(written(driver)).containsExactly(1L);
        }
    }

    @Test
    void aKilledDatabaseComesBackWithEverythingAcknowledgedForTheSameDriver() {
        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
            CompletableFuture<Void> writer =
                    CompletableFuture.runAsync(
                            () -> {
                                for (long number = 1; number <= 200; number++) {
                                    write(driver, number);
                                    acknowledged.add(number);
                                }
                            });
            await().atMost(LIMIT).until(() -> acknowledged.size() > 20);
            ProcessHandle killed = server().orElseThrow();
            killed.destroyForcibly();

            assertThat(writer).succeedsWithin(LIMIT);
            assertThat(written(driver)).containsAll(acknowledged).hasSizeGreaterThanOrEqualTo(200);
            assertThat(server()).isPresent().get().isNotEqualTo(killed);
        }
    }

    @Test
    void endsWithAHubThatIsKilled() throws IOException {
        Process hub = anotherHub();
        ProcessHandle server = server().orElseThrow();

        hub.destroyForcibly().onExit().join();

        assertThat(server.onExit()).succeedsWithin(LIMIT);
        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            assertThat(written(driver)).isEqualTo(MANY);
        }
    }

    @Test
    void theServerThatAKilledHubLeftNeverthelessIsReplaced() throws IOException {
        Process hub = anotherHub();
        ProcessHandle orphan = server().orElseThrow();
        killAllBut(orphan, hub);
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(written(driver)).isEqualTo(MANY);
        }
    }

    /** Where a log is cut from its end on, as one is that was begun without room. */
    @Test
    void aLogThatWasBegunWithoutRoomGetsIt() throws IOException {
        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            assertThat(logs()).hasSize(2).containsOnly(ROOM);
            write(driver, 1);
        }
        for (Path log : logFiles()) {
            cut(log);
        }
        assertThat(logs()).allMatch(size -> size < ROOM);

        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            assertThat(logs()).hasSize(2).containsOnly(ROOM);
            write(driver, 2);
            server().orElseThrow().destroyForcibly();
            await().atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> written(driver), List.of(1L, 2L)::equals);
        }
    }

    @Test
    void aTornLogIsToldWithWhatToDoAndCutOnlyWhereThatIsWanted() throws IOException {
        Process hub = anotherHub();
        ProcessHandle server = server().orElseThrow();
        killAllBut(server, hub);
        server.destroyForcibly();
        server.onExit().join();
        Path log =
                logFiles().stream()
                        .filter(file -> file.toString().contains("/neo4j/neostore"))
                        .findFirst()
                        .orElseThrow();
        tear(log);
        byte[] torn = Files.readAllBytes(log);

        assertThatIllegalStateException()
                .isThrownBy(this::start)
                .withMessageContaining("can't open its data")
                .withMessageContaining("lianji restore")
                .withMessageContaining("lianji.database.cut-torn-log=true")
                .withMessageContaining("lianji verify");
        assertThat(server()).isEmpty();
        assertThat(log).hasBinaryContent(torn);

        List<Long> there;
        try (EmbeddedDatabase database = startCutting();
                Driver driver = connect(database)) {
            there = written(driver);
            assertThat(there)
                    .isNotEmpty()
                    .hasSizeLessThan(MANY.size())
                    .isEqualTo(MANY.subList(0, there.size()));
            write(driver, 41);
        }
        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            assertThat(written(driver)).containsAll(there).contains(41L);
        }
    }

    private EmbeddedDatabase startCutting() {
        return new EmbeddedDatabase(
                        home,
                        JARS,
                        "256m",
                        "64m",
                        EmbeddedDatabase.ROTATION,
                        EmbeddedDatabase.CUT_TORN_LOG)
                .ready();
    }

    private void kill() {
        ProcessHandle killed = server().orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();
    }

    private static void killAllBut(ProcessHandle server, Process hub) {
        hub.children()
                .filter(child -> !child.equals(server))
                .forEach(ProcessHandle::destroyForcibly);
        hub.destroyForcibly().onExit().join();
    }

    /** A part of an entry is not there, and others stand behind it. */
    private static void tear(Path log) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        System.arraycopy(bytes, end - 10_000, bytes, end - 10_126, 10_000);
        Files.write(log, bytes);
    }

    /** What waits for its end must not keep its end from being told. */
    @Test
    void canBeClosedWhileItDies() throws IOException {
        EmbeddedDatabase database = start();
        server().orElseThrow().destroyForcibly();

        assertThat(CompletableFuture.runAsync(database::close, Thread::startVirtualThread))
                .succeedsWithin(LIMIT);
    }

    private List<Path> logFiles() throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("data/transactions"))) {
            return all.filter(file -> file.getFileName().toString().startsWith("neostore."))
                    .toList();
        }
    }

    private List<Long> logs() throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (Path log : logFiles()) {
            sizes.add(Files.size(log));
        }
        return sizes;
    }

    private static void cut(Path log) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        Files.write(log, Arrays.copyOf(bytes, end));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void givesUpWhereAnotherProgramHasTakenThePort(CapturedOutput log) throws IOException {
        try (EmbeddedDatabase database = start()) {
            kill();
            try (ServerSocket other = new ServerSocket()) {
                other.setReuseAddress(true);
                other.bind(new InetSocketAddress("127.0.0.1", database.uri().getPort()));

                await().atMost(LIMIT).until(() -> log.getAll().contains("restart the hub"));

                assertThat(log)
                        .contains("The database did not come up in 3 restarts")
                        .contains("listens on port " + other.getLocalPort());
                assertThat(server()).isEmpty();
            }
        }
    }

    @Test
    void aFolderWithoutTheServerIsTold() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new EmbeddedDatabase(home, home, "256m", "64m"))
                .withMessageContaining("No database server under " + home)
                .withMessageContaining("spring.neo4j.uri");
    }

    @Test
    void isLaunchedBeforeTheHubsPartsAreMadeAndEndsWhereOneFails() {
        try (GenericApplicationContext context = context("lianji.mode=demo")) {
            context.registerBean(
                    "part",
                    Object.class,
                    () -> {
                        throw new IllegalStateException(server().isPresent() ? "up" : "down");
                    });

            assertThatException().isThrownBy(context::refresh).withStackTraceContaining("up");

            assertThat(server()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lianji.mode=production", "spring.neo4j.uri=neo4j://graph:7687"})
    void isNotLaunchedForAHubThatWillNotStartOrHasAServer(String setting) {
        context("lianji.mode=demo", setting).close();

        assertThat(home).isEmptyDirectory();
    }

    /** As the launcher leaves it. */
    private GenericApplicationContext context(String... settings) {
        GenericApplicationContext context = new GenericApplicationContext();
        TestPropertyValues.of(settings)
                .and(
                        "lianji.database.home=" + home,
                        "lianji.database.heap=256m",
                        "lianji.database.page-cache=64m")
                .applyTo(context);
        new DatabaseLauncher().initialize(context);
        return context;
    }

    /** A hub of its own process: writes many, says so by a file, and goes on until it is killed. */
    static final class AnotherHub {

        public static void main(String[] arguments) throws Exception {
            Path home = Path.of(arguments[0]);
            EmbeddedDatabase database = new EmbeddedDatabase(home, JARS, "256m", "64m").ready();
            try (Driver driver = connect(database)) {
                MANY.forEach(number -> write(driver, number));
            }
            Files.createFile(home.resolve("written"));
            new CompletableFuture<>().join();
        }
    }

    private Process anotherHub() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(AnotherHub.class.getName(), home.toString()));
        Process hub =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("another-hub.log").toFile())
                        .start();
        await().atMost(LIMIT).until(() -> Files.exists(home.resolve("written")) || !hub.isAlive());
        return hub;
    }

    private EmbeddedDatabase start() {
        return new EmbeddedDatabase(home, JARS, "256m", "64m").ready();
    }

    private static Driver connect(EmbeddedDatabase database) {
        return GraphDatabase.driver(database.uri(), database.auth());
    }

    private Optional<ProcessHandle> server() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(home.resolve("pid"))))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Driver driver, long number) {
        driver.executableQuery("MERGE (w:Written {number: $number}) SET w.text = $text")
                .withParameters(Map.of("number", number, "text", TEXT))
                .execute();
    }

    private static List<Long> written(Driver driver) {
        return driver
                .executableQuery("MATCH (w:Written) RETURN w.number ORDER BY w.number")
                .execute()
                .records()
                .stream()
                .map(row -> row.get(0).asLong())
                .toList();
    }
}
