package org.lianji.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.AnotherHub;
import org.lianji.LongProof;
import org.neo4j.driver.Driver;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A hub on a small disk of its own that fills up. */
@TestMethodOrder(MethodOrderer.MethodName.class)
@LongProof
class FullDiskIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int MEGABYTES = 480;
    private static final int LITTLE = 100;
    private static final int LEAST = 50;

    @TempDir static Path home;

    private static AnotherHub hub;
    private static WaysIn ways;

    @BeforeAll
    static void start() {
        assumeTrue(AnotherHub.canHaveSmallDisk(), "no disk of its own can be mounted here");
        hub =
                AnotherHub.startOnSmallDisk(
                        home,
                        MEGABYTES,
                        "--lianji.database.little-space=%dMB".formatted(LITTLE),
                        "--lianji.database.least-space=%dMB".formatted(LEAST));
        ways = new WaysIn(hub.hub());
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.stop();
        }
    }

    @Test
    void whileLittleIsLeftTheHubReadsAndWritesOnlyWhatIsUrgent() throws IOException {
        await().atMost(LIMIT).until(ways::areOpen);
        leave(LITTLE - 10);
        await().atMost(LIMIT).until(() -> ways.mutation().statusCode() == 503);

        tells(ways.mutation(), "STORAGE_LOW");
        tells(ways.upload("little"), "STORAGE_LOW");
        tells(ways.complaint(), "STORAGE_LOW");
        assertThat(ways.question().statusCode()).isEqualTo(200);
        assertThat(ways.urgentMutation("little").body()).contains("\"id\"");
        assertThat(ways.readiness()).isEqualTo(503);

        free();
        await().atMost(LIMIT).until(ways::areOpen);
        assertThat(ways.upload("little").statusCode()).isEqualTo(201);
        assertThat(ways.mutation().statusCode()).isEqualTo(200);
    }

    @Test
    void whileNextToNothingIsLeftEveryWayInIsClosed() throws IOException {
        await().atMost(LIMIT).until(ways::areOpen);
        leave(LEAST - 5);
        await().atMost(LIMIT).until(() -> ways.question().statusCode() == 503);

        ways.areClosed("STORAGE_FULL");
        assertThat(ways.readiness()).isEqualTo(503);

        free();
        await().atMost(LIMIT).until(ways::areOpen);
    }

    /** Filled at once in the middle of an upload, and the database killed on the full disk. */
    @Test
    void afterADiskThatWasFullToTheLastByteAllThatWasAcknowledgedIsThere() throws IOException {
        await().atMost(LIMIT).until(ways::areOpen);
        assertThat(ways.upload("before").statusCode()).isEqualTo(201);
        CompletableFuture<Integer> upload =
                CompletableFuture.supplyAsync(() -> ways.upload("large", rows()))
                        .handle((answer, cut) -> cut == null ? answer.statusCode() : 0);
        await().atMost(LIMIT).until(() -> written() > 1);
        leave(0);
        await().atMost(LIMIT).until(() -> ways.question().statusCode() == 503);
        assertThat(upload.join()).isIn(0, 200, 201, 503);
        long acknowledged = written();
        ProcessHandle killed = hub.database();
        killed.destroyForcibly();
        killed.onExit().join();
        ways.areClosed("");

        free();

        await().atMost(LIMIT).until(ways::areOpen);
        assertThat(written()).isGreaterThanOrEqualTo(acknowledged);
        assertThat(ways.upload("before").statusCode()).isEqualTo(200);
        assertThat(ways.upload("large", rows()).body()).contains("\"COMPLETE\"");
        assertThat(written()).isEqualTo(ROWS + 1);
    }

    private static final int ROWS = 3_000;

    private static String rows() {
        return WaysIn.HEADER
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> WaysIn.row("L" + i))
                        .collect(Collectors.joining());
    }

    private static long written() {
        try (Driver graph = hub.connect()) {
            return graph.executableQuery(
                            "MATCH (r:Record) WHERE r.recordNo = 'before' OR r.recordNo STARTS WITH"
                                    + " 'L' RETURN count(r)")
                    .execute()
                    .records()
                    .getFirst()
                    .get(0)
                    .asLong();
        }
    }

    private static void tells(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(answer.body()).contains(code);
    }

    private static Path filler() {
        return hub.home().resolve("filler");
    }

    private static void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    /** Takes all but so many megabytes, to the last byte where none is to be left. */
    private static void leave(int megabytes) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 20);
        try (FileChannel file =
                FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (hub.home().toFile().getUsableSpace() > (long) megabytes << 20) {
                file.write(block.clear());
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
