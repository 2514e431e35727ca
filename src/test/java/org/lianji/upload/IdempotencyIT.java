package org.lianji.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Category;
import org.lianji.contribution.Contributions;
import org.lianji.contribution.Owner;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.records.Receipt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A batch is written once, however often and by however many it is sent. */
@HubTest
@TestPropertySource(properties = "lianji.limits.uploads=8")
class IdempotencyIT {

    private static final Caller POLICE =
            new Caller("GA", "test", Set.of(Role.SYSTEM), "150900000000", null);

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    @Autowired Contributions contributions;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    private long count(String label) {
        return graph.query("MATCH (n:" + label + ") RETURN count(n)")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    @Test
    void givesTheSameReceiptForTheSameContent() {
        HttpResponse<String> first = owner.send("k", HEADER + row("1", "2026-03-01", ZHANG, "H1"));
        HttpResponse<String> again = owner.send("k", HEADER + row("1", "2026-03-01", ZHANG, "H1"));
        HttpResponse<String> other = owner.send("k", HEADER + row("1", "2026-03-01", ZHANG, "H2"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(Owner.code(other)).isEqualTo("IDEMPOTENCY_CONFLICT");
        assertThat(count("Record")).isEqualTo(1);
    }

    @Test
    void writesABatchOnceThoughTwoSendIt() {
        String body =
                HEADER
                        + IntStream.range(0, 2_500)
                                .mapToObj(i -> row("N" + i, "2026-03-01", ZHANG, "H" + i))
                                .reduce("", String::concat);

        List<CompletableFuture<HttpResponse<String>>> sent =
                IntStream.range(0, 3)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> owner.send("k", body)))
                        .toList();
        List<JsonNode> receipts =
                sent.stream().map(CompletableFuture::join).map(Owner::json).toList();

        assertThat(receipts).allMatch(receipt -> receipt.at("/counts/accepted").asInt() == 2_500);
        assertThat(receipts.stream().map(receipt -> receipt.at("/id").asString()).distinct())
                .hasSize(1);
        assertThat(count("Record")).isEqualTo(2_500);
        assertThat(count("Chunk")).isEqualTo(3);
        assertThat(count("Superseded")).isZero();
    }

    @Test
    void keepsOneCurrentVersionWhenBatchesRaceForTheSameFact() {
        List<CompletableFuture<HttpResponse<String>>> sent =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        owner.send(
                                                                "k" + i,
                                                                HEADER
                                                                        + IntStream.range(0, 50)
                                                                                .mapToObj(
                                                                                        n ->
                                                                                                row(
                                                                                                        "N"
                                                                                                                + n,
                                                                                                        "2026-03-0"
                                                                                                                + (i
                                                                                                                        + 1),
                                                                                                        ZHANG,
                                                                                                        "H"
                                                                                                                + i))
                                                                                .reduce(
                                                                                        "",
                                                                                        String
                                                                                                ::concat))))
                        .toList();
        List<JsonNode> receipts =
                sent.stream().map(CompletableFuture::join).map(Owner::json).toList();

        assertThat(receipts)
                .allMatch(receipt -> receipt.at("/state").asString().equals("COMPLETE"));
        assertThat(count("Record")).isEqualTo(50);
        assertThat(count("Superseded")).isEqualTo(350);
        assertThat(
                        graph.query("MATCH (r:Record) WHERE r.hukouNo <> 'H7' RETURN count(r)")
                                .fetchAs(Long.class)
                                .one())
                .contains(0L);
        assertThat(
                        graph.query("MATCH ()-[m:MEMBER_OF]->() WHERE m.to IS NULL RETURN count(m)")
                                .fetchAs(Long.class)
                                .one())
                .contains(50L);
        assertThat(count("Person")).isEqualTo(1);
    }

    @Test
    void continuesWhereACrashLeftIt() {
        List<Map<String, Object>> rows =
                IntStream.range(0, 2_500)
                        .<Map<String, Object>>mapToObj(
                                i ->
                                        Map.of(
                                                "recordNo", "N" + i,
                                                "observedAt", "2026-03-01T08:00:00+08:00",
                                                "idNumber", ZHANG,
                                                "hukouNo", "H" + i,
                                                "relationToHead", "HEAD",
                                                "hukouRegion", "150902001001",
                                                "name", "张三",
                                                "sex", "MALE",
                                                "birthDate", "1956-03-12"))
                        .toList();
        Category category = contributions.admit(POLICE, "GA01", "k");
        Content whole = new RequestContent(rows);

        assertThatThrownBy(
                        () ->
                                contributions.contribute(
                                        POLICE, category, "k", new Cut(whole, 1_700)))
                .hasMessage("power cut");
        assertThat(count("Record")).isEqualTo(1_000);
        Contributions.ContributionResult taken =
                contributions.contribute(POLICE, category, "k", whole);

        assertThat(taken.receipt().state()).isEqualTo(Receipt.State.COMPLETE);
        assertThat(taken.receipt().counts().accepted()).isEqualTo(2_500);
        assertThat(count("Record")).isEqualTo(2_500);
    }

    @Test
    void contributesByMutation() {
        String mutation =
                """
                mutation ($rows: RecordRows!) {
                  contribute(category: GA01, idempotencyKey: "m1", rows: $rows) {
                    id state counts { total accepted } outcomes { nodes { row kind recordNo record } pageInfo { hasNextPage } }
                  }
                }
                """;
        Map<String, Object> rows =
                Map.of(
                        "householdRegistration",
                        List.of(
                                Map.of(
                                        "recordNo", "1",
                                        "observedAt", "2026-03-01T08:00:00+08:00",
                                        "idNumber", ZHANG,
                                        "hukouNo", "H1",
                                        "relationToHead", "HEAD",
                                        "hukouRegion", "150902001001",
                                        "name", "张三",
                                        "sex", "MALE",
                                        "birthDate", "1956-03-12")));

        JsonNode answer = hub.ask("GA", mutation, Map.of("rows", rows));
        JsonNode again = hub.ask("GA", mutation, Map.of("rows", rows));

        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        assertThat(answer.at("/data/contribute/counts/accepted").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/contribute/outcomes/nodes/0/record").asString())
                .startsWith("R");
        assertThat(again).isEqualTo(answer);
        JsonNode receipts =
                hub.ask(
                        "GA",
                        "{ receipts(category: GA01) { nodes { id idempotencyKey receivedAt } } }");
        assertThat(receipts.at("/data/receipts/nodes/0/idempotencyKey").asString())
                .as("%s", receipts)
                .isEqualTo("m1");
        assertThat(hub.ask("MZ", "{ receipts { nodes { id } } }").at("/data/receipts/nodes"))
                .isEmpty();
    }

    /** Ends in the middle, as a killed process would. */
    private record Cut(Content whole, int after) implements Content {

        @Override
        public Format format() {
            return whole.format();
        }

        @Override
        public String digest() {
            return whole.digest();
        }

        @Override
        public Charset charset() {
            return whole.charset();
        }

        @Override
        public long size() {
            return whole.size();
        }

        @Override
        public List<String> columns() {
            return whole.columns();
        }

        @Override
        public Iterator<RawRow> rows() {
            Iterator<RawRow> rows = whole.rows();
            return new Iterator<>() {
                private int given;

                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public RawRow next() {
                    if (given++ == after) {
                        throw new IllegalStateException("power cut");
                    }
                    return rows.next();
                }
            };
        }
    }
}
