package org.lianji.bench.drill;

import org.lianji.database.EmbeddedDatabase;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Fills the disk under the embedded database while four writers write past the hub and its guard,
 * frees it, starts the database again, and counts what is there of what was acknowledged.
 *
 * <p>Arguments: how many runs; a folder to work in.
 */
public final class FullDisk {

    private static final Path JARS = Path.of("target/neo4j");
    private static final int WRITERS = 4;
    private static final int MEGABYTES = 480;
    private static final Map<String, String> CHECKPOINT_OFTEN =
            Map.of("db.checkpoint.interval.time", "1s", "db.checkpoint.interval.tx", "500");

    /** What happens to the log while the disk is full. */
    enum Meanwhile {
        APPENDS(64, Map.of()),
        ROTATIONS(4, Map.of()),
        CHECKPOINTS(64, CHECKPOINT_OFTEN),
        BOTH(4, CHECKPOINT_OFTEN);

        private final long rotation;
        private final Map<String, String> settings;

        Meanwhile(int megabytes, Map<String, String> settings) {
            this.rotation = (long) megabytes << 20;
            this.settings = settings;
        }
    }

    /** How the server ends before it is started again. */
    enum End {
        STOPPED,
        KILLED_WHILE_FULL,
        KILLED_WHEN_FREE
    }

    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicLong> refusals = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);
    private final SmallDisk disk;
    private final Path home;
    private final Meanwhile meanwhile;

    private FullDisk(SmallDisk disk, Meanwhile meanwhile) {
        this.disk = disk;
        this.home = disk.folder().resolve("neo4j");
        this.meanwhile = meanwhile;
    }

    public static void main(String[] arguments) throws Exception {
        int runs = Integer.parseInt(arguments[0]);
        int back = 0;
        try (SmallDisk disk = new SmallDisk(Path.of(arguments[1]), MEGABYTES)) {
            for (int run = 0; run < runs; run++) {
                Meanwhile meanwhile = Meanwhile.values()[run % Meanwhile.values().length];
                End end = End.values()[run / Meanwhile.values().length % End.values().length];
                System.out.printf("%d %s %s: ", run + 1, meanwhile, end);
                if (new FullDisk(disk, meanwhile).run(end, 1 + run % 7)) {
                    back++;
                } else {
                    keep(disk.folder(), Path.of(arguments[1], "failed-" + (run + 1)));
                }
                clear(disk.folder());
            }
        }
        System.out.printf("%d of %d came back with all that was acknowledged%n", back, runs);
        System.exit(back == runs ? 0 : 1);
    }

    /** For whoever wants to know why. */
    private static void keep(Path folder, Path to) throws Exception {
        new ProcessBuilder("cp", "-r", folder.resolve("neo4j").toString(), to.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private boolean run(End end, int seconds) throws Exception {
        long during;
        long before;
        EmbeddedDatabase database = database().ready();
        try (Driver driver = connect(database)) {
            driver.executableQuery("CREATE CONSTRAINT FOR (w:Written) REQUIRE w.number IS UNIQUE")
                    .execute();
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(Thread.startVirtualThread(() -> write(driver)));
            }
            pass(database, seconds);
            disk.fill();
            before = acknowledged.size();
            pass(database, 12);
            during = acknowledged.size() - before;
            if (end == End.KILLED_WHILE_FULL) {
                kill();
            }
            disk.free();
            if (end == End.KILLED_WHEN_FREE) {
                kill();
            }
            over.countDown();
            for (Thread writer : writers) {
                writer.join(Duration.ofSeconds(30));
            }
        }
        database.close();
        System.out.printf("%d before, %d while full, refused %s; ", before, during, refusals);
        return check();
    }

    /** As the hub does every second. */
    private static void pass(EmbeddedDatabase database, int seconds) throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(seconds + 1);
        try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
            watch.scheduleAtFixedRate(
                    () -> {
                        database.keepRoom();
                        looks.countDown();
                    },
                    0,
                    1,
                    TimeUnit.SECONDS);
            looks.await();
            watch.shutdownNow();
        }
    }

    private void kill() throws IOException {
        ProcessHandle.of(Long.parseLong(Files.readString(home.resolve("pid"))))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    private boolean check() {
        long start = System.nanoTime();
        try (EmbeddedDatabase database = database().ready();
                Driver driver = connect(database)) {
            Set<Long> there = ConcurrentHashMap.newKeySet();
            driver.executableQuery("MATCH (w:Written) RETURN w.number")
                    .execute()
                    .records()
                    .forEach(row -> there.add(row.get(0).asLong()));
            long lost = acknowledged.stream().filter(number -> !there.contains(number)).count();
            driver.executableQuery("CREATE (:Written {number: -1})").execute();
            System.out.printf(
                    "back in %.0f s, %d of %d lost%n",
                    (System.nanoTime() - start) / 1e9, lost, acknowledged.size());
            return lost == 0;
        } catch (RuntimeException e) {
            System.out.println("NOT BACK: " + e);
            return false;
        }
    }

    private void write(Driver driver) {
        while (over.getCount() > 0) {
            long number = numbers.incrementAndGet();
            try (Session session = driver.session()) {
                session.run(
                                "CREATE (w:Written {number: $number, text: $text})-[:OF]->(:Part"
                                        + " {text: $text})",
                                Map.of("number", number, "text", "x".repeat(2_000)))
                        .consume();
                acknowledged.add(number);
            } catch (org.neo4j.driver.exceptions.Neo4jException e) {
                refusals.computeIfAbsent(
                                e.getClass().getSimpleName() + " " + e.code(),
                                _ -> new AtomicLong())
                        .incrementAndGet();
                pause();
            }
        }
    }

    private void pause() {
        try {
            over.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private EmbeddedDatabase database() {
        return new EmbeddedDatabase(
                home, JARS, "256m", "64m", meanwhile.rotation, meanwhile.settings);
    }

    private static Driver connect(EmbeddedDatabase database) {
        return GraphDatabase.driver(
                database.uri(),
                database.auth(),
                Config.builder()
                        .withConnectionAcquisitionTimeout(5, TimeUnit.SECONDS)
                        .withLogging(org.neo4j.driver.Logging.none())
                        .build());
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.sorted(Comparator.reverseOrder())
                            .filter(file -> !file.equals(folder))
                            .filter(file -> !file.endsWith("lost+found"))
                            .toList()) {
                Files.delete(file);
            }
        }
    }
}
