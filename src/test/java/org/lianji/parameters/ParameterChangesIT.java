package org.lianji.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.lianji.proof.Looks;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What rules take is changed by two people, who have seen whom it would find, from a day on. */
@HubTest
@Import(MovingClock.class)
class ParameterChangesIT {

    private static final String DOCUMENT = "乌民发〔2026〕88号";
    private static final String SHOWN =
            " { id version state from value proposedBy allowedTransitions effects { rule region"
                    + " come go stay } }";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired Neo4jClient graph;
    @Autowired TestClock clock;

    private Monitored city;

    @BeforeEach
    void thursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
    }

    /** Twelve of a county who paid 8,000, and twelve of another who paid 12,000. */
    private void costs() {
        city = new Monitored(hub, catalogue);
        city.agreeOn(List.of("R101"));
        city.contribute(
                "GA01", IntStream.range(0, 24).mapToObj(ParameterChangesIT::registered).toList());
        city.contribute("YB03", IntStream.range(0, 24).mapToObj(ParameterChangesIT::cost).toList());
    }

    private static String idNumber(int number) {
        return Owner.idNumber("15090219560312%03d".formatted(101 + 2 * number));
    }

    private static Map<String, Object> registered(int number) {
        Map<String, Object> row = new HashMap<>();
        row.put("recordNo", "" + number);
        row.put("observedAt", "2026-11-01T00:00:00+08:00");
        row.put("idNumber", idNumber(number));
        row.put("hukouNo", "H" + number);
        row.put("relationToHead", "HEAD");
        row.put(
                "hukouRegion",
                number < 12 ? "150924106001" : number < 24 ? "150981005000" : "150902000000");
        row.put("name", "某");
        row.put("sex", "MALE");
        row.put("birthDate", "1956-03-12");
        return row;
    }

    private static Map<String, Object> cost(int number) {
        return Map.of(
                "recordNo",
                "" + number,
                "observedAt",
                "2026-11-02T00:00:00+08:00",
                "idNumber",
                idNumber(number),
                "windowMonths",
                12,
                "selfPayTotal",
                number < 12 ? "8000.00" : "12000.00",
                "threshold",
                "15000.00",
                "exceeded",
                false);
    }

    private JsonNode proposed(String client, String region, String from, String value) {
        return hub.ask(
                client,
                "mutation ($d: String!) { proposeParameterChange(input: {name: \"SELF_PAY_MONTHS\","
                        + " region: \"%s\", from: \"%s\", value: \"%s\", document: $d})%s }"
                                .formatted(region, from, value, SHOWN),
                Map.of("d", DOCUMENT));
    }

    private JsonNode seen(String client, String id) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { parameterChange(id: $id)" + SHOWN + " }",
                        Map.of("id", id))
                .at("/data/parameterChange");
    }

    private JsonNode previewed(String id) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> seen("MZ-HEAD", id), one -> !one.at("/effects").isNull());
    }

    private JsonNode step(String client, String mutation, String id, String note) {
        return hub.ask(
                client,
                "mutation ($id: ID!) { %s(step: {id: $id, version: 1%s})%s }"
                        .formatted(mutation, note, SHOWN),
                Map.of("id", id));
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private List<String> values(String day) {
        return hub.ask(
                        "MZ",
                        "query ($d: Date) { ruleParameters(asOf: $d) { name value } }",
                        Map.of("d", day))
                .at("/data/ruleParameters")
                .valueStream()
                .filter(one -> one.at("/name").asString().equals("SELF_PAY_MONTHS"))
                .map(one -> one.at("/value").asString())
                .toList();
    }

    @Test
    void showsWhomItWouldFindAndHoldsFromItsDayOn() {
        costs();
        city.run(List.of("R101"));
        assertThat(city.found("R101")).hasSize(24);
        JsonNode change =
                proposed("MZ", "*", "2026-12-01", "15").at("/data/proposeParameterChange");
        assertThat(change.at("/state").asString()).isEqualTo("PROPOSED");
        String id = change.at("/id").asString();

        assertThat(some(previewed(id)))
                .as("twelve are told as ten")
                .containsExactly(
                        "{\"rule\":\"R101\",\"region\":\"150924000000\",\"come\":null,\"go\":10,\"stay\":null}",
                        "{\"rule\":\"R101\",\"region\":\"150981000000\",\"come\":null,\"go\":null,\"stay\":10}");
        assertThat(city.found("R101")).as("nothing is withdrawn by trying").hasSize(24);
        assertThat(values("2026-12-01")).containsExactly("12");

        JsonNode approved = step("MZ-HEAD", "approveParameterChange", id, "");
        assertThat(approved.at("/data/approveParameterChange/state").asString())
                .as("%s", approved)
                .isEqualTo("APPROVED");
        assertThat(values("2026-11-30")).containsExactly("12");
        assertThat(values("2026-12-01")).containsExactly("15");
        city.run(List.of("R101"));
        assertThat(city.found("R101")).as("not in force yet").hasSize(24);
        clock.set(Instant.parse("2026-12-01T02:00:00Z"));
        city.run(List.of("R101"));
        assertThat(city.found("R101")).hasSize(12).contains(city.token("YB03", idNumber(23)));
        assertThat(Looks.all(graph, Kind.WRITE))
                .filteredOn(look -> look.text("basis").equals(id))
                .as("both steps are on the chain")
                .hasSize(2);
    }

    private JsonNode examples(String client, String id) {
        JsonNode answer =
                hub.ask(
                        client,
                        "query ($id: ID!) { parameterChange(id: $id) { examples { id } } }",
                        Map.of("id", id));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/parameterChange/examples");
    }

    @Test
    void showsExamplesOfWhatWouldGoToWhoSeesWhyItWasRaised() {
        costs();
        city.run(List.of("R101"));
        String id =
                proposed("MZ", "*", "2026-12-01", "15")
                        .at("/data/proposeParameterChange/id")
                        .asString();
        previewed(id);

        List<String> shown = examples("MZ-COUNTY", id).findValuesAsString("id");

        assertThat(shown).hasSize(5);
        JsonNode costs =
                hub.ask("MZ-COUNTY", "{ warnings(rule: \"R101\", first: 50) { nodes { id } } }");
        assertThat(costs.at("/data/warnings/nodes").findValuesAsString("id")).containsAll(shown);
        assertThat(examples("MZ-HEAD", id)).as("who has no warnings sees none").isEmpty();
        step("MZ-HEAD", "rejectParameterChange", id, ", note: \"与上级文件不符，请重新核定\"");
        assertThat(examples("MZ-COUNTY", id)).isEmpty();
    }

    /** {@return the effects of which something is told} */
    private static List<String> some(JsonNode change) {
        return change.at("/effects")
                .valueStream()
                .filter(
                        one ->
                                !one.at("/come").isNull()
                                        || !one.at("/go").isNull()
                                        || !one.at("/stay").isNull())
                .map(JsonNode::toString)
                .toList();
    }

    /** Three are found in one county, and nobody in ten others. */
    @Test
    void tellsOfACountyWithFewWhatItTellsOfOneWithNobody() {
        costs();
        city.contribute(
                "GA01", IntStream.range(24, 27).mapToObj(ParameterChangesIT::registered).toList());
        city.contribute(
                "YB03", IntStream.range(24, 27).mapToObj(ParameterChangesIT::cost).toList());
        String id =
                proposed("MZ", "*", "2026-12-01", "15")
                        .at("/data/proposeParameterChange/id")
                        .asString();

        JsonNode change = previewed(id);
        assertThat(some(change)).hasSize(2);
        List<String> counties =
                change.at("/effects")
                        .valueStream()
                        .filter(one -> one.at("/rule").asString().equals("R101"))
                        .map(one -> one.at("/region").asString())
                        .toList();
        assertThat(counties)
                .as("a row for each, and one for elsewhere")
                .hasSize(12)
                .doesNotHaveDuplicates()
                .contains("150902000000", "150921000000");
    }

    @Test
    void isApprovedByTheHeadOfWhoLeadsAndNobodyElse() {
        String id =
                proposed("MZ", "*", "2026-12-01", "15")
                        .at("/data/proposeParameterChange/id")
                        .asString();
        previewed(id);

        assertThat(code(step("MZ", "approveParameterChange", id, ""))).isEqualTo("NOT_ALLOWED");
        assertThat(code(step("YB-HEAD", "approveParameterChange", id, "")))
                .isEqualTo("PARAMETER_CHANGE_NOT_FOUND");
        assertThat(code(proposed("MZ", "*", "2026-12-01", "16"))).isEqualTo("ALREADY_PROPOSED");
        assertThat(
                        step("MZ-HEAD", "rejectParameterChange", id, ", note: \"与上级文件不符，请重新核定\"")
                                .at("/data/rejectParameterChange/state")
                                .asString())
                .isEqualTo("REJECTED");
        assertThat(proposed("MZ", "*", "2026-12-01", "16").has("errors")).isFalse();
    }

    @Test
    void isNotApprovedForDaysPast() {
        String id =
                proposed("MZ", "*", "2026-12-01", "15")
                        .at("/data/proposeParameterChange/id")
                        .asString();
        previewed(id);
        clock.set(Instant.parse("2026-12-01T02:00:00Z"));

        assertThat(code(step("MZ-HEAD", "approveParameterChange", id, "")))
                .isEqualTo("PARAMETER_STARTED");
    }

    @Test
    void ofACountyIsProposedThereAndTellsItsOfficersOfItOnly() {
        costs();
        String id =
                proposed("MZ-COUNTY", "150924000000", "2026-12-01", "15")
                        .at("/data/proposeParameterChange/id")
                        .asString();

        assertThat(some(previewed(id))).hasSize(2);
        assertThat(seen("MZ-COUNTY", id).at("/effects").findValuesAsString("region"))
                .containsOnly("150924000000");
        assertThat(some(seen("MZ-COUNTY", id))).hasSize(1).first().asString().contains("\"go\":10");
        assertThat(some(seen("MZ-HEAD", id)).getLast())
                .as("elsewhere nothing changes")
                .contains("\"stay\":10");
        assertThat(seen("YB", id).isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "MZ-COUNTY, *, 2026-12-01, 15, PARAMETER_REGION",
        "MZ-COUNTY, 150981000000, 2026-12-01, 15, PARAMETER_REGION",
        "MZ-COUNTY, 150924106001, 2026-12-01, 15, PARAMETER_REGION",
        "MZ, 150924106000, 2026-12-01, 15, PARAMETER_REGION",
        "MZ, 999999000000, 2026-12-01, 15, PARAMETER_REGION",
        "MZ, *, 2026-11-26, 15, PARAMETER_DAY",
        "MZ, *, 2029-12-01, 15, PARAMETER_DAY",
        "MZ, *, 2026-12-01, 0, PARAMETER_VALUE",
        "MZ, *, 2026-12-01, -3, PARAMETER_VALUE",
        "MZ, *, 2026-12-01, 1e3, PARAMETER_VALUE",
        "MZ, *, 2026-12-01, 1.234, PARAMETER_VALUE",
        "YB, *, 2026-12-01, 15, LEADING_DEPARTMENT_ONLY",
        "MZ-TOWN, *, 2026-12-01, 15, NOT_ALLOWED"
    })
    void isRefused(String client, String region, String from, String value, String refusal) {
        assertThat(code(proposed(client, region, from, value))).isEqualTo(refusal);
    }
}
