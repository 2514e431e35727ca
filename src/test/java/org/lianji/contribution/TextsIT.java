package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts of files are judged as they are kept, and compared as they are read. */
@HubTest
class TextsIT {

    private static final String NO_BREAK_SPACE = "\u00A0";
    private static final String ZERO_WIDTH_SPACE = "\u200B";

    @Autowired Hub hub;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    @Test
    void takesARecordNumberForTheSameWhateverBlanksAreAroundIt() {
        HttpResponse<String> response =
                owner.send(
                        "k",
                        HEADER
                                + row("F7", "2026-03-01", ZHANG, "H1")
                                + row("F7" + ZERO_WIDTH_SPACE, "2026-03-01", ZHANG, "H1")
                                + row("F7" + NO_BREAK_SPACE, "2026-03-01", ZHANG, "H1"));

        assertThat(owner.outcomes(response))
                .containsExactly("ACCEPTED", "REJECTED FORMAT_CHARACTER@recordNo", "UNCHANGED");
        assertThat(messages(response)).singleElement().asString().contains("U+200B");
    }

    @Test
    void takesTheBreaksInAQuotedCellForWhiteSpace() {
        HttpResponse<String> response =
                owner.send(
                        "k",
                        HEADER
                                + named("1", "\"甲\r\n乙\"")
                                + named("2", "\"甲\n乙\"")
                                + named("3", "\"甲\t乙\""));

        assertThat(owner.outcomes(response)).containsOnly("ACCEPTED");
        assertThat(names()).containsOnly("甲 乙");
    }

    @Test
    void countsWhatIsKeptAndNotWhatIsAroundIt() {
        HttpResponse<String> response =
                owner.send(
                        "k",
                        HEADER
                                + named("1", "王小明" + " ".repeat(97))
                                + named("2", "\uD869\uDEA5".repeat(80))
                                + named("3", "\uD869\uDEA5".repeat(81)));

        assertThat(owner.outcomes(response))
                .containsExactly("ACCEPTED", "ACCEPTED", "REJECTED TEXT_TOO_LONG@name");
        assertThat(messages(response)).singleElement().asString().contains("80");
    }

    @Test
    void leavesOutAndCountsRowsWithoutAnyValue() {
        HttpResponse<String> response =
                owner.send(
                        "k",
                        HEADER.replace("\n", ",,\n")
                                + ",,,,,,,,,,,,\n"
                                + row("1", "2026-03-01", ZHANG, "H1")
                                + " ,"
                                + NO_BREAK_SPACE
                                + ",\n"
                                + row("2", "2026-03-01", LI, "H1").replace("\n", ",,\n")
                                + row("3", "2026-03-01", LI, "H1").replace("\n", ",,?\n"));

        assertThat(owner.outcomes(response))
                .containsExactly(
                        "SKIPPED", "ACCEPTED", "SKIPPED", "ACCEPTED", "REJECTED COLUMN_COUNT");
        assertThat(counts(response).at("/skipped").asInt()).isEqualTo(2);
        assertThat(counts(response).at("/total").asInt()).isEqualTo(5);
    }

    @Test
    void leavesOutLinesOfJsonWithoutAnyValue() {
        String lines = "{}\n{\"recordNo\":\" \",\"name\":null}\n";

        HttpResponse<String> response =
                owner.send(
                        "k", "application/x-ndjson", null, lines.getBytes(StandardCharsets.UTF_8));

        assertThat(owner.outcomes(response)).containsOnly("SKIPPED").hasSize(2);
    }

    @Test
    void takesTheMiddleDotsOfKeyboardsForOneAndKeepsWhatCame() {
        owner.send("k1", HEADER + named("1", "阿不都·热合曼"));
        owner.send("k2", HEADER + named("2", "阿不都•热合曼"));

        HttpResponse<String> again = owner.send("k3", HEADER + named("1", "阿不都・热合曼"));

        assertThat(owner.outcomes(again)).containsExactly("UNCHANGED");
        assertThat(numbersWhere("eq", "阿不都‧热合曼")).containsExactly("1", "2");
        assertThat(numbersWhere("startsWith", "阿不都･")).containsExactly("1", "2");
        assertThat(numbersWhere("in", List.of("阿不都・热合曼"))).containsExactly("1", "2");
        assertThat(numbersWhere("eq", "阿不都热合曼")).isEmpty();
        assertThat(names()).containsExactlyInAnyOrder("阿不都·热合曼", "阿不都•热合曼");
    }

    @Test
    void refusesATextInWhichANumberStandsAndSaysWhereAndNotWhich() {
        HttpResponse<String> response =
                owner.send(
                        "k",
                        HEADER
                                + row("n152627-19580103-5714", "2026-03-01", ZHANG, "H1")
                                + row("2", "2026-03-01", ZHANG, "15262719580103571441")
                                + named("3", "张三１５２６２７１９５８０１０３５７１４")
                                + row("4", "2026-03-01", ZHANG, "152627195801035715")
                                + row("5", "2026-03-01", ZHANG, "1526271958010357149")
                                + row("6", "2026-03-01", ZHANG, "15262719580103571420260301")
                                + row("一五二六二七一九五八〇一〇三五七一四", "2026-03-01", ZHANG, "H1")
                                + row("8", "2026-03-01", ZHANG, "152627580103571")
                                + row("WT15092920238531027", "2026-03-01", ZHANG, "H1")
                                + row("15090220260115000589", "2026-03-01", ZHANG, "H1"));

        assertThat(owner.outcomes(response))
                .containsExactly(
                        "REJECTED ID_NUMBER_IN_TEXT@recordNo",
                        "REJECTED ID_NUMBER_IN_TEXT@hukouNo",
                        "REJECTED ID_NUMBER_IN_TEXT@name",
                        "ACCEPTED",
                        "REJECTED ID_NUMBER_IN_TEXT@hukouNo",
                        "REJECTED ID_NUMBER_IN_TEXT@hukouNo",
                        "REJECTED ID_NUMBER_IN_TEXT@recordNo",
                        "REJECTED ID_NUMBER_IN_TEXT@hukouNo",
                        "ACCEPTED",
                        "ACCEPTED");
        assertThat(messages(response))
                .hasSize(7)
                .allSatisfy(message -> assertThat(message).doesNotContain("19580103"))
                .element(2)
                .asString()
                .contains("第 3 个字符");
        assertThat(receipt(response, "outcomes { nodes { recordNo } }").toString())
                .doesNotContain("19580103");
    }

    private static String named(String recordNo, String name) {
        return row(recordNo, "2026-03-01", ZHANG, "H1", "户主", "150902001001", name, "1956-03-12");
    }

    private List<String> numbersWhere(String operator, Object operand) {
        return answered("recordNo", Map.of(operator, operand));
    }

    private List<String> names() {
        return answered("name", Map.of("isNull", false));
    }

    private List<String> answered(String field, Map<String, Object> condition) {
        JsonNode answer =
                hub.ask(
                        "GA",
                        hub.plan("GA"),
                        "query ($name: StringFilter) { records(category: GA01, where:"
                                + " {householdRegistration: {name: $name}}) { nodes { recordNo ..."
                                + " on HouseholdRegistration { name } } } }",
                        Map.of("name", condition));
        List<String> answered = new ArrayList<>();
        answer.at("/data/records/nodes").forEach(node -> answered.add(node.get(field).asString()));
        return answered;
    }

    private JsonNode counts(HttpResponse<String> response) {
        return receipt(response, "counts { total skipped }").at("/counts");
    }

    private List<String> messages(HttpResponse<String> response) {
        List<String> messages = new ArrayList<>();
        receipt(response, "outcomes { nodes { findings { message } } }")
                .at("/outcomes/nodes")
                .forEach(
                        node ->
                                node.get("findings")
                                        .forEach(
                                                finding ->
                                                        messages.add(
                                                                finding.get("message")
                                                                        .asString())));
        return messages;
    }

    private JsonNode receipt(HttpResponse<String> response, String fields) {
        return hub.ask(
                        "GA",
                        "query ($id: ID!) { receipt(id: $id) { " + fields + " } }",
                        Map.of("id", Owner.json(response).at("/id").asString()))
                .at("/data/receipt");
    }
}
