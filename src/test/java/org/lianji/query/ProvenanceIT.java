package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.Share;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Reason;
import org.lianji.proof.Looks;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where values come from is told where the value is told, and nowhere else. */
@HubTest
class ProvenanceIT {

    private static final String A = "150902195603121010";
    private static final String B = "150924198807042025";
    private static final String CHILD = "150929201602294014";
    private static final Reason CASE = new Reason("A", "CMZ");
    private static final String PARTS =
            "{ field item source observedAt receivedAt batch agreement shown }";

    @Autowired Hub hub;

    @Autowired Driver driver;

    @Autowired Neo4jClient graph;

    @Autowired IdentityHash hash;

    @Autowired Catalogue catalogue;

    @BeforeEach
    void facts() throws IOException {
        Map<String, Object> hashes = new HashMap<>();
        for (String number : List.of(A, B, CHILD)) {
            hashes.put(number, hash.of(number));
        }
        driver.executableQuery(Files.readString(Path.of("src/test/resources/query/facts.cypher")))
                .withParameters(Map.of("hash", hashes))
                .execute();
        driver.executableQuery(
                        """
                        MATCH (r:Record) SET r.batch = 'B' + r.id, r.receivedAt = datetime('2026-05-01T00:00:00+08:00')
                        WITH DISTINCT 1 AS one
                        MATCH (b:Person {id: 'Pb'})
                        CREATE (:Record:HouseholdRegistration {id: 'Rga9', key: 'GA01|9', category: 'GA01', recordNo: '9', observedAt: datetime('2026-01-01T00:00:00+08:00'), department: 'GA', linkage: 'LINKED', hukouNo: 'H9', relationToHead: 'HEAD', hukouRegion: '150924106001', name: '乙某', sex: 'FEMALE', birthDate: date('1988-07-04')})-[:ABOUT]->(b)
                        """)
                .execute();
    }

    private String agreement(String level, List<String> regions, String... items) {
        return agreed("GA", "MZ", "A", level, regions, List.of(items));
    }

    /** In clear up to the level, masked above it; who has all of it needs no agreement. */
    private String agreed(
            String provider,
            String consumer,
            String purpose,
            String level,
            List<String> regions,
            List<String> items) {
        Map<Boolean, List<String>> above =
                items.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        name -> item(name).level().name().compareTo(level) > 0));
        List<String> masked =
                above.get(true).stream().filter(name -> item(name).mask() != null).toList();
        List<String> clear = above.get(false);
        return provider.equals(consumer) || clear.isEmpty() && masked.isEmpty()
                ? ""
                : new Agreed(hub).on(provider, consumer, purpose, level, regions, clear, masked);
    }

    private Item item(String name) {
        return catalogue
                .category(name.substring(0, 4))
                .flatMap(category -> category.item(name.substring(5)))
                .orElseThrow();
    }

    /** Field, way, and agreement of each entry. */
    private List<String> ways(JsonNode entries) {
        return entries.valueStream()
                .map(
                        entry ->
                                entry.at("/field").asString()
                                        + " "
                                        + entry.at("/shown").asString()
                                        + (entry.at("/agreement").isNull()
                                                ? ""
                                                : " " + entry.at("/agreement").asString()))
                .toList();
    }

    private JsonNode record(String client, Reason reason, String id, String arguments) {
        JsonNode answer =
                hub.ask(
                        client,
                        reason,
                        "{ node(id: \"%s\") { id ... on Record { provenance%s %s } } }"
                                .formatted(id, arguments, PARTS),
                        Map.of());
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer;
    }

    private List<String> ways(String id) {
        return ways(record("MZ", CASE, id, "").at("/data/node/provenance"));
    }

    @Test
    void tellsOfEachValueOfAnOwnRecord() {
        JsonNode entries = record("MZ", CASE, "Rmz1", "").at("/data/node/provenance");

        assertThat(ways(entries))
                .containsExactly(
                        "area CLEAR",
                        "householdNo CLEAR",
                        "memberCount CLEAR",
                        "monthlyAmount CLEAR",
                        "startMonth CLEAR",
                        "status CLEAR");
        assertThat(entries.get(3).toString())
                .isEqualTo(
                        "{\"field\":\"monthlyAmount\",\"item\":\"MZ01.monthlyAmount\",\"source\":\"MZ\","
                            + "\"observedAt\":\"2026-02-01T00:00:00.000+08:00\",\"receivedAt\":\"2026-05-01T00:00:00.000+08:00\","
                            + "\"batch\":\"BRmz1\",\"agreement\":null,\"shown\":\"CLEAR\"}");
    }

    @Test
    void namesTheAgreementByWhichAValueShowsForThisPerson() {
        String masked = agreement("S1", List.of(), "GA01.name", "GA01.birthDate");
        String clear = agreement("S2", List.of("150927000000"), "GA01.birthDate", "GA01.nation");

        assertThat(ways("Rga1"))
                .as("registered in the region of the second")
                .containsExactly(
                        "birthDate CLEAR " + clear,
                        "name MASKED " + masked,
                        "nation CLEAR " + clear);
        assertThat(ways("Rga9"))
                .as("registered nowhere, and of no known nationality")
                .containsExactly("birthDate MASKED " + masked, "name MASKED " + masked);
        assertThat(record("MZ", CASE, "Rga2", "").at("/data/node").isNull())
                .as("a child's record does not exist")
                .isTrue();
    }

    @Test
    void saysNothingOfWhatIsHiddenEvenWhenAskedForByName() {
        agreement("S2", List.of(), "GA01.name");

        JsonNode answer =
                record(
                        "MZ",
                        CASE,
                        "Rga1",
                        "(items: [\"hukouNo\", \"name\", \"sex\", \"hukouType\"])");

        assertThat(answer.at("/data/node/provenance")).hasSize(1);
        assertThat(answer.at("/data/node/provenance/0/item").asString()).isEqualTo("GA01.name");
        assertThat(
                        answer.at("/extensions/withheld")
                                .valueStream()
                                .map(w -> w.at("/item").asString()))
                .containsExactlyInAnyOrder("GA01.hukouNo", "GA01.sex", "GA01.hukouType");
        assertThat(answer.toString()).doesNotContain("H1");
    }

    @Test
    void needsNoAgreementForWhatTheLawShows() {
        String amounts = agreed("MZ", "GA", "A", "S3", List.of(), List.of("MZ01.monthlyAmount"));

        assertThat(
                        ways(
                                record("GA", new Reason("A", "CGA"), "Rmz1", "")
                                        .at("/data/node/provenance")))
                .containsExactly(
                        "householdNo CLEAR",
                        "monthlyAmount CLEAR " + amounts,
                        "startMonth CLEAR",
                        "status CLEAR");
    }

    @Test
    void tellsOfTheFieldsOfAPerson() {
        String names = agreement("S2", List.of(), "GA01.name", "GA01.sex");
        String document =
                "query ($n: IdNumber!) { person(idNumber: $n) { p: provenance "
                        + PARTS
                        + " q: provenance(fields: [\"name\", \"idNumber\", \"birthDate\"]) { f:"
                        + " field item } } }";

        JsonNode person = hub.ask("MZ", CASE, document, Map.of("n", A)).at("/data/person");

        assertThat(ways(person.at("/p")))
                .containsExactly("name CLEAR " + names, "sex CLEAR " + names);
        assertThat(person.at("/p/0/source").asString()).isEqualTo("GA");
        assertThat(person.at("/p/0/batch").isNull()).as("its contributor's alone").isTrue();
        assertThat(person.at("/p/0/receivedAt").isNull()).isTrue();
        assertThat(person.at("/q").toString())
                .isEqualTo("[{\"f\":\"name\",\"item\":\"GA01.name\"}]");
    }

    @Test
    void isEmptyForAPersonWithoutASource() {
        JsonNode answer =
                hub.ask(
                        "MZ",
                        CASE,
                        "query ($n: IdNumber!) { person(idNumber: $n) { id provenance { item } } }",
                        Map.of("n", CHILD));

        assertThat(answer.at("/data/person/id").asString()).isEqualTo("Pc");
        assertThat(answer.at("/data/person/provenance").toString()).isEqualTo("[]");
    }

    @Test
    void isOnTheChain() {
        String names = agreement("S2", List.of(), "GA01.name");

        record("MZ", CASE, "Rga1", "");

        assertThat(
                        Looks.all(graph, Kind.READ).stream()
                                .map(
                                        look ->
                                                look.items().getFirst()
                                                        + " "
                                                        + look.entry()
                                                                .at("/agreements/0")
                                                                .asString()
                                                        + " "
                                                        + look.saw()))
                .containsExactly("GA01.name " + names + " [Pa]");
    }

    /** The value and its provenance are decided at two places of the statement: they must agree. */
    @ParameterizedTest
    @ValueSource(strings = {"MZ", "GA", "NM"})
    void isThereExactlyWhereTheValueIs(String client) {
        for (String consumer : List.of("MZ", "GA", "NM")) {
            for (String level : List.of("S1", "S2", "S4")) {
                agreed("GA", consumer, "B", level, List.of("150927000000"), items("GA01", level));
                agreed("MZ", consumer, "B", level, List.of(), items("MZ01", level));
                agreed("NM", consumer, "B", level, List.of("150924000000"), items("NM01", level));
            }
        }
        List<Category> categories =
                List.of("GA01", "MZ01", "NM01").stream()
                        .map(code -> catalogue.category(code).orElseThrow())
                        .toList();
        String fragments =
                categories.stream()
                        .map(
                                category ->
                                        category.items().stream()
                                                .map(
                                                        item ->
                                                                "%s_%s: %s"
                                                                        .formatted(
                                                                                category.code(),
                                                                                item.name(),
                                                                                item.name()))
                                                .collect(
                                                        Collectors.joining(
                                                                " ",
                                                                " ... on "
                                                                        + category.type()
                                                                        + " { ",
                                                                " }")))
                        .collect(Collectors.joining());
        Reason plan = hub.plan(client);
        int values = 0;
        for (Category category : categories) {
            JsonNode answer =
                    hub.ask(
                            client,
                            plan,
                            "{ records(category: %s) { nodes { provenance { field }%s } } }"
                                    .formatted(category.code(), fragments),
                            Map.of());
            for (JsonNode node : answer.at("/data/records/nodes")) {
                List<String> shown = new ArrayList<>();
                for (Item item : category.items()) {
                    if (!node.at("/" + category.code() + "_" + item.name()).isNull()) {
                        shown.add(item.name());
                    }
                }
                assertThat(node.at("/provenance").valueStream().map(e -> e.at("/field").asString()))
                        .containsExactlyInAnyOrderElementsOf(shown);
                values += shown.size();
            }
        }
        assertThat(values).isGreaterThan(12);
    }

    /** Every other item, another half for each level. */
    private List<String> items(String code, String level) {
        List<String> names =
                catalogue.category(code).orElseThrow().items().stream().map(Item::name).toList();
        return names.stream()
                .filter(name -> (names.indexOf(name) + level.charAt(1)) % 2 == 0)
                .map(name -> code + "." + name)
                .filter(name -> item(name).share() == Share.CONDITIONAL)
                .toList();
    }
}
