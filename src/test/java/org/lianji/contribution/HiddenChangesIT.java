package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A change of an item tells nothing to those who do not see the item. */
@HubTest
class HiddenChangesIT {

    private static final String ALL =
            """
            query ($n: IdNumber!) {
              person(idNumber: $n) {
                id sex
                provenance { field item source observedAt receivedAt batch agreement shown }
                memberships { from to relation household { number members { from to person { id } } } }
                records { totalCount edges { cursor node { ...Whole } } }
              }
              listed: records(category: GA01, where: {householdRegistration: {sex: {isNull: false}}}) {
                edges { cursor node { ...Whole } }
              }
              early: records(category: GA01, where: {householdRegistration: {observedAt: {lt: "2026-03-15T00:00:00+08:00"}}}) {
                totalCount nodes { id }
              }
            }
            fragment Whole on Record {
              id category recordNo observedAt validFrom validTo receivedAt department batch linkage personName
              provenance { item observedAt receivedAt batch shown }
              items { name value state }
            }
            """;

    @Autowired Hub hub;
    @Autowired Driver driver;

    private Owner owner;
    private Reason matter;

    @BeforeEach
    void twoOfAHousehold() {
        owner = new Owner(hub);
        contribute("k1", row("1", "2026-03-01", ZHANG, "H1"), row("2", "2026-03-02", LI, "H1"));
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "A",
                        "S3",
                        List.of(),
                        List.of("GA01.hukouNo", "GA01.sex", "GA01.relationToHead"));
        matter = hub.matter("MZ", ZHANG, LI);
    }

    private void contribute(String key, String... rows) {
        assertThat(owner.outcomes(owner.send(key, HEADER + String.join("", rows))))
                .doesNotContain("REJECTED");
    }

    private static String named(String recordNo, String observedAt, String name) {
        return row(recordNo, observedAt, ZHANG, "H1", "户主", "150902001001", name, "1956-03-12");
    }

    private JsonNode asked(String client, Reason reason) {
        JsonNode answer = hub.ask(client, reason, ALL, Map.of("n", ZHANG));
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer;
    }

    @Test
    void changesNothingForThoseWhoDoNotSeeTheItem() {
        JsonNode before = asked("MZ", matter);
        assertThat(before.at("/data/early/totalCount").asInt()).isEqualTo(2);

        contribute("k2", named("1", "2026-04-01", "张改名"));
        contribute("k3", named("1", "2026-05-01", "张又改"));

        assertThat(asked("MZ", matter)).isEqualTo(before);
    }

    @Test
    void movesNobodyFromOneMonthOfStatisticsToAnother() {
        support("s1", "2026-03-10", 800);
        List<String> before = months("CL");
        assertThat(before).contains("2026-03");
        assertThat(months("MZ")).contains("2026-03");

        support("s2", "2026-05-10", 850);

        assertThat(months("MZ")).as("the owner").contains("2026-05").doesNotContain("2026-03");
        assertThat(months("CL")).isEqualTo(before);
    }

    private void support(String key, String day, int amount) {
        String rows =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        "%d,%s,%s,AT_HOME,ABLE,%d,2026-03,ACTIVE\n"
                                                .formatted(i, Owner.at(day), number(i), amount))
                        .collect(Collectors.joining());
        String file =
                "recordNo,observedAt,idNumber,supportForm,selfCare,basicAmount,startMonth,status\n"
                        + rows;
        assertThat(
                        owner.outcomes(
                                "MZ",
                                owner.send(
                                        "MZ",
                                        "MZ02",
                                        key,
                                        "text/csv",
                                        null,
                                        file.getBytes(StandardCharsets.UTF_8))))
                .hasSize(40)
                .allMatch("ACCEPTED"::equals);
    }

    private static String number(int i) {
        return Owner.idNumber("15090219560312%03d".formatted(100 + i));
    }

    private List<String> months(String client) {
        JsonNode answer =
                hub.ask(
                        client,
                        new Reason("G", null),
                        "{ statistics(category: MZ02, byMonth: \"observedAt\") { cells { month"
                                + " count } } }",
                        Map.of());
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.findValuesAsString("month");
    }

    @Test
    void changesTheTimeForThoseWhoSeeTheItem() {
        new Agreed(hub).on("GA", "MZ", "A", "S3", List.of(), List.of("GA01.name"));
        JsonNode before = asked("MZ", matter).at("/data/person/records/edges/0/node");

        contribute("k2", named("1", "2026-04-01", "张改名"));

        JsonNode after = asked("MZ", matter).at("/data/person/records/edges/0/node");
        assertThat(after.at("/id")).isEqualTo(before.at("/id"));
        assertThat(after.at("/observedAt").asString()).startsWith("2026-04-01");
        contribute("k3", named("1", "2026-05-01", "张改名"));
        assertThat(asked("MZ", matter).at("/data/person/records/edges/0/node/observedAt"))
                .as("seen to be so since then")
                .isEqualTo(after.at("/observedAt"));
    }

    @Test
    void tellsTheOwnerWhenAndWithWhatItCameIn() {
        Reason own = hub.matter("GA", ZHANG, LI);
        JsonNode before = asked("GA", own).at("/data/person/records/edges/0/node");
        contribute("k2", named("1", "2026-04-01", "张改名"));

        JsonNode after = asked("GA", own).at("/data/person/records/edges/0/node");
        assertThat(after.at("/id")).isEqualTo(before.at("/id"));
        assertThat(after.at("/observedAt").asString()).startsWith("2026-04-01");
        assertThat(after.at("/batch").asString()).isNotEqualTo(before.at("/batch").asString());
        assertThat(after.at("/receivedAt").isNull()).isFalse();
        assertThat(after.at("/provenance/0/batch")).isEqualTo(after.at("/batch"));
    }

    @Test
    void aFactHasOneIdentifierAlsoWhenItWasTakenBack() {
        String id = id();
        contribute("k2", named("1", "2026-04-01", "张改名"));
        JsonNode first = withdraw();
        assertThat(first.at("/data/withdraw/record").asString()).isEqualTo(id);
        assertThat(first.at("/data/withdraw/restored").asString()).isEqualTo(id);
        assertThat(withdraw().at("/data/withdraw/restored").isNull()).isTrue();
        contribute("k4", named("1", "2026-06-01", "张三"));
        assertThat(id()).isEqualTo(id);
    }

    private JsonNode withdraw() {
        return hub.ask(
                "GA",
                "mutation { withdraw(category: GA01, recordNo: \"1\", reason: \"录错\") { record"
                        + " restored } }");
    }

    private String id() {
        return asked("MZ", matter)
                .at("/data/person/records/edges")
                .valueStream()
                .map(edge -> edge.at("/node"))
                .filter(node -> node.at("/recordNo").asString().equals("1"))
                .map(node -> node.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Each version had an identifier of its own, which was given out. */
    @Test
    void identifiersGivenOutBeforeLeadToTheFact() throws IOException {
        contribute("k2", named("1", "2026-04-01", "张改名"));
        JsonNode now = asked("MZ", matter);
        run("DROP CONSTRAINT record_version; DROP CONSTRAINT superseded_version");
        run("MATCH (r:Record|Superseded) SET r.id = 'R' + r.recordNo + r.observedAt.month");
        run(
                "MATCH ()-[e]->() WHERE e.record IS NOT NULL MATCH (r:Record|Superseded {version:"
                        + " e.record}) SET e.record = r.id");
        run("MATCH (r:Record|Superseded) REMOVE r.version, r.changed, r.changedAt, r.firstAt");

        migrate();
        migrate();

        for (String given : List.of("R13", "R14")) {
            assertThat(
                            hub.ask(
                                            "MZ",
                                            matter,
                                            "{ node(id: \"%s\") { id } }".formatted(given),
                                            Map.of())
                                    .at("/data/node/id")
                                    .asString())
                    .isEqualTo("R14");
        }
        assertThat(asked("MZ", matter).at("/data/person/records/edges/1/node/observedAt"))
                .isEqualTo(now.at("/data/person/records/edges/1/node/observedAt"));
        contribute("k3", named("1", "2026-05-01", "张又改"));
        assertThat(id()).isEqualTo("R14");
    }

    private void migrate() throws IOException {
        run(Files.readString(Path.of("schema/graph/V060__identifiers_of_facts.cypher")));
    }

    private void run(String text) {
        try (Session session = driver.session()) {
            Stream.of(text.replaceAll("(?m)^\\s*//.*$", "").split(";\\s*(\\n|$)|; "))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .forEach(statement -> session.run(statement).consume());
        }
    }
}
