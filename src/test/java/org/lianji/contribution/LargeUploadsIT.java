package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** What is sent is bounded before it is written, and nobody works for who has left. */
@HubTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "lianji.contribution.unpacked-ratio=20",
            "lianji.contribution.unpacked-free=1MB",
            "lianji.contribution.rows-per-day=20000",
            "lianji.contribution.bytes-per-day=8MB",
            "lianji.contribution.sign-of-life=1ns"
        })
class LargeUploadsIT {

    private static final int MANY = 15_000;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        TestClock calendar() {
            return new TestClock();
        }
    }

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    @Autowired TestClock clock;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
        clock.set(Instant.now());
    }

    @Test
    void refusesWhatUnpacksToMoreThanIsPlausible() {
        HttpResponse<String> zeros = packed("k", new byte[64 << 20]);
        HttpResponse<String> equalRows =
                packed("l", (HEADER + same().repeat(50_000)).getBytes(StandardCharsets.UTF_8));

        for (HttpResponse<String> refused : List.of(zeros, equalRows)) {
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(Owner.code(refused)).isEqualTo("UNPACKS_TOO_FAR");
            assertThat(Owner.json(refused).at("/detail").asString()).contains(" 20 ");
        }
        assertThat(count("MATCH (n:Batch) RETURN count(n)")).isZero();
    }

    @Test
    void takesSmallFilesHoweverWellTheyPack() {
        byte[] file = (HEADER + same().repeat(2_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(packed("k", file).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesMoreRowsThanADayTakesUntilTheNext() {
        assertThat(owner.send("k", rows(0, MANY)).statusCode()).isEqualTo(201);
        HttpResponse<String> refused = owner.send("l", rows(MANY, 6_000));
        HttpResponse<String> again = owner.send("k", rows(0, MANY));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Owner.code(refused)).isEqualTo("DAY_FULL");
        assertThat(Owner.json(refused).at("/detail").asString()).contains(" 20000 ");
        long wait = Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
        assertThat(wait).isBetween(1L, 86_400L);
        assertThat(again.statusCode()).as("the same batch is none of the day's").isEqualTo(200);
        assertThat(count("MATCH (r:Record) RETURN count(r)")).isEqualTo(MANY);

        clock.advance(Duration.ofSeconds(wait));
        assertThat(owner.send("l", rows(MANY, 6_000)).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesMoreBytesThanADayTakesBeforeAnyIsRead() {
        byte[] file = "x\n".repeat(5 << 19).getBytes(StandardCharsets.UTF_8);
        assertThat(Owner.code(owner.send("k", "text/csv", null, file))).isEqualTo("UNKNOWN_COLUMN");
        assertThat(Owner.code(owner.send("l", "text/csv", null, file))).isEqualTo("DAY_FULL");

        assertThat(Owner.code(owner.send("m", HEADER + same()))).isEqualTo("DAY_FULL");
        assertThat(
                        owner.send(
                                        "MZ",
                                        "MZ05",
                                        "k",
                                        "text/csv",
                                        null,
                                        "recordNo,observedAt,kind,grantedAt\n"
                                                .getBytes(StandardCharsets.UTF_8))
                                .statusCode())
                .as("another department's day is its own")
                .isEqualTo(201);
    }

    @Test
    void theReceiptOfALargeFileIsJsonBehindBlanks() {
        HttpResponse<String> answer = owner.send("k", rows(0, 3_000));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/json");
        assertThat(answer.body()).matches(" +\\{\"id\".*");
        assertThat(Owner.json(answer).at("/state").asString()).isEqualTo("COMPLETE");
    }

    @Test
    void endsTheWorkWhenTheSenderHasLeftAndGoesOnWhenItComesAgain(CapturedOutput log)
            throws IOException {
        byte[] file = rows(0, MANY).getBytes(StandardCharsets.UTF_8);
        sendAndLeave(file);

        await().atMost(Duration.ofMinutes(1))
                .until(() -> log.getAll().contains("left before its end"));
        long written = count("MATCH (r:Record) RETURN count(r)");
        HttpResponse<String> again = owner.send("k", "text/csv", null, file);

        assertThat(written).isLessThan(MANY);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(count("MATCH (r:Record) RETURN count(r)")).isEqualTo(MANY);
    }

    /** As soon as the hub has begun to write. */
    private void sendAndLeave(byte[] file) throws IOException {
        URI address = URI.create(hub.address());
        String token =
                hub.as("GA", "/").build().headers().firstValue("Authorization").orElseThrow();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(
                            ("POST /contributions/GA01 HTTP/1.1\r\nHost: hub\r\nAuthorization: "
                                            + token
                                            + "\r\nContent-Type: text/csv\r\nIdempotency-Key:"
                                            + " k\r\nContent-Length: "
                                            + file.length
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(file);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.setSoLinger(true, 0);
        }
    }

    private static String same() {
        return row("1", "2026-03-01", ZHANG, "H1");
    }

    private static String rows(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(n -> row(String.valueOf(n), "2026-03-01", "", "H1"))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private HttpResponse<String> packed(String key, byte[] file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return owner.send(key, "text/csv", "gzip", bytes.toByteArray());
    }

    private long count(String cypher) {
        return graph.query(cypher).fetchAs(Long.class).one().orElseThrow();
    }
}
