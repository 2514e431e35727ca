package org.lianji.looks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The person is told what was seen of them, and apart from it what was asked and was not there. */
@HubTest
class NothingThereIT {

    private static final String NUMBER = "152627195801035714";
    private static final String OTHER = "150902195603121010";
    private static final Reason OWN = new Reason("H", null);

    @Autowired Hub hub;

    private Hub citizen;

    @BeforeEach
    void one() {
        citizen = new Hub(hub.address());
        contribute(
                "MZ05",
                "{\"recordNo\":\"1\",\"observedAt\":\"2026-01-01T08:00:00+08:00\",\"idNumber\":\"%s\","
                    + "\"kind\":\"EMERGENCY\",\"grantedAt\":\"2026-01-01T08:00:00+08:00\"}");
    }

    private void contribute(String category, String row) {
        contribute(category, row, NUMBER);
    }

    private void contribute(String category, String row, String number) {
        assertThat(
                        hub.send(
                                        hub.as("MZ", "/contributions/" + category)
                                                .header("Content-Type", "application/x-ndjson")
                                                .header(
                                                        "Idempotency-Key",
                                                        UUID.randomUUID().toString())
                                                .POST(
                                                        BodyPublishers.ofString(
                                                                row.formatted(number))))
                                .body())
                .contains("\"rejected\":0");
    }

    private void asked(String client, Reason reason, String document) {
        JsonNode answer =
                hub.ask(
                        client,
                        reason,
                        document,
                        document.contains("$n") ? Map.of("n", NUMBER) : Map.of());
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
    }

    private List<JsonNode> log() {
        return citizen.ask(
                        "citizen", "{ accessLog { nodes { department items absent sentence } } }")
                .at("/data/accessLog/nodes")
                .valueStream()
                .filter(entry -> entry.at("/department").asString("").equals("MZ"))
                .filter(entry -> !entry.at("/sentence").asString().contains("登记"))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void namesCategoriesWithoutRecordsApart() {
        asked(
                "MZ",
                hub.matter("MZ", NUMBER),
                "query ($n: IdNumber!) { person(idNumber: $n) { records(categories: [MZ05, MZ02])"
                        + " { nodes { recordNo ... on TemporaryRelief { kind } ... on"
                        + " ExtremeHardshipSupport { status } } } } }");

        JsonNode look = log().getFirst();
        assertThat(texts(look.at("/items"))).containsExactly("MZ05", "MZ05.kind");
        assertThat(texts(look.at("/absent"))).containsExactly("MZ02", "MZ02.status");
        assertThat(look.at("/sentence").asString())
                .contains("查看了您的：临时救助")
                .containsPattern("；查询过您的：特困[^；]*，无记录。");
    }

    /** Whoever is not on a page may be on the next, and policies are about nobody. */
    @Test
    void tellsOfNothingMissingWhereAListGoesOn() {
        contribute(
                "MZ05",
                "{\"recordNo\":\"2\",\"observedAt\":\"2026-01-02T08:00:00+08:00\",\"idNumber\":\"%s\","
                    + "\"kind\":\"EMERGENCY\",\"grantedAt\":\"2026-01-02T08:00:00+08:00\"}");
        asked(
                "MZ",
                hub.matter("MZ", NUMBER),
                "query ($n: IdNumber!) { person(idNumber: $n) { records(first: 1) { nodes {"
                        + " category } } } }");
        assertThat(texts(log().getFirst().at("/absent"))).isEmpty();

        asked(
                "MZ",
                hub.matter("MZ", NUMBER),
                "query ($n: IdNumber!) { person(idNumber: $n) { records(first: 200, categories:"
                        + " [MZ02, MZ05, MZ13]) { nodes { category } } } }");
        assertThat(texts(log().getFirst().at("/absent"))).contains("MZ02");
    }

    @Test
    void namesRelationsThatAreNotThereApart() {
        asked(
                "MZ",
                hub.matter("MZ", NUMBER),
                "query ($n: IdNumber!) { person(idNumber: $n) { id memberships(at: \"1950-01-01\")"
                        + " { category } } }");

        JsonNode look = log().getFirst();
        assertThat(texts(look.at("/items"))).isEmpty();
        assertThat(texts(look.at("/absent"))).contains("MZ01.householdNo");
        assertThat(look.at("/sentence").asString()).doesNotContain("查看了").contains("无记录");
    }

    @Test
    void tellsOfAZeroAboutNamedPersons() {
        asked("MZ", hub.matter("MZ", NUMBER), "{ records(category: MZ02) { totalCount } }");

        JsonNode look = log().getFirst();
        assertThat(texts(look.at("/items"))).isEmpty();
        assertThat(texts(look.at("/absent"))).containsExactly("MZ02");
    }

    @Test
    void tellsOfAConditionThatNothingMeets() {
        asked(
                "MZ",
                hub.matter("MZ", NUMBER),
                "{ records(category: MZ05, where: {temporaryRelief: {kind: {eq:"
                        + " EXPENDITURE}}}) { nodes { recordNo } } }");

        assertThat(texts(log().getFirst().at("/absent"))).containsExactly("MZ05", "MZ05.kind");
    }

    @Test
    void aPlanThatFindsNothingIsAboutNobody() {
        asked("MZ", hub.plan("MZ"), "{ records(category: MZ02) { totalCount } }");

        assertThat(log()).isEmpty();
    }

    @Test
    void aCountTellsThatThereIsSomething() {
        asked("MZ", hub.matter("MZ", NUMBER), "{ records(category: MZ05) { totalCount } }");

        JsonNode look = log().getFirst();
        assertThat(texts(look.at("/items"))).containsExactly("MZ05");
        assertThat(texts(look.at("/absent"))).isEmpty();
        citizen.ask("citizen", OWN, "{ records(category: MZ02) { totalCount } }", Map.of());
        assertThat(
                        citizen.ask("citizen", "{ accessLog { nodes { own absent } } }")
                                .at("/data/accessLog/nodes/0")
                                .toString())
                .isEqualTo("{\"own\":true,\"absent\":[\"MZ02\"]}");
    }

    @Test
    void aCountTellsApartOfWhichCategoriesThereIsSomething() {
        for (String asked : List.of("totalCount", "totalCount nodes { id }", "edges { cursor }")) {
            asked(
                    "MZ",
                    hub.matter("MZ", NUMBER),
                    "query ($n: IdNumber!) { person(idNumber: $n) { records(categories: [MZ05,"
                            + " MZ02]) { "
                            + asked
                            + " } } }");

            JsonNode look = log().getFirst();
            assertThat(texts(look.at("/items"))).as(asked).containsExactly("MZ05");
            assertThat(texts(look.at("/absent"))).as(asked).containsExactly("MZ02");
        }
    }

    @Test
    void tellsNobodyWhatWasSeenOfSomebodyElse() {
        other();

        asked(
                "MZ",
                hub.plan("MZ"),
                "{ a: records(category: MZ05) { nodes { ... on TemporaryRelief { kind } } } b:"
                        + " records(category: MZ02, where: {extremeHardshipSupport: {status: {eq:"
                        + " ACTIVE}}}) { nodes { person { birthDate } } } }");

        JsonNode look = log().getFirst();
        assertThat(texts(look.at("/items"))).containsExactly("MZ05", "MZ05.kind");
        assertThat(texts(look.at("/absent"))).isEmpty();
    }

    @Test
    void tellsOfAnEmptyListWhoeverItWasAskedOf() {
        other();

        asked(
                "MZ",
                hub.matter("MZ", NUMBER, OTHER),
                "{ a: records(category: MZ05) { nodes { id } } b: records(category: MZ02) { nodes"
                        + " { ... on ExtremeHardshipSupport { status } } } }");

        JsonNode look = log().getFirst();
        assertThat(texts(look.at("/items"))).containsExactly("MZ05");
        assertThat(texts(look.at("/absent"))).containsExactly("MZ02", "MZ02.status");
    }

    private void other() {
        contribute(
                "MZ02",
                "{\"recordNo\":\"2\",\"observedAt\":\"2026-01-01T08:00:00+08:00\",\"idNumber\":\"%s\","
                    + "\"supportForm\":\"AT_HOME\",\"selfCare\":\"ABLE\",\"basicAmount\":\"1.00\","
                    + "\"startMonth\":\"2026-01\",\"status\":\"ACTIVE\"}",
                OTHER);
    }
}
