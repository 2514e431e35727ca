package org.lianji.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.AnotherHub;
import org.lianji.Hub;
import org.lianji.LongProof;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The drill: a backup of a hub that works, its loss, and another hub on what was restored. */
@ExtendWith(OutputCaptureExtension.class)
@LongProof
class BackupIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final String HEADER =
            "recordNo,observedAt,idNumber,personName,plateTail,vehicleType,registeredOn,value,state\n";

    private final List<AnotherHub> started = new ArrayList<>();
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @TempDir Path folder;

    @AfterEach
    void stop() {
        started.forEach(AnotherHub::stop);
    }

    @Test
    void whatWasAcknowledgedBeforeABackupIsThereOnceItIsRestored(CapturedOutput output)
            throws IOException {
        Path lost = Files.createDirectories(folder.resolve("lost"));
        Path next = Files.createDirectories(folder.resolve("next"));
        AnotherHub hub = start(lost);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(hub.hub()));
        await().atMost(LIMIT).until(() -> acknowledged.size() >= 5);
        List<String> before = List.copyOf(acknowledged);

        assertThat(run("backup", "backups", lost)).as(output.toString()).isZero();

        int during = acknowledged.size();
        await().atMost(LIMIT).until(() -> acknowledged.size() > during);
        over.set(true);
        writer.join();
        hub.kill();
        assertThat(lost.resolve("neo4j.copy")).doesNotExist();
        Path backup = only(".backup");
        JsonNode told =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(
                                        backup.resolveSibling(backup.getFileName() + ".json")));
        assertThat(told.at("/blocks").asLong()).isPositive();

        damagedOnesAreNotRestored(backup, next, output);
        assertThat(run("restore", "backups/" + backup.getFileName(), next))
                .as(output.toString())
                .isZero();
        assertThat(output)
                .contains(
                        "the head of %s is %s"
                                .formatted(
                                        told.at("/day").asString(), told.at("/head").asString()));
        assertThat(run("restore", "backups/" + backup.getFileName(), next)).isOne();
        assertThat(output).contains("is there already");

        assertThat(next.resolve("neo4j/identity.key"))
                .as("people are found by their numbers again")
                .hasSameBinaryContentAs(lost.resolve("neo4j/identity.key"));
        Hub again = start(next).hub();
        assertThat(before).isNotEmpty();
        for (String key : before) {
            assertThat(upload(again, key).statusCode()).as(key).isEqualTo(200);
        }
        assertThat(upload(again, "new").statusCode()).isEqualTo(201);
    }

    private void damagedOnesAreNotRestored(Path backup, Path next, CapturedOutput output)
            throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("backups/damaged.backup"), bytes);
        assertThat(run("restore", "backups/damaged.backup", next)).isOne();
        assertThat(output).contains("Failed, and nothing was changed", "its file was changed");

        Files.writeString(folder.resolve("other"), "f".repeat(64));
        assertThat(
                        BackupCommand.run(
                                "restore",
                                backup.toString(),
                                "--key",
                                folder.resolve("other").toString(),
                                "--home",
                                next.resolve("neo4j").toString()))
                .isOne();
        assertThat(output).contains("The key is not the one");
        try (Stream<Path> left = Files.list(next)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void saysWhatIsMissing(CapturedOutput output) {
        assertThat(BackupCommand.run("backup")).isEqualTo(2);
        assertThat(output).contains("backup <folder> --key <file>");
        assertThat(run("backup", "backups", folder.resolve("nothing"))).isOne();
        assertThat(output).contains("There is no database under");
    }

    private int run(String command, String what, Path home) {
        return BackupCommand.run(
                command,
                folder.resolve(what).toString(),
                "--key",
                folder.resolve("keys/backup.key").toString(),
                "--home",
                home.resolve("neo4j").toString());
    }

    private Path only(String end) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("backups"))) {
            List<Path> found = all.filter(file -> file.toString().endsWith(end)).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    private AnotherHub start(Path home) {
        AnotherHub hub = AnotherHub.start(home);
        started.add(hub);
        return hub;
    }

    /** One after the other, sent again where the hub asks for it, as a department would. */
    private void write(Hub hub) {
        for (int i = 0; !over.get(); i++) {
            HttpResponse<String> answer = upload(hub, "R" + i);
            while (answer.statusCode() == 503) {
                answer = upload(hub, "R" + i);
            }
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
            acknowledged.add("R" + i);
        }
    }

    private static HttpResponse<String> upload(Hub hub, String key) {
        return hub.send(
                hub.as("GA", "/contributions/GA03")
                        .header("Content-Type", "text/csv; charset=UTF-8")
                        .header("Idempotency-Key", key)
                        .POST(
                                BodyPublishers.ofString(
                                        HEADER
                                                + key
                                                + ",2026-11-20T09:00:00+08:00,150902195603121010,张三,A12,小型载客汽车,2020-05-01,32000.00,正常\n")));
    }
}
