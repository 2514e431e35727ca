package org.lianji.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Rows of a list that has birth dates and telephones find their person though the name doesn't. */
@HubTest
@TestPropertySource(
        properties =
                "spring.graphql.schema.locations=classpath:graphql/**/,file:src/test/resources/visit-category/")
class MoreKeysIT {

    private static final String LI = "150924198807042025";
    private static final String VILLAGE = "150924106001";
    private static final String NEXT_VILLAGE = "150924106002";
    private static final String PHONE = "13900001111";
    private static final Map<String, String> MISSPELT = misspelt("1988-07-04", "FEMALE");

    private static Map<String, String> misspelt(String birthDate, String sex) {
        return Map.of(
                "personName", "李建图", "birthDate", birthDate, "sex", sex, "region", NEXT_VILLAGE);
    }

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired Neo4jClient graph;
    @Autowired KeyBackfill backfill;
    @Autowired IdentityRuns runs;

    private Monitored city;

    @BeforeEach
    void liIsRegistered() {
        city = new Monitored(hub, catalogue);
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo",
                                "1",
                                "observedAt",
                                "2026-03-01T00:00:00+08:00",
                                "idNumber",
                                LI,
                                "hukouNo",
                                "H1",
                                "relationToHead",
                                "HEAD",
                                "hukouRegion",
                                VILLAGE,
                                "name",
                                "李建国",
                                "sex",
                                "FEMALE",
                                "birthDate",
                                "1988-07-04")));
    }

    private void agree(String... items) {
        new Agreed(hub).on("GA", "MZ", "C", "S3", List.of("150900000000"), List.of(items));
    }

    private void visited(String recordNo, Map<String, String> items) {
        Map<String, Object> row = new HashMap<>(items);
        row.put("recordNo", recordNo);
        row.put("observedAt", "2026-04-01T08:00:00+08:00");
        city.contribute("MZ15", List.of(row));
    }

    /** Of the city, since a row that names no place lies nowhere nearer. */
    private List<JsonNode> reviews() {
        return StreamSupport.stream(
                        hub.ask("MZ-CITY", "{ identityReviews { nodes { id version rivals } } }")
                                .at("/data/identityReviews/nodes")
                                .spliterator(),
                        false)
                .toList();
    }

    private void waits(String recordNo) {
        await().until(
                        () ->
                                graph.query(
                                                "MATCH (r:Record {recordNo: $no})-[:WAITS_FOR]->()"
                                                        + " RETURN count(r) > 0")
                                        .bind(recordNo)
                                        .to("no")
                                        .fetchAs(Boolean.class)
                                        .one()
                                        .orElse(false));
    }

    @Test
    void byTheDayOfBirthWhereTheNameIsMisspelt() {
        agree("GA01.name", "GA01.birthDate", "GA01.sex", "GA01.hukouRegion");
        visited("V1", misspelt("1988-07-05", "FEMALE"));
        visited("V2", misspelt("1988-07-04", "MALE"));
        waits("V2");
        visited("V3", MISSPELT);

        await().until(() -> !reviews().isEmpty());
        assertThat(reviews()).as("neither of another day nor of another sex").hasSize(1);
    }

    @Test
    void byTheYearOfBirthAndTheSoundWhereTheDayIsLunar() {
        agree("GA01.name", "GA01.birthDate", "GA01.sex", "GA01.hukouRegion");
        visited("V1", Map.of("personName", "李见国", "birthDate", "1989-05-21", "sex", "FEMALE"));
        waits("V1");
        visited("V2", Map.of("personName", "李见国", "birthDate", "1988-05-21", "sex", "FEMALE"));

        await().until(() -> !reviews().isEmpty());
        assertThat(reviews()).as("not of another year").hasSize(1);
    }

    @Test
    void byATelephoneOfTheDepartmentsOwn() {
        agree("GA01.name");
        visited("V1", Map.of("personName", "李见国", "phone", PHONE));
        waits("V1");
        assertThat(reviews()).isEmpty();
        visited("V2", Map.of("idNumber", LI, "personName", "李建国", "phone", PHONE));

        await().until(() -> !reviews().isEmpty());
        assertThat(reviews()).as("who had waited is found").hasSize(1);
    }

    /** A day of birth that hits would tell what the register has. */
    @Test
    void byNothingThatDoesNotShow() {
        agree("GA01.name");
        visited("V1", MISSPELT);
        waits("V1");
        visited("V2", Map.of("idNumber", LI, "personName", "李建国", "phone", PHONE));
        visited("V3", Map.of("personName", "李见国", "phone", PHONE));

        await().until(() -> !reviews().isEmpty());
        assertThat(reviews()).as("of the third alone").hasSize(1);
    }

    @Test
    void whoWasThereBeforeGetsKeysToo() {
        agree("GA01.name", "GA01.birthDate", "GA01.sex", "GA01.hukouRegion");
        await().until(() -> keys() == 3);
        graph.query("MATCH (:Person)-[b:BLOCKED_BY]->() DELETE b").run();
        visited("V1", MISSPELT);
        waits("V1");
        assertThat(reviews()).isEmpty();

        graph.query("CREATE (:KeyBackfill {name: 'persons', after: ''})").run();
        backfill.begin();

        await().until(() -> !reviews().isEmpty());
        await().until(() -> nodes("KeyBackfill") == 0);
        assertThat(keys()).isEqualTo(3);
    }

    /** An older hub had left its one key in the record. */
    @Test
    void whatWaitedBeforeIsLookedAtAgain() {
        visited("V1", MISSPELT);
        waits("V1");
        graph.query("MATCH (r:Record)-[w:WAITS_FOR]->() SET r.nameBlock = '' DELETE w").run();
        agree("GA01.name", "GA01.birthDate", "GA01.sex", "GA01.hukouRegion");
        assertThat(reviews()).isEmpty();

        graph.query("CREATE (:KeyBackfill {name: 'persons', after: ''})").run();
        backfill.begin();

        await().until(() -> !reviews().isEmpty());
    }

    /** No news tells of an agreement those whom it might show. */
    @Test
    void whoShowsByALaterAgreementIsFoundByNight() {
        visited("V1", MISSPELT);
        waits("V1");
        assertThat(runs.begin()).isTrue();
        through();
        assertThat(run().toString()).contains("\"looked\":1", "\"opened\":0", "\"linked\":0");
        agree("GA01.name", "GA01.birthDate", "GA01.sex", "GA01.hukouRegion");
        assertThat(runs.begin()).as("one a day").isFalse();
        assertThat(reviews()).isEmpty();

        yesterday();
        assertThat(runs.begin()).isTrue();

        through();
        assertThat(run().toString())
                .contains("\"whole\":true", "\"looked\":1", "\"opened\":1", "\"linked\":0");
        assertThat(reviews()).hasSize(1);
        yesterday();
        assertThat(runs.begin()).isTrue();
        through();
        assertThat(run().toString())
                .as("nothing has changed")
                .contains("\"whole\":false", "\"looked\":0");
        assertThat(hub.ask("YB", "{ identityRuns { day } }").at("/data/identityRuns")).isEmpty();
    }

    @Test
    void aRunThatWasLeftGoesOnAndCountsNothingTwice() {
        visited("V1", MISSPELT);
        waits("V1");
        assertThat(runs.begin()).isTrue();
        through();
        String id =
                graph.query("MATCH (r:IdentityRun) RETURN r.id")
                        .fetchAs(String.class)
                        .one()
                        .orElseThrow();
        runs.take(new IdentityRuns.StepDue(id, 1, List.of()));
        assertThat(run().at("/looked").asInt()).as("heard again").isEqualTo(1);
        graph.query("MATCH (r:IdentityRun) REMOVE r.endedAt SET r.step = 1, r.after = ''").run();

        runs.take(new IdentityRuns.StepDue(id, 1, List.of()));

        through();
        assertThat(run().at("/looked").asInt()).as("what it had left").isEqualTo(2);
    }

    private void through() {
        await().atMost(Duration.ofMinutes(1)).until(() -> !run().at("/endedAt").isNull());
    }

    private JsonNode run() {
        return hub.ask(
                        "MZ",
                        "{ identityRuns(first: 1) { day whole startedAt endedAt looked opened"
                                + " linked } }")
                .at("/data/identityRuns/0");
    }

    /** What was run today was run on the day before all others. */
    private void yesterday() {
        graph.query("MATCH (r:IdentityRun) SET r.day = r.day - duration({days: 10})").run();
    }

    private long keys() {
        return graph.query("MATCH (:Person)-[b:BLOCKED_BY]->() RETURN count(b)")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    private long nodes(String label) {
        return graph.query("MATCH (n:%s) RETURN count(n)".formatted(label))
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }
}
