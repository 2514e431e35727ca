package org.lianji.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.AnotherHub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A hub that is stopped before it is up leaves no database behind. */
class StoppedStartIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir Path home;

    private AnotherHub hub;

    @AfterEach
    void stop() {
        hub.kill();
    }

    /** By what is there then: the server, the hub's first parts, its port. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Bootstrapping Spring Data", "Tomcat initialized"})
    void endsWithItsDatabaseWhereverItsStartIs(String moment) {
        hub = AnotherHub.launch(home);
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> launched() && hub.output().contains(moment));
        ProcessHandle database = hub.database();

        hub.stop();

        assertThat(database.isAlive()).isFalse();
    }

    /** Without being told to, its start would wait three minutes for such a database. */
    @Test
    @Timeout(60)
    void endsSoonThoughItsDatabaseHangs() throws IOException, InterruptedException {
        hub = AnotherHub.launch(home);
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(this::launched);
        ProcessHandle database = hub.database();
        new ProcessBuilder("kill", "-STOP", Long.toString(database.pid())).start().waitFor();

        hub.stop();

        assertThat(database.isAlive()).isFalse();
    }

    private boolean launched() throws IOException {
        Path pid = home.resolve("neo4j/pid");
        return Files.exists(pid) && Files.size(pid) > 0;
    }
}
