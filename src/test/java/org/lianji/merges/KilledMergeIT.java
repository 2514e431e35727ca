package org.lianji.merges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.AnotherHub;
import org.lianji.Hub;
import org.lianji.KilledWork;
import org.lianji.LongProof;
import org.lianji.catalogue.CatalogueFiles;
import org.lianji.contribution.Owner;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * {@code kill -9} of the hub, and then of hub and database, while two officers merge people and
 * then part them: each pair is one person with all that hangs on both, or two as they were.
 */
@LongProof
class KilledMergeIT {

    private static final int PAIRS = 12;
    private static final int OFFICERS = 3;

    private static final String MERGES =
            """
            MATCH (m:PersonMerge)
            RETURN m.id AS id, m.state AS state, m.version AS version,
              COUNT { MATCH (:ProcedureEvent {matter: m.id}) } AS events,
              COUNT { MATCH (:News {subject: m.id, kind: 'PersonMergeChanged'}) } AS news
            """;

    private static final String PEOPLE =
            """
            UNWIND $pairs AS pair
            MATCH (a:Person {idNumber: pair[0]}), (b:Person {idNumber: pair[1]})
            RETURN EXISTS { (b)-[:MERGED_INTO]->(a) } AS merged,
              COUNT { (a)<-[:ABOUT]-(:Record) } AS kept, COUNT { (b)<-[:ABOUT]-(:Record) } AS other
            """;

    private final List<AnotherHub> started = new ArrayList<>();

    @TempDir Path home;

    @AfterEach
    void stop() {
        started.forEach(AnotherHub::stop);
    }

    private AnotherHub start() {
        AnotherHub hub =
                AnotherHub.start(
                        home,
                        "--lianji.demo.agreements=false",
                        "--lianji.monitoring.nightly=-",
                        "--lianji.publication.daily=-",
                        "--lianji.identity.nightly=-",
                        "--lianji.limits.time=10m",
                        "--spring.transaction.default-timeout=10m");
        started.add(hub);
        return hub;
    }

    @Test
    void eachPairIsOnePersonOrTwoAndNothingBetween() {
        AnotherHub first = start();
        List<JsonNode> proposed = proposed(first);

        KilledWork merging = new KilledWork(OFFICERS, proposed, step("confirmMerge"));
        Set<String> merged = merging.killed(first, 3, false);
        AnotherHub second = start();
        assertThat(whole(second, "MERGED")).containsAll(merged);
        merged = merging.killed(second, PAIRS - 5, true);
        AnotherHub third = start();
        assertThat(whole(third, "MERGED")).containsAll(merged);
        List<JsonNode> all = merging.all(third.hub());
        assertThat(whole(third, "MERGED")).hasSize(PAIRS);

        List<JsonNode> parting =
                new KilledWork(1, all, (hub, one) -> stepped(hub, "MZ-COUNTY", "splitPerson", one))
                        .all(third.hub());
        KilledWork splitting = new KilledWork(OFFICERS, parting, step("confirmSplit"));
        Set<String> split = splitting.killed(third, 3, true);
        AnotherHub fourth = start();
        assertThat(whole(fourth, "SPLIT")).containsAll(split);
        splitting.all(fourth.hub());
        assertThat(whole(fourth, "SPLIT")).hasSize(PAIRS);
    }

    private static BiFunction<Hub, KilledWork.Matter, JsonNode> step(String mutation) {
        return (hub, one) -> stepped(hub, "MZ-COUNTY-2", mutation, one);
    }

    /** Under the same name each time, so that what was done before is not done again. */
    private static JsonNode stepped(
            Hub hub, String client, String mutation, KilledWork.Matter one) {
        boolean plain = mutation.startsWith("confirm");
        return hub.ask(
                client,
                "mutation ($s: %s!) { %s(%s: $s) { id version } }"
                        .formatted(
                                plain ? "PersonMergeStep" : "PersonMergeStatement",
                                mutation,
                                plain ? "step" : "input"),
                Map.of(
                        "s",
                        Map.of(
                                "id",
                                one.one().at("/id").asString(),
                                "version",
                                one.one().at("/version").asInt(),
                                "note",
                                "档案逐项核过",
                                "clientMutationKey",
                                mutation + "-" + one.number())));
    }

    private static List<JsonNode> proposed(AnotherHub hub) {
        List<JsonNode> proposed = new ArrayList<>();
        try (Driver driver = hub.connect()) {
            DoubleRegistration pairs =
                    new DoubleRegistration(
                            hub.hub(), CatalogueFiles.read(), Neo4jClient.create(driver));
            pairs.agreed("A");
            pairs.agreed("C");
            for (int i = 0; i < PAIRS; i++) {
                pairs.register("A" + i, kept(i), "李建国", "HA" + i, "2026-03-01");
                pairs.register("B" + i, other(i), "李建国", "HB" + i, "2026-03-01");
                pairs.cancelled("C" + i, other(i), "DUPLICATE");
                pairs.relief("D" + i, kept(i), "李建国", "2026-04-01");
                pairs.relief("E" + i, other(i), "李建国", "2026-04-02");
                String basis =
                        String.valueOf(hub.hub().matter("MZ-COUNTY", kept(i), other(i)).basis());
                JsonNode answer =
                        pairs.propose(
                                "MZ-COUNTY", pairs.token(kept(i)), pairs.token(other(i)), basis);
                assertThat(answer.has("errors")).as(answer.toString()).isFalse();
                proposed.add(answer.at("/data/mergePersons"));
            }
        }
        return proposed;
    }

    private static String kept(int i) {
        return Owner.idNumber("15262719580103%03d".formatted(101 + 4 * i));
    }

    private static String other(int i) {
        return Owner.idNumber("15262719580103%03d".formatted(103 + 4 * i));
    }

    /** {@return merges in the state, once everybody is seen to be wholly one or two} */
    private static List<String> whole(AnotherHub hub, String state) {
        List<List<String>> pairs =
                IntStream.range(0, PAIRS).mapToObj(i -> List.of(kept(i), other(i))).toList();
        try (Driver graph = hub.connect()) {
            List<Record> merges = graph.executableQuery(MERGES).execute().records();
            assertThat(merges)
                    .hasSize(PAIRS)
                    .allSatisfy(
                            one -> {
                                assertThat(one.get("events").asInt())
                                        .isEqualTo(one.get("version").asInt());
                                assertThat(one.get("news").asInt())
                                        .isEqualTo(one.get("version").asInt());
                            });
            List<Record> people =
                    graph.executableQuery(PEOPLE)
                            .withParameters(Map.of("pairs", pairs))
                            .execute()
                            .records();
            assertThat(people)
                    .hasSize(PAIRS)
                    .allSatisfy(
                            one -> {
                                boolean merged = one.get("merged").asBoolean();
                                assertThat(one.get("kept").asInt()).isEqualTo(merged ? 5 : 2);
                                assertThat(one.get("other").asInt()).isEqualTo(merged ? 0 : 3);
                            });
            assertThat(people.stream().filter(one -> one.get("merged").asBoolean()))
                    .hasSize(
                            (int)
                                    merges.stream()
                                            .map(one -> one.get("state").asString())
                                            .filter(
                                                    one ->
                                                            one.equals("MERGED")
                                                                    || one.equals("SPLIT_PROPOSED"))
                                            .count());
            return merges.stream()
                    .filter(one -> one.get("state").asString().equals(state))
                    .map(one -> one.get("id").asString())
                    .toList();
        }
    }
}
