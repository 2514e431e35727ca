package org.lianji.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A department runs a rule, and learns by it what it may read anyhow. */
@HubTest
class ComparisonIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String WIFE = "152625196608084444";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String COUNTY = "150924000000";
    private static final String COMPARE =
            """
            query ($rule: String!, $regions: [RegionCode!], $dry: Boolean!) { compare(rule: $rule, regions: $regions, dryRun: $dry) { rule ran missing
              dryRun found findings { person explanation facts { category recordNo source items { name value state } } } } }
            """;

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Monitored city;

    @BeforeEach
    void costs() {
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, "150924106001", TODAY);
        Map<String, Object> cost = row("1", CITIZEN);
        cost.put("windowMonths", 12);
        cost.put("selfPayTotal", "20609.39");
        cost.put("threshold", "15000.00");
        cost.put("exceeded", true);
        city.contribute("YB03", List.of(cost));
    }

    private static Map<String, Object> row(String recordNo, String idNumber) {
        Map<String, Object> row = new HashMap<>();
        row.put("recordNo", recordNo);
        row.put("observedAt", TODAY + "T00:00:00+08:00");
        row.put("idNumber", idNumber);
        return row;
    }

    private Reason run(String client, String region) {
        JsonNode answer =
                hub.ask(
                        client,
                        "mutation { openBasis(input: {kind: COMPARISON_RUN, purpose: C, regions: [\"%s\"], reference: \"%s\"}) { id } }"
                                .formatted(region, UUID.randomUUID()));
        return new Reason("C", answer.at("/data/openBasis/id").asString());
    }

    private JsonNode asked(String client, Reason reason, String rule, String region, boolean dry) {
        Map<String, Object> variables = new HashMap<>(Map.of("rule", rule, "dry", dry));
        if (!region.isEmpty()) {
            variables.put("regions", List.of(region));
        }
        return hub.ask(client, reason, COMPARE, variables);
    }

    private JsonNode compared(String client, Reason reason, String region) {
        JsonNode answer = asked(client, reason, "R101", region, false);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/compare");
    }

    private String log() {
        return hub.ask("citizen", "{ accessLog { nodes { kind sentence } } }")
                .at("/data/accessLog/nodes")
                .toString();
    }

    @Test
    void findsForADepartmentWhatItsOwnAgreementsGiveAndTellsThePerson() {
        Reason reason = run("YB", "150900000000");
        JsonNode without = compared("YB", reason, "");
        assertThat(without.at("/ran").asBoolean()).isFalse();
        assertThat(without.at("/missing").toString()).contains("\"GA02.reason\"");
        assertThat(without.at("/found").isNull()).isTrue();

        city.agreeOn("YB", List.of("R101"));
        JsonNode found = compared("YB", reason, "");
        assertThat(found.at("/found").asInt()).isOne();
        JsonNode one = found.at("/findings/0");
        assertThat(one.at("/explanation").asString()).contains("12个月", "20609.39元");
        assertThat(one.at("/facts/0/source").asString()).isEqualTo("YB");
        assertThat(one.at("/facts/0/items").toString())
                .contains("{\"name\":\"selfPayTotal\",\"value\":\"20609.39\",\"state\":\"CLEAR\"}");
        assertThat(log()).contains("医疗保障局", "查看了");
        assertThat(
                        hub.ask("MZ", "{ warnings { totalCount } }")
                                .at("/data/warnings/totalCount")
                                .asInt())
                .as("nothing is raised")
                .isZero();
    }

    @Test
    void looksOnlyWhereBasisAndOfficerAndQuestionMeet() {
        city.agreeOn("YB", List.of("R101"));

        assertThat(compared("YB", run("YB", COUNTY), "").at("/found").asInt()).isOne();
        assertThat(compared("YB", run("YB", COUNTY), "150924106000").at("/found").asInt()).isOne();
        assertThat(compared("YB", run("YB", COUNTY), "150902000000").at("/found").asInt()).isZero();
        assertThat(compared("YB", run("YB", "150902000000"), "").at("/found").asInt()).isZero();
        assertThat(compared("YB-TOWN", run("YB-TOWN", "150924106000"), "").at("/found").asInt())
                .isOne();
    }

    @Test
    void findsNobodyOfWhomOneItemIsHidden() {
        city.agreeOn("YB", List.of("R101"), "150902000000");

        JsonNode seen = compared("YB", run("YB", "150900000000"), "");
        assertThat(seen.at("/ran").asBoolean()).isTrue();
        assertThat(seen.at("/found").asInt()).isZero();
    }

    /** The wife was helped; who doesn't know that she is the wife can't learn it so. */
    @Test
    void takesForAFamilyWhoShowsToBeOne() {
        city.agreeOn("YB", List.of("R101"));
        city.contribute("GA01", List.of(wife()));
        Map<String, Object> relief = row("1", WIFE);
        relief.put("kind", "EMERGENCY");
        relief.put("grantedAt", TODAY + "T00:00:00+08:00");
        city.contribute("MZ05", List.of(relief));
        Reason reason = run("YB", "150900000000");

        assertThat(compared("YB", reason, "").at("/found").asInt()).isOne();
        new Agreed(hub).on("GA", "YB", "C", "S4", List.of("150900000000"), List.of("GA01.hukouNo"));
        assertThat(compared("YB", reason, "").at("/found").asInt()).isZero();
    }

    private static Map<String, Object> wife() {
        Map<String, Object> wife = row("2", WIFE);
        wife.put("hukouNo", "H1");
        wife.put("relationToHead", "SPOUSE");
        wife.put("hukouRegion", "150924106001");
        wife.put("name", "某");
        wife.put("sex", "FEMALE");
        wife.put("birthDate", "1966-08-08");
        return wife;
    }

    @Test
    void countsWithoutReadingAnybody() {
        city.agreeOn("YB", List.of("R101"));
        String before = log();

        JsonNode counted =
                asked("YB", run("YB", "150900000000"), "R101", "", true).at("/data/compare");
        assertThat(counted.toString())
                .isEqualTo(
                        "{\"rule\":\"R101\",\"ran\":true,\"missing\":[],\"dryRun\":true,\"found\":null,\"findings\":[]}");
        assertThat(log()).isEqualTo(before);
        assertThat(
                        hub.ask(
                                        "auditor",
                                        "{ entries(first: 1, kind: RUN) { nodes { department } } }")
                                .at("/data/entries/nodes/0/department")
                                .asString())
                .isEqualTo("YB");
    }

    @Test
    void isRefusedWithoutAReasonThatCoversRegions() {
        Reason reason = run("YB", "150900000000");

        assertThat(code(asked("YB", Reason.NONE, "R101", "", true))).isEqualTo("PURPOSE_REQUIRED");
        assertThat(code(asked("WJ", reason, "R101", "", true))).isEqualTo("BASIS_NOT_IN_FORCE");
        assertThat(code(asked("YB", new Reason("B", reason.basis()), "R101", "", true)))
                .isEqualTo("BASIS_NOT_IN_FORCE");
        assertThat(code(asked("YB", hub.matter("YB", CITIZEN), "R101", "", true)))
                .isEqualTo("BASIS_NOT_IN_FORCE");
        assertThat(code(asked("YB", reason, "R999", "", true))).isEqualTo("UNKNOWN_RULE");
        assertThat(code(asked("YB", reason, "R108", "", true))).isEqualTo("ONLY_FOR_THE_HUB");
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }
}
