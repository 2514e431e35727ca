package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import tools.jackson.databind.node.StringNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** All items of a record as text tell what the fields of their names tell, and nothing more. */
@HubTest
class ItemsIT {

    private static final List<String> NUMBERS =
            List.of("150902195603121010", "150924198807042025", "150929201602294014");
    private static final Reason CASE = new Reason("A", "CMZ");
    private static final String ITEMS = "items { name labelZh labelEn value valueZh state }";

    @Autowired Hub hub;
    @Autowired Driver driver;
    @Autowired Neo4jClient graph;
    @Autowired IdentityHash hash;
    @Autowired Catalogue catalogue;

    private Agreed agreed;

    @BeforeEach
    void facts() throws IOException {
        agreed = new Agreed(hub);
        Map<String, Object> hashes = new HashMap<>();
        NUMBERS.forEach(number -> hashes.put(number, hash.of(number)));
        driver.executableQuery(Files.readString(Path.of("src/test/resources/query/facts.cypher")))
                .withParameters(Map.of("hash", hashes))
                .execute();
    }

    private JsonNode node(String client, Reason reason, String id, String fields) {
        JsonNode answer =
                hub.ask(
                        client,
                        reason,
                        "{ node(id: \"%s\") { id ... on Record { %s } } }".formatted(id, fields),
                        Map.of());
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer;
    }

    /** {@return each item's state, and its value where one shows} */
    private static Map<String, String> states(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .collect(
                        Collectors.toMap(
                                item -> item.get("name").asString(),
                                item ->
                                        item.get("state").asString()
                                                + (item.get("value").isNull()
                                                        ? ""
                                                        : " " + item.get("value").asString())));
    }

    @Test
    void areThoseOfTheCategoryInItsOrderWithTheirLabels() {
        JsonNode items = node("MZ", CASE, "Rmz1", ITEMS).at("/data/node/items");

        assertThat(items.valueStream().map(item -> item.get("name").asString()))
                .containsExactlyElementsOf(
                        catalogue.category("MZ01").orElseThrow().items().stream()
                                .map(Item::name)
                                .toList());
        assertThat(
                        items.valueStream()
                                .filter(
                                        item ->
                                                List.of("monthlyAmount", "status")
                                                        .contains(item.get("name").asString()))
                                .map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"name\":\"monthlyAmount\",\"labelZh\":\"月保障金额\",\"labelEn\":\"Allowance"
                                + " a month for the household, CNY\",\"value\":\"712.00\","
                                + "\"valueZh\":\"712.00\",\"state\":\"CLEAR\"}",
                        "{\"name\":\"status\",\"labelZh\":\"保障状态\",\"labelEn\":\"State of the"
                                + " allowance\",\"value\":\"ACTIVE\",\"valueZh\":\"在保\","
                                + "\"state\":\"CLEAR\"}");
    }

    @Test
    void areMaskedAndWithheldAsTheFieldsAre() {
        agreed.on("GA", "MZ", "A", "S1", List.of(), List.of(), List.of("GA01.name"));
        agreed.on("GA", "MZ", "A", "S2", List.of("150927000000"), List.of("GA01.birthDate"));

        JsonNode answer = node("MZ", CASE, "Rga1", ITEMS);
        Map<String, String> states = states(answer.at("/data/node/items"));

        assertThat(states.get("name")).startsWith("MASKED ").endsWith("**");
        assertThat(states.get("birthDate")).isEqualTo("CLEAR 1956-03-12");
        assertThat(states.get("hukouNo")).isEqualTo("WITHHELD");
        assertThat(
                        answer.at("/extensions/withheld")
                                .valueStream()
                                .map(
                                        one ->
                                                one.at("/item").asString()
                                                        + one.at("/code").asString()))
                .contains("GA01.hukouNoNO_AGREEMENT", "GA01.nameMASKED")
                .doesNotContain("GA01.birthDateMASKED");
    }

    /** Who would be told apart by it must not be: an empty item, and one hidden of this person. */
    @Test
    void areEmptyAlikeWhereNothingIsThereAndWhereItIsHiddenOfThisPerson() {
        agreed.on("GA", "MZ", "A", "S2", List.of(), List.of("GA01.sex"));
        agreed.on("GA", "MZ", "A", "S2", List.of("150924000000"), List.of("GA01.nation"));

        assertThat(states(node("MZ", CASE, "Rga1", ITEMS).at("/data/node/items")))
                .as("registered elsewhere")
                .containsEntry("nation", "EMPTY");
        graph.query("MATCH (r:Record {id: 'Rga1'}) REMOVE r.nation").run();
        assertThat(states(node("MZ", CASE, "Rga1", ITEMS).at("/data/node/items")))
                .containsEntry("nation", "EMPTY");
    }

    @Test
    void areOnTheChainAsTheFieldsWouldBe() {
        agreed.on("GA", "MZ", "A", "S2", List.of(), List.of("GA01.name", "GA01.sex"));

        node("MZ", CASE, "Rga1", "name: personName items { name }");

        assertThat(
                        Looks.all(graph, Kind.READ).stream()
                                .flatMap(look -> look.items().stream())
                                .filter(item -> item.startsWith("GA01.")))
                .containsExactly("GA01.name", "GA01.sex");
    }

    /** Values and fields are decided at two places of the statement: they must agree. */
    @Test
    void sayOfEveryRecordWhatTheFieldsSay() {
        for (String level : List.of("S1", "S2", "S4")) {
            for (String code : List.of("GA01", "NM01")) {
                agree(code, level);
            }
        }
        Reason plan = hub.plan("MZ");
        int shown = 0;
        for (String code : List.of("GA01", "MZ01", "MZ07", "NM01")) {
            Category category = catalogue.category(code).orElseThrow();
            String fields =
                    category.items().stream()
                            .map(item -> "f_%s: %s".formatted(item.name(), item.name()))
                            .collect(Collectors.joining(" "));
            JsonNode nodes =
                    hub.ask(
                                    "MZ",
                                    plan,
                                    ("{ records(category: %s) { nodes { all: items { name value }"
                                         + " again: items { value } ... on %s { %s } } } }")
                                            .formatted(code, category.type(), fields),
                                    Map.of())
                            .at("/data/records/nodes");
            for (JsonNode node : nodes) {
                for (JsonNode item : node.at("/all")) {
                    assertThat(item.get("value"))
                            .isEqualTo(text(node.get("f_" + item.get("name").asString())));
                    shown += item.get("value").isNull() ? 0 : 1;
                }
                assertThat(node.at("/again")).hasSameSizeAs(node.at("/all"));
            }
        }
        assertThat(shown).isGreaterThan(12);
    }

    private static JsonNode text(JsonNode field) {
        if (field.isNull()) {
            return field;
        }
        String text =
                field.isArray()
                        ? field.valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(";"))
                        : field.asString();
        return StringNode.valueOf(text);
    }

    /** Every other item, another half for each level. */
    /** Every other item; what is above the level is asked for masked. */
    private void agree(String code, String level) {
        List<Item> items = catalogue.category(code).orElseThrow().items();
        Map<Boolean, List<String>> above =
                items.stream()
                        .filter(item -> (items.indexOf(item) + level.charAt(1)) % 2 == 0)
                        .filter(item -> item.share() == Share.CONDITIONAL)
                        .filter(item -> !above(item, level) || item.mask() != null)
                        .collect(
                                Collectors.partitioningBy(
                                        item -> above(item, level),
                                        Collectors.mapping(
                                                item -> code + "." + item.name(),
                                                Collectors.toList())));
        if (above.values().stream().anyMatch(names -> !names.isEmpty())) {
            agreed.on(
                    code.substring(0, 2),
                    "MZ",
                    "B",
                    level,
                    List.of(code.equals("GA01") ? "150927000000" : "150924000000"),
                    above.get(false),
                    above.get(true));
        }
    }

    private static boolean above(Item item, String level) {
        return item.level().name().compareTo(level) > 0;
    }
}
