package org.lianji.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.contribution.Owner;
import org.lianji.items.Values;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.platform.Reason;
import org.lianji.upload.RawRow;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An instant is the same whatever offset it is written with, and its day is the one in China. */
@HubTest
class InstantsIT {

    private static final String VEHICLES =
            "recordNo,idNumber,personName,observedAt,plateTail,vehicleType,registeredOn,state\n";
    private static final String RELIEF = "recordNo,idNumber,personName,observedAt,kind,grantedAt\n";
    private static final String MEMBERSHIPS =
            """
            MATCH (:Person)-[m:MEMBER_OF]->(h:Household)
            RETURN h.number + ' ' + toString(m.from) + ' ' + coalesce(toString(m.to), 'open') ORDER BY m.from, h.number
            """;

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    @Autowired Driver driver;

    @Autowired Catalogue catalogue;

    @Autowired Values values;

    @Autowired People people;

    @Autowired Regions regions;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eq: \"2026-11-01T00:00:00Z\"                 | 1 2",
                "eq: \"2026-10-31T19:00:00.000-05:00\"        | 1 2",
                "in: [\"2026-11-01T00:00:00Z\"]               | 1 2",
                "lt: \"2026-11-01T08:00:00+08:00\"            |",
                "gt: \"2026-11-01T00:00:00Z\"                 |",
                "lte: \"2026-11-01T08:00:00+08:00\"           | 1 2",
                "gte: \"2026-11-01T00:00:00Z\"                | 1 2",
                "gt: \"2026-11-01T07:59:59.999+08:00\"        | 1 2",
                "lt: \"2026-11-01T00:00:00.001Z\"             | 1 2"
            })
    void conditionsCompareInstants(String condition, String found) {
        vehicles("k", vehicle("1", "2026-11-01T08:00:00+08:00", "王强"));
        vehicles("l", vehicle("2", "2026-11-01T00:00:00Z", "王强"));

        assertThat(
                        records(
                                        "GA",
                                        "GA03",
                                        "where: {motorVehicle: {observedAt: {%s}}}",
                                        condition)
                                .valueStream()
                                .map(node -> node.get("recordNo").asString())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(found == null ? "" : found);
    }

    @Test
    void theSameAtAnotherOffsetIsUnchangedAndOtherContentIsNot() {
        vehicles("k", vehicle("1", "2026-11-01T08:00:00+08:00", "王强"));

        assertThat(vehicles("l", vehicle("1", "2026-11-01T00:00:00Z", "王强")))
                .containsExactly("UNCHANGED");
        assertThat(vehicles("m", vehicle("1", "2026-11-01T00:00:00.0009Z", "王强")))
                .containsExactly("UNCHANGED");
        assertThat(vehicles("n", vehicle("1", "2026-11-01T00:00:00Z", "王二")))
                .containsExactly("REJECTED SAME_TIME_OTHER_CONTENT@observedAt");
    }

    @Test
    void theLaterInstantSupersedesWhateverItsClockShows() {
        vehicles("k", vehicle("1", "2026-11-01T08:30:00+08:00", "王强"));

        assertThat(vehicles("l", vehicle("1", "2026-11-01T01:00:00Z", "王二")))
                .containsExactly("ACCEPTED");
        assertThat(vehicles("m", vehicle("1", "2026-11-01T09:59:00+09:00", "王三")))
                .containsExactly("SUPERSEDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01T00:30:00+08:00", "2026-10-31T16:30:00Z"})
    void aRelationBeginsOnTheDayInChina(String observedAt) {
        owner.send("k", HEADER + row("1", observedAt, ZHANG, "H1"));

        assertThat(texts(MEMBERSHIPS)).containsExactly("H1 2026-11-01 open");
    }

    @Test
    void answersAndFilesTellItInChinasTimeAndInOneLength() {
        HttpResponse<String> sent =
                send(
                        "GA",
                        "GA03",
                        "k",
                        VEHICLES,
                        vehicle("1", "2026-10-31T16:30:00Z", "王强")
                                + vehicle("2", "2026-11-01T08:00:00.1239+08:00", "王强"));
        Reason plan = hub.plan("GA");

        JsonNode nodes =
                hub.ask(
                                "GA",
                                plan,
                                "{ records(category: GA03) { nodes { observedAt receivedAt"
                                    + " provenance(items: [\"plateTail\"]) { observedAt } } } }",
                                Map.of())
                        .at("/data/records/nodes");
        String file =
                hub.send(
                                hub.as("GA", "/export/GA03?format=csv&items=plateTail")
                                        .header(Reason.PURPOSE, "B")
                                        .header(Reason.BASIS, String.valueOf(plan.basis())))
                        .body();

        assertThat(nodes.findValuesAsString("observedAt"))
                .containsExactly(
                        "2026-11-01T00:30:00.000+08:00",
                        "2026-11-01T00:30:00.000+08:00",
                        "2026-11-01T08:00:00.123+08:00",
                        "2026-11-01T08:00:00.123+08:00");
        assertThat(nodes.findValuesAsString("receivedAt"))
                .allMatch(time -> time.matches(".{19}\\.\\d{3}\\+08:00"));
        assertThat(file)
                .contains(",2026-11-01T00:30:00.000+08:00,", ",2026-11-01T08:00:00.123+08:00,");
        assertThat(Owner.json(sent).at("/receivedAt").asString()).matches(".{19}\\.\\d{3}\\+08:00");
    }

    @Test
    void whatTheHubSaysOfItselfIsAsLong() {
        vehicles("k", vehicle("1", "2026-11-01T08:00:00+08:00", "王强"));

        JsonNode answer =
                hub.ask(
                        "GA",
                        "mutation { withdraw(category: GA03, recordNo: \"1\", reason: \"录错\") {"
                                + " withdrawnAt } }");

        assertThat(answer.at("/data/withdraw/withdrawnAt").asString())
                .as("%s", answer)
                .matches(".{19}\\.\\d{3}\\+08:00");
    }

    @Test
    void itemsAreInstantsToo() {
        send("MZ", "MZ05", "k", RELIEF, relief(1, "2026-10-31T16:30:00Z"));

        assertThat(
                        records(
                                        "MZ",
                                        "MZ05",
                                        "where: {temporaryRelief: {grantedAt: {%s}}}",
                                        "eq: \"2026-11-01T00:30:00+08:00\"")
                                .findValuesAsString("grantedAt"))
                .containsExactly("2026-11-01T00:30:00.000+08:00");
    }

    @Test
    void statisticsCutMonthsInChina() {
        String rows =
                IntStream.range(0, 80)
                        .mapToObj(n -> relief(n, "2026-10-31T16:30:00Z"))
                        .collect(Collectors.joining());
        send("MZ", "MZ05", "k", RELIEF, rows);

        JsonNode answer =
                hub.ask(
                        "MZ",
                        new Reason("G", null),
                        "{ statistics(category: MZ05, byMonth: \"grantedAt\") { cells { month } }"
                                + " }",
                        Map.of());

        assertThat(answer.findValuesAsString("month")).as("%s", answer).containsExactly("2026-11");
    }

    /** As a hub wrote them that kept instants at the offset they came with. */
    @Test
    void bringsWhatWasWrittenBeforeIntoTheOneForm() throws IOException {
        owner.send("k", HEADER + row("1", "2026-10-01T08:00:00+08:00", ZHANG, "H1"));
        owner.send("l", HEADER + row("1", "2026-11-01T00:30:00+08:00", ZHANG, "H2"));
        asItCame("2026-10-31T16:30:00Z", "2026-10-31");

        migrate();
        migrate();

        assertThat(texts("MATCH (r:Record) RETURN toString(r.observedAt)"))
                .containsExactly("2026-11-01T00:30:00+08:00");
        assertThat(texts(MEMBERSHIPS))
                .containsExactly("H1 2026-10-01 2026-11-01", "H2 2026-11-01 open");
        assertThat(texts("MATCH (s:Superseded) RETURN toString(s.validTo)"))
                .containsExactly("2026-11-01");
        for (String same : List.of("2026-10-31T16:30:00Z", "2026-11-01T00:30:00+08:00")) {
            assertThat(owner.outcomes(owner.send(same, HEADER + row("1", same, ZHANG, "H2"))))
                    .containsExactly("UNCHANGED");
            assertThat(owner.outcomes(owner.send("x" + same, HEADER + row("1", same, ZHANG, "H3"))))
                    .containsExactly("REJECTED SAME_TIME_OTHER_CONTENT@observedAt");
        }
    }

    private void asItCame(String observedAt, String day) {
        graph.query(
                        """
                        MATCH (v:Record|Superseded) SET v.id = v.version
                        WITH DISTINCT 1 AS before
                        MATCH (r:Record) SET r.observedAt = datetime($at), r.digest = $digest
                        WITH r MATCH ()-[e {record: r.id}]->() SET e.from = date($day)
                        WITH DISTINCT 1 AS once
                        MATCH (s:Superseded) SET s.validTo = date($day)
                        WITH s MATCH ()-[e {record: s.id}]->() SET e.to = date($day)
                        """)
                .bindAll(Map.of("at", observedAt, "day", day, "digest", digest(observedAt)))
                .run();
    }

    /** Made of the instant as it was written. */
    private String digest(String observedAt) {
        Category category = catalogue.category("GA01").orElseThrow();
        List<String> names = List.of(HEADER.strip().split(","));
        String[] cells = row("1", observedAt, ZHANG, "H2").strip().split(",");
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            values.put(names.get(i), cells[i]);
        }
        CheckedRow checked =
                new RowChecks(category, this.values, people, regions)
                        .check(new RawRow(1, values, List.of(), List.of()));
        Map<String, Object> content =
                new HashMap<>(((CheckedRow.Valid) checked).row().digest().content());
        content.replace(" observedAt", OffsetDateTime.parse(observedAt));
        return RowDigest.of(content, Map.of()).text();
    }

    private void migrate() throws IOException {
        String file =
                Files.readString(Path.of("schema/graph/V013__instants_in_beijing_time.cypher"));
        try (Session session = driver.session()) {
            for (String statement : file.replaceAll("(?m)^//.*$", "").split(";\\n")) {
                if (!statement.isBlank()) {
                    session.run(statement).consume();
                }
            }
        }
    }

    private List<String> vehicles(String key, String rows) {
        HttpResponse<String> sent = send("GA", "GA03", key, VEHICLES, rows);
        return owner.outcomes(sent);
    }

    private HttpResponse<String> send(
            String department, String category, String key, String header, String rows) {
        return owner.send(
                department,
                category,
                key,
                "text/csv",
                null,
                (header + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static String vehicle(String recordNo, String observedAt, String name) {
        return "%s,%s,%s,%s,A12,SMALL_PASSENGER,2020-05-01,NORMAL\n"
                .formatted(recordNo, ZHANG, name, observedAt);
    }

    private static String relief(int number, String grantedAt) {
        return "%d,%s,某,2026-11-02T08:00:00+08:00,EMERGENCY,%s\n"
                .formatted(number, idNumber(number), grantedAt);
    }

    private static String idNumber(int number) {
        return Owner.idNumber("15090219560312%03d".formatted(100 + number));
    }

    private JsonNode records(String department, String category, String where, String condition) {
        String item = category.equals("MZ05") ? " ... on TemporaryRelief { grantedAt }" : "";
        JsonNode answer =
                hub.ask(
                        department,
                        hub.plan(department),
                        "{ records(category: %s, %s) { nodes { recordNo%s } } }"
                                .formatted(category, where.formatted(condition), item),
                        Map.of());
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.at("/data/records/nodes");
    }

    private List<String> texts(String statement) {
        return List.copyOf(graph.query(statement).fetchAs(String.class).all());
    }
}
