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
import java.util.stream.Stream;

class EmbeddedDatabaseIT {

    private static final Path JARS = Path.of("target/neo4j");
    private static final Duration LIMIT = Duration.ofMinutes(2);

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
            assertThat(written(driver)).containsExactly(7L);
        }
    }

    @Test
    void theServerThatAKilledHubLeftNeverthelessIsReplaced() throws IOException {
        Process hub = anotherHub();
        ProcessHandle orphan = server().orElseThrow();
        hub.children()
                .filter(child -> !child.equals(orphan))
                .forEach(ProcessHandle::destroyForcibly);
        hub.destroyForcibly().onExit().join();
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(written(driver)).containsExactly(7L);
        }
    }

    /** Where a log is cut from its end on, as one is that was begun without room. */
    @Test
    void aLogThatWasBegunWithoutRoomGetsIt() throws IOException {
        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            assertThat(logs()).hasSize(2).containsOnly((long) TransactionLogs.ROTATION);
            write(driver, 1);
        }
        for (Path log : logFiles()) {
            cut(log);
        }
        assertThat(logs()).allMatch(size -> size < TransactionLogs.ROTATION);

        try (EmbeddedDatabase database = start();
                Driver driver = connect(database)) {
            assertThat(logs()).hasSize(2).containsOnly((long) TransactionLogs.ROTATION);
            write(driver, 2);
            server().orElseThrow().destroyForcibly();
            await().atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> written(driver), List.of(1L, 2L)::equals);
        }
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
            ProcessHandle killed = server().orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();
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

    /** A hub of its own process: writes 7, says so by a file, and goes on until it is killed. */
    static final class AnotherHub {

        public static void main(String[] arguments) throws Exception {
            Path home = Path.of(arguments[0]);
            EmbeddedDatabase database = new EmbeddedDatabase(home, JARS, "256m", "64m").ready();
            try (Driver driver = connect(database)) {
                write(driver, 7);
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
        driver.executableQuery("MERGE (:Written {number: $number})")
                .withParameters(Map.of("number", number))
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
