package org.lianji.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.AnotherHub;
import org.lianji.LongProof;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What a hub answers whose database is frozen or dead, and that it answers again afterwards. */
@LongProof
class AwayDatabaseIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir static Path home;

    private static AnotherHub hub;
    private static WaysIn ways;

    @BeforeAll
    static void start() {
        hub = AnotherHub.start(home, "--lianji.database.patience=3s");
        ways = new WaysIn(hub.hub());
    }

    @AfterAll
    static void stop() {
        hub.stop();
    }

    @Test
    void everyWayInIsClosedWhileTheDatabaseIsFrozen() throws Exception {
        await().atMost(LIMIT).until(ways::areOpen);
        signal("-STOP");
        CompletableFuture<HttpResponse<String>> underWay =
                CompletableFuture.supplyAsync(ways::question);
        CompletableFuture<HttpResponse<String>> upload =
                CompletableFuture.supplyAsync(() -> ways.upload("frozen"));
        try {
            assertThat(ways.readiness()).isEqualTo(503);
            await().atMost(LIMIT).until(() -> ways.question().statusCode() == 503);
            ways.areClosed("DATABASE_SILENT");
            tellsToTryAgain(underWay.join());
            tellsToTryAgain(upload.join());
        } finally {
            signal("-CONT");
        }
        await().atMost(LIMIT).until(ways::areOpen);
        assertThat(ways.upload("frozen").statusCode()).isBetween(200, 201);
    }

    @Test
    void everyWayInSaysThatABackupIsUnderWay() throws Exception {
        await().atMost(LIMIT).until(ways::areOpen);
        try (Frozen _ = Frozen.of(hub.database().pid(), home.resolve("neo4j/copying"))) {
            assertThat(ways.readiness()).isEqualTo(503);
            await().atMost(LIMIT).until(() -> ways.question().body().contains("BACKUP_UNDER_WAY"));
            ways.areClosed("BACKUP_UNDER_WAY");
        }
        await().atMost(LIMIT).until(ways::areOpen);
        assertThat(ways.upload("copied").statusCode()).isEqualTo(201);
    }

    @Test
    void noRequestFailsOtherwiseWhileTheDatabaseIsDeadAndStartedAgain() {
        await().atMost(LIMIT).until(ways::areOpen);
        ProcessHandle database = hub.database();
        database.destroyForcibly();
        database.onExit().join();

        tellsToTryAgain(ways.question());
        tellsToTryAgain(ways.upload("dead"));
        assertThat(ways.readiness()).isEqualTo(503);
        await().atMost(LIMIT)
                .until(
                        () -> {
                            HttpResponse<String> answer = ways.upload("dead");
                            if (answer.statusCode() > 201) {
                                tellsToTryAgain(answer);
                            }
                            return answer.statusCode() <= 201;
                        });
        await().atMost(LIMIT).until(ways::areOpen);
    }

    private static void tellsToTryAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(hub.database().pid())).start().waitFor();
    }
}
