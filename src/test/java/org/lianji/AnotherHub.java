package org.lianji;

import static org.awaitility.Awaitility.await;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A hub in a process of its own, as it is run: its classes without those of the tests, an embedded
 * database under a folder of its own, ephemeral ports.
 */
public final class AnotherHub {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern READY =
            Pattern.compile("playground\\s+(http://127\\.0\\.0\\.1:\\d+)/playground/");

    private final Path home;
    private final boolean ownDisk;
    private final Path output;
    private final Process process;

    private AnotherHub(Path home, boolean ownDisk, Path output, Process process) {
        this.home = home;
        this.ownDisk = ownDisk;
        this.output = output;
        this.process = process;
    }

    /** Whether a disk of its own can be given to a hub here. */
    public static boolean canHaveSmallDisk() {
        try {
            return new ProcessBuilder(onSmallDisk(Path.of("/tmp"), 1, List.of("true")))
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A disk in memory that the hub alone sees, and that ends with it. */
    private static List<String> onSmallDisk(Path home, int megabytes, List<String> command) {
        List<String> all = new ArrayList<>();
        all.addAll(List.of("unshare", "--mount", "--map-root-user", "sh", "-c"));
        all.add("mount -t tmpfs -o size=%dm tmpfs \"$0\" && exec \"$@\"".formatted(megabytes));
        all.add(home.toString());
        all.addAll(command);
        return all;
    }

    /** On a disk of its own; comes back once the hub says that it is ready. */
    public static AnotherHub startOnSmallDisk(Path home, int megabytes, String... settings) {
        return ready(
                launch(
                        home,
                        true,
                        command -> onSmallDisk(home, megabytes, command),
                        List.of("-cp", classPath(), "org.lianji.Lianji"),
                        settings));
    }

    /** {@return its folder, on its own disk where it has one} */
    public Path home() {
        return ownDisk ? Path.of("/proc/" + process.pid() + "/root" + home) : home;
    }

    /** Comes back once the hub says that it is ready. */
    public static AnotherHub start(Path home, String... settings) {
        return start(LIMIT, home, settings);
    }

    /** Comes back once the hub says that it is ready, which may take so long. */
    public static AnotherHub start(Duration limit, Path home, String... settings) {
        return ready(launch(home, settings), limit);
    }

    /**
     * With some classes of the tests beside what is run, the first of which starts it; comes back
     * once the hub says that it is ready.
     */
    public static AnotherHub startWith(Path home, List<Class<?>> classes, String... settings) {
        String path = copied(home.resolve("classes"), classes) + File.pathSeparator + classPath();
        return ready(
                launch(
                        home,
                        false,
                        UnaryOperator.identity(),
                        List.of("-cp", path, classes.getFirst().getName()),
                        settings));
    }

    private static Path copied(Path folder, List<Class<?>> classes) {
        try {
            for (Class<?> one : classes) {
                String name = one.getName().replace('.', '/') + ".class";
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                try (InputStream content = one.getClassLoader().getResourceAsStream(name)) {
                    Files.copy(Objects.requireNonNull(content), file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AnotherHub ready(AnotherHub hub) {
        return ready(hub, LIMIT);
    }

    private static AnotherHub ready(AnotherHub hub, Duration limit) {
        await().atMost(limit).until(() -> hub.isReady() || !hub.process.isAlive());
        if (!hub.process.isAlive()) {
            throw new IllegalStateException("The hub ended: " + hub.output());
        }
        return hub;
    }

    /** Comes back at once. */
    public static AnotherHub launch(Path home, String... settings) {
        return launch(
                home,
                false,
                UnaryOperator.identity(),
                List.of("-cp", classPath(), "org.lianji.Lianji"),
                settings);
    }

    private static AnotherHub launch(
            Path home,
            boolean ownDisk,
            UnaryOperator<List<String>> way,
            List<String> program,
            String... settings) {
        try {
            Path output = Files.createTempFile(home, "hub", ".log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-Xmx384m");
            command.addAll(program);
            command.addAll(
                    List.of(
                            "--server.port=0",
                            "--lianji.demo.city=target/none",
                            "--lianji.calendar.file=src/test/resources/calendar/later-years.json",
                            "--lianji.database.heap=512m",
                            "--lianji.database.page-cache=128m",
                            "--lianji.database.home=" + home.resolve("neo4j")));
            command.addAll(List.of(settings));
            Process process =
                    new ProcessBuilder(way.apply(command))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            return new AnotherHub(home, ownDisk, output, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean isReady() {
        return READY.matcher(output()).find();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Hub hub() {
        return READY.matcher(output())
                .results()
                .map(found -> new Hub(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    /** The server that it keeps. */
    public ProcessHandle database() {
        return ProcessHandle.of(Long.parseLong(inHome("pid"))).orElseThrow();
    }

    /** To its database, past the hub. */
    public Driver connect() {
        String address =
                inHome("conf/neo4j.conf")
                        .lines()
                        .filter(line -> line.startsWith("server.bolt.listen_address="))
                        .findFirst()
                        .orElseThrow();
        return GraphDatabase.driver(
                "bolt://" + address.substring(address.indexOf('=') + 1),
                AuthTokens.basic("neo4j", inHome("password")));
    }

    private String inHome(String file) {
        try {
            return Files.readString(home().resolve("neo4j").resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -9, which leaves the hub no moment to clean up. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** kill -9 of the hub and of what would have ended the database then. */
    public void killAllButItsDatabase() {
        ProcessHandle database = database();
        process.children()
                .filter(child -> !child.equals(database))
                .forEach(ProcessHandle::destroyForcibly);
        kill();
    }

    /** SIGTERM; as an operator would. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }
}
