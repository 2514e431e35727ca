package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.AnotherHub;
import org.lianji.Hub;
import org.lianji.KilledWork;
import org.lianji.LongProof;
import org.lianji.catalogue.CatalogueFiles;
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code kill -9} of the hub, and then of hub and database, while a county decides applications and
 * begins to pay: each is decided with all that follows, or not at all, and nothing is done twice.
 */
@LongProof
class KilledDecisionIT {

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

        KilledWork decisions = new KilledWork(OFFICERS, reported, KilledDecisionIT::confirmed);
        Set<String> decided = decisions.killed(first, 4, false);
        AnotherHub second = start();
        assertThat(whole(second, "CONFIRMED")).containsAll(decided);
        decided = decisions.killed(second, FAMILIES - 6, true);
        AnotherHub third = start();
        assertThat(whole(third, "CONFIRMED")).containsAll(decided);
        List<JsonNode> confirmed = decisions.all(third.hub());
        assertThat(whole(third, "CONFIRMED")).hasSize(FAMILIES);

        done(third.hub().ask("MZ", "mutation { advanceClock(days: 31) { now } }"));
        KilledWork payments = new KilledWork(OFFICERS, confirmed, KilledDecisionIT::paid);
        Set<String> paid = payments.killed(third, 4, false);
        AnotherHub fourth = start();
        assertThat(whole(fourth, "PAYING")).containsAll(paid);
        payments.all(fourth.hub());
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

    private static JsonNode confirmed(Hub hub, KilledWork.Matter work) {
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

    private static JsonNode paid(Hub hub, KilledWork.Matter work) {
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
