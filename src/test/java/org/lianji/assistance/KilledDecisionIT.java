package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.AnotherHub;
import org.lianji.Hub;
import org.lianji.LongProof;
import org.lianji.catalogue.CatalogueFiles;
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code kill -9} of the hub, and then of hub and database, while a county decides applications and
 * begins to pay: each is decided with all that follows, or not at all, and nothing is done twice.
 */
@LongProof
class KilledDecisionIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int FAMILIES = 18;
    private static final int OFFICERS = 3;

    private static final String STANDING =
            """
            MATCH (c:Case)
            RETURN c.id AS id, c.state AS state, c.version AS version,
              COUNT { MATCH (r:Record {key: 'MZ01|' + c.id}) WHERE r.status = 'ACTIVE' } AS records,
              COUNT { MATCH (s:Superseded {recordNo: c.id}) } AS replaced,
              COUNT { (c)-[:GRANTED_TO]->(:Person) } AS members,
              COUNT { MATCH (d:Deadline)-[:OF]->(c) WHERE d.endedOn IS NULL } AS running,
              COUNT { MATCH (b:Basis {matter: c.id}) WHERE b.closed IS NULL } AS bases,
              COUNT { MATCH (e:ProcedureEvent {matter: c.id}) } AS events,
              COUNT { MATCH (e:ProcedureEvent {matter: c.id, transition: 'CONFIRM'}) } AS decisions,
              COUNT { MATCH (e:ProcedureEvent {matter: c.id, transition: 'PAY'}) } AS payments,
              COUNT { MATCH (n:News {subject: c.id, kind: 'CaseChanged'}) } AS news
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
                        "--lianji.calendar.file=src/test/resources/calendar/later-years.json",
                        "--lianji.monitoring.nightly=-",
                        "--lianji.publication.daily=-",
                        "--lianji.limits.time=10m",
                        "--spring.transaction.default-timeout=10m");
        started.add(hub);
        return hub;
    }

    @Test
    void eachDecisionIsThereWithItsRecordOrNotAtAll() {
        AnotherHub first = start();
        List<JsonNode> reported = reported(first.hub());

        Set<String> decided = killed(first, reported, KilledDecisionIT::confirmed, 4, false);
        AnotherHub second = start();
        assertThat(whole(second, "CONFIRMED")).containsAll(decided);
        decided = killed(second, reported, KilledDecisionIT::confirmed, FAMILIES - 6, true);
        AnotherHub third = start();
        assertThat(whole(third, "CONFIRMED")).containsAll(decided);
        List<JsonNode> confirmed = all(third.hub(), reported, KilledDecisionIT::confirmed);
        assertThat(whole(third, "CONFIRMED")).hasSize(FAMILIES);

        done(third.hub().ask("MZ", "mutation { advanceClock(days: 31) { now } }"));
        Set<String> paid = killed(third, confirmed, KilledDecisionIT::paid, 4, false);
        AnotherHub fourth = start();
        assertThat(whole(fourth, "PAYING")).containsAll(paid);
        all(fourth.hub(), confirmed, KilledDecisionIT::paid);
        assertThat(whole(fourth, "PAYING")).hasSize(FAMILIES);
    }

    /** {@return applications that wait for the county, in whichever order} */
    private static List<JsonNode> reported(Hub hub) {
        LocalDate since = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(30);
        Monitored city = new Monitored(hub, CatalogueFiles.read());
        Town town = new Town(hub);
        List<JsonNode> noticed = new ArrayList<>();
        for (int i = 0; i < FAMILIES; i++) {
            city.register("" + i, number(i), HERE, since);
            noticed.add(town.taken(TOWN, "noticeCase", town.opined(town.checked(number(i)), true)));
        }
        done(hub.ask("MZ", "mutation { advanceClock(days: 7) { now } }"));
        return noticed.stream()
                .map(one -> town.taken(TOWN, "reportCase", one, Town.PAPER))
                .toList();
    }

    private static String number(int i) {
        return Owner.idNumber("15262719580103%03d".formatted(101 + 2 * i));
    }

    private static JsonNode confirmed(Hub hub, Work work) {
        return new Town(hub)
                .award(
                        work.one(),
                        Map.of(
                                "monthlyAmount",
                                "615.50",
                                "area",
                                "RURAL",
                                "reason",
                                "入户所见与登记不符",
                                "clientMutationKey",
                                "decision-" + work.number()),
                        number(work.number()));
    }

    private static JsonNode paid(Hub hub, Work work) {
        return hub.ask(
                COUNTY,
                "mutation ($step: CaseStep!) { startCasePayment(step: $step) { id version } }",
                Map.of(
                        "step",
                        Map.of(
                                "id",
                                work.one().at("/id").asString(),
                                "version",
                                work.one().at("/version").asInt(),
                                "clientMutationKey",
                                "payment-" + work.number())));
    }

    /** An application, and the number of its family. */
    private record Work(int number, JsonNode one) {}

    /**
     * Several officers take the step of all of them at once, under the same names as before, until
     * so many have been answered; then the hub is killed.
     *
     * @param database whether its database is, too
     * @return identifiers of those that were answered
     */
    private static Set<String> killed(
            AnotherHub hub,
            List<JsonNode> cases,
            BiFunction<Hub, Work, JsonNode> step,
            int answered,
            boolean database) {
        Set<String> known = ConcurrentHashMap.newKeySet();
        Hub asked = hub.hub();
        List<CompletableFuture<Void>> officers =
                officers(
                        cases,
                        work -> known.add(done(step.apply(asked, work)).at("/id").asString()));
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> known.size() >= answered);
        if (database) {
            hub.database().destroyForcibly();
            hub.kill();
        } else {
            hub.killAllButItsDatabase();
        }
        assertThat(officers)
                .as("the last answers are lost")
                .anySatisfy(
                        one ->
                                assertThat(one)
                                        .failsWithin(LIMIT)
                                        .withThrowableOfType(Exception.class)
                                        .withRootCauseInstanceOf(IOException.class));
        return Set.copyOf(known);
    }

    private static List<CompletableFuture<Void>> officers(
            List<JsonNode> cases, Consumer<Work> each) {
        return IntStream.range(0, OFFICERS)
                .mapToObj(
                        officer ->
                                CompletableFuture.runAsync(
                                        () ->
                                                IntStream.range(0, cases.size())
                                                        .filter(i -> i % OFFICERS == officer)
                                                        .mapToObj(i -> new Work(i, cases.get(i)))
                                                        .forEach(each)))
                .toList();
    }

    /** {@return all of them, after the step that whoever had no answer takes again} */
    private static List<JsonNode> all(
            Hub hub, List<JsonNode> cases, BiFunction<Hub, Work, JsonNode> step) {
        JsonNode[] after = new JsonNode[cases.size()];
        officers(cases, work -> after[work.number()] = done(step.apply(hub, work)))
                .forEach(CompletableFuture::join);
        return Stream.of(after).toList();
    }

    /** {@return those in the state, once each is seen to be wholly where it stands} */
    private static List<String> whole(AnotherHub hub, String state) {
        try (Driver graph = hub.connect()) {
            List<Record> cases = graph.executableQuery(STANDING).execute().records();
            assertThat(cases).hasSize(FAMILIES).allSatisfy(KilledDecisionIT::assertWhole);
            return cases.stream()
                    .filter(one -> one.get("state").asString().equals(state))
                    .map(one -> one.get("id").asString())
                    .toList();
        }
    }

    private static void assertWhole(Record one) {
        String state = one.get("state").asString();
        int decided = state.equals("REPORTED") ? 0 : 1;
        assertThat(state).isIn("REPORTED", "CONFIRMED", "PAYING");
        assertThat(one.get("decisions").asInt()).as("decisions").isEqualTo(decided);
        assertThat(one.get("records").asInt()).as("records").isEqualTo(decided);
        assertThat(one.get("members").asInt()).as("members").isEqualTo(decided);
        assertThat(one.get("running").asInt()).as("clocks").isEqualTo(2 - 2 * decided);
        assertThat(one.get("bases").asInt()).as("bases").isEqualTo(1 - decided);
        assertThat(one.get("payments").asInt()).isEqualTo(state.equals("PAYING") ? 1 : 0);
        assertThat(one.get("replaced").asInt()).as("earlier versions").isZero();
        assertThat(one.get("events").asInt()).isEqualTo(one.get("version").asInt());
        assertThat(one.get("news").asInt()).isEqualTo(one.get("version").asInt());
    }
}
