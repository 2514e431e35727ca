package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.AnotherHub;
import org.lianji.LongProof;
import org.neo4j.driver.Driver;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code kill -9} of the hub in the middle of an upload, and the same file sent again. */
@LongProof
class KilledHubIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int ROWS = 20_500;
    private static final int EVERY = 1_000;
    private static final int REJECTED = ROWS / EVERY;

    private static final String RECEIPTS =
            "{ receipts(category: GA01) { nodes { id idempotencyKey state counts { total accepted"
                    + " rejected } } } }";

    private final List<AnotherHub> started = new ArrayList<>();

    @TempDir Path home;

    @AfterEach
    void stop() {
        started.forEach(AnotherHub::stop);
    }

    @Test
    void losesNothingAcknowledgedAndWritesEveryRowOnce() {
        AnotherHub killed = start();
        Owner before = new Owner(killed.hub());
        before.send("small", HEADER + row("small", "2026-03-01", number(0), "small"));
        CompletableFuture<HttpResponse<String>> upload =
                CompletableFuture.supplyAsync(() -> before.send("large", file()));
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> large(before).at("/counts/total").asInt() > 0);
        JsonNode acknowledged = large(before);
        killed.killAllButItsDatabase();
        ProcessHandle orphan = killed.database();

        assertThat(upload).failsWithin(LIMIT);
        assertThat(acknowledged.at("/state").asString()).isEqualTo("RUNNING");
        assertThat(orphan.isAlive()).isTrue();
        AnotherHub next = start();
        Owner after = new Owner(next.hub());
        JsonNode found = large(after);

        assertThat(orphan.isAlive()).isFalse();
        assertThat(found.at("/state").asString()).isEqualTo("RUNNING");
        assertThat(found.at("/counts/total").asInt())
                .isBetween(acknowledged.at("/counts/total").asInt(), ROWS - 1);
        try (Driver graph = next.connect()) {
            assertWholeChunks(graph, found.at("/counts/total").asLong());

            HttpResponse<String> answer = after.send("large", file());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(Owner.json(answer).at("/id")).isEqualTo(acknowledged.at("/id"));
            assertThat(Owner.json(answer).at("/state").asString()).isEqualTo("COMPLETE");
            assertThat(Owner.json(answer).at("/counts/accepted").asInt())
                    .isEqualTo(ROWS - REJECTED);
            assertThat(Owner.json(answer).at("/counts/rejected").asInt()).isEqualTo(REJECTED);
            assertWholeChunks(graph, ROWS);
            assertEveryRecordHasItsNews(graph);
        }
        ProcessHandle database = next.database();
        next.stop();
        assertThat(database.isAlive()).isFalse();
    }

    /** What the rows counted so far should have made is there, once, and nothing beside it. */
    private static void assertWholeChunks(Driver graph, long rows) {
        long kept = rows - rows / EVERY;
        assertThat(
                        count(
                                graph,
                                "MATCH (r:HouseholdRegistration)-[:FROM]->(:Batch {idempotencyKey:"
                                        + " 'large'}) RETURN count(DISTINCT r.recordNo)"))
                .isEqualTo(kept);
        assertThat(count(graph, "MATCH (r:Record) RETURN count(r)")).isEqualTo(kept + 1);
        assertThat(count(graph, "MATCH (n:Superseded) RETURN count(n)")).isZero();
        assertThat(count(graph, "MATCH (p:Person) RETURN count(p)")).isEqualTo(kept + 1);
        assertThat(count(graph, "MATCH ()-[m:MEMBER_OF]->() RETURN count(m)")).isEqualTo(kept + 1);
        assertThat(count(graph, "MATCH (r:Record)-[a:ABOUT]->(:Person) RETURN count(a)"))
                .isEqualTo(kept + 1);
        assertThat(count(graph, "MATCH (r:RejectedRow) RETURN count(r)")).isEqualTo(rows / EVERY);
        assertThat(count(graph, "MATCH (c:Chunk) RETURN sum(c.last - c.first + 1)"))
                .isEqualTo(rows + 1);
    }

    /** Each record is in one news, and no news tells of one that isn't there. */
    private static void assertEveryRecordHasItsNews(Driver graph) {
        await().atMost(LIMIT).until(() -> count(graph, "MATCH (n:Unplaced) RETURN count(n)") == 0);
        List<String> told =
                graph
                        .executableQuery("MATCH (n:News) RETURN n.payload")
                        .execute()
                        .records()
                        .stream()
                        .map(row -> JsonMapper.shared().readTree(row.get(0).asString()))
                        .flatMap(news -> news.at("/records").valueStream())
                        .map(JsonNode::asString)
                        .toList();
        List<String> kept =
                graph.executableQuery("MATCH (r:Record) RETURN r.id").execute().records().stream()
                        .map(row -> row.get(0).asString())
                        .toList();
        assertThat(told).hasSameSizeAs(kept).hasSameElementsAs(kept);
    }

    private AnotherHub start() {
        AnotherHub hub = AnotherHub.start(home);
        started.add(hub);
        return hub;
    }

    private static JsonNode large(Owner owner) {
        for (JsonNode receipt : owner.hub().ask("GA", RECEIPTS).at("/data/receipts/nodes")) {
            if (receipt.at("/idempotencyKey").asString().equals("large")) {
                return receipt;
            }
        }
        return MissingNode.getInstance();
    }

    private static String file() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(KilledHubIT::line)
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(int i) {
        String number = number(i);
        boolean wrong = i % EVERY == 0;
        return row("N" + i, "2026-03-01", wrong ? number.substring(1) : number, "H" + i);
    }

    private static String number(int i) {
        LocalDate born = LocalDate.of(1956, 3, 12).plusDays(i / 500);
        return Owner.idNumber("150902%tY%<tm%<td%03d".formatted(born, i % 500));
    }

    private static long count(Driver graph, String statement) {
        return graph.executableQuery(statement).execute().records().getFirst().get(0).asLong();
    }
}
