package org.lianji.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The calculator as officers meet it, and what everybody may read of standards and rules. */
@HubTest
class EligibilityIT {

    private static final String JINING = "150902000000";
    private static final String QUESTION =
            """
            query ($input: FamilySituation!) {
              evaluateEligibility(input: $input) {
                asOf standard { monthly from } rule { from digest requires }
                kinds { kind holds amount title { zh } }
                steps { code member expression value holds inputs { name value title { zh } } }
                whatIf { step now then sentence { zh en } kinds { kind holds amount } }
                requires
              }
            }
            """;

    private static final String READ =
            """
            { localStandards(asOf: "2026-11-29") { county area monthly }
              eligibilityRule(county: "150924106001", asOf: "2026-11-29") { from steps { code expression requires } } }
            """;

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;

    private void citizenIsKnown() {
        new Monitored(hub, catalogue).register(CITIZEN, "150924106001", LocalDate.of(2026, 11, 1));
    }

    private static Map<String, Object> member(int age, String... yearlyByKind) {
        Map<String, Object> member = new HashMap<>(Map.of("age", age));
        List<Map<String, String>> incomes =
                IntStream.range(0, yearlyByKind.length / 2)
                        .mapToObj(
                                at ->
                                        Map.of(
                                                "kind",
                                                yearlyByKind[2 * at],
                                                "yearly",
                                                yearlyByKind[2 * at + 1]))
                        .toList();
        member.put("incomes", incomes);
        return member;
    }

    private static Map<String, Object> family(String asOf, Object... members) {
        return new HashMap<>(
                Map.of(
                        "county",
                        JINING,
                        "area",
                        "URBAN",
                        "asOf",
                        asOf,
                        "members",
                        List.of(members)));
    }

    private JsonNode ask(String client, Map<String, Object> family) {
        return hub.ask(client, QUESTION, Map.of("input", family));
    }

    private JsonNode result(Map<String, Object> family) {
        JsonNode answer = ask("MZ", family);
        assertThat(answer.get("errors")).as("%s", answer).isNull();
        return answer.at("/data/evaluateEligibility");
    }

    private static JsonNode kind(JsonNode result, String kind) {
        return result.get("kinds")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode step(JsonNode result, String code) {
        return result.get("steps")
                .valueStream()
                .filter(one -> one.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFamilyIsToldItsAmountAndHowItCameAbout() {
        JsonNode result =
                result(family("2026-11-29", member(71), member(44, "WAGE", "10000.00"), member(9)));

        assertThat(kind(result, "MINIMUM_LIVING").get("holds").asBoolean()).isTrue();
        assertThat(kind(result, "MINIMUM_LIVING").get("amount").asString()).isEqualTo("2064.25");
        assertThat(step(result, "monthlyIncome").get("value").asString()).isEqualTo("666.6666…");
        assertThat(step(result, "difference").get("value").asString()).isEqualTo("1778.3333…");
        assertThat(step(result, "difference").get("inputs").toString())
                .contains("\"Standard.monthly\",\"value\":\"815\"", "低保月标准");
        assertThat(result.get("requires").valueStream().map(JsonNode::asString))
                .contains("GA01.birthDate", "CL01.grade", "MZ12.deposits")
                .isSorted();
        assertThat(result.at("/standard/from").asString()).isEqualTo("2025-07-01");
    }

    @Test
    void aFamilyAboveTheLineIsToldWhichIncomeWouldDo() {
        JsonNode result = result(family("2026-11-29", member(44, "PENSION", "9780.00")));

        assertThat(kind(result, "MINIMUM_LIVING").get("holds").asBoolean()).isFalse();
        assertThat(kind(result, "MARGIN_FAMILY").get("holds").asBoolean()).isTrue();
        assertThat(result.at("/whatIf/0/sentence/zh").asString())
                .isEqualTo("家庭核定年收入由9780元变为9779.99元：符合最低生活保障，每月1.00元，不符合最低生活保障边缘家庭。");
    }

    @Test
    void aPastDayIsReplayedByItsStandardAndItsRules() {
        Map<String, Object> before = family("2025-06-30", member(44));
        Map<String, Object> after = family("2025-07-01", member(44));
        Map<String, Object> leapDay = family("2028-02-29", member(44));

        assertThat(kind(result(before), "MINIMUM_LIVING").get("amount").asString())
                .isEqualTo("786.00");
        assertThat(kind(result(after), "MINIMUM_LIVING").get("amount").asString())
                .isEqualTo("815.00");
        assertThat(kind(result(leapDay), "MINIMUM_LIVING").get("amount").asString())
                .isEqualTo("815.00");
        assertThat(result(before).at("/rule/from").asString()).isEqualTo("2025-01-01");
        assertThat(result(family("2024-12-31", member(44))).at("/kinds"))
                .as("rigid expenditure is recognised since 2025")
                .hasSize(3);
        assertThat(result(before)).isEqualTo(result(before));
    }

    @Test
    void standardsAndRulesAreOpenToEverybody() {
        citizenIsKnown();
        for (String client : List.of("MZ", "JY", "auditor", "CHARITY-A", "citizen")) {
            JsonNode answer = hub.ask(client, READ);
            assertThat(answer.at("/data/localStandards")).as("%s: %s", client, answer).hasSize(22);
            assertThat(answer.at("/data/eligibilityRule/steps").size()).isGreaterThan(30);
        }
    }

    @Test
    void aFamilyAsLargeAsTheyComeIsWorkedOut() {
        String[] incomes =
                IntStream.range(0, 20)
                        .boxed()
                        .flatMap(_ -> Stream.of("WAGE", "100.00"))
                        .toArray(String[]::new);
        Object[] members = IntStream.range(0, 30).mapToObj(_ -> member(9, incomes)).toArray();

        assertThat(kind(result(family("2026-11-29", members)), "MINIMUM_LIVING").get("holds"))
                .hasToString("true");
    }

    @Test
    void whatHasNoStandardAndWhatIsNoFamilyIsToldByItsCode() {
        Map<String, Object> elsewhere = family("2026-11-29", member(44));
        elsewhere.put("county", "110101000000");
        Map<String, Object> crowd =
                family("2026-11-29", IntStream.range(0, 31).mapToObj(_ -> member(9)).toArray());
        Map<String, Object> nobody =
                family("2026-11-29", Map.of("age", 44, "standing", "SUPPORTER"));
        Map<String, Object> half =
                family("2026-11-29", Map.of("age", 44, "disabilityGrade", "GRADE_1"));

        assertThat(code(elsewhere)).isEqualTo("UNKNOWN_STANDARD");
        assertThat(code(family("2024-06-30", member(44)))).isEqualTo("UNKNOWN_STANDARD");
        assertThat(code(crowd)).isEqualTo("SITUATION_TOO_LARGE");
        assertThat(code(nobody)).isEqualTo("NOBODY_COUNTED");
        assertThat(code(half)).isEqualTo("DISABILITY_IN_PART");
        assertThat(code(family("2026-11-29", member(-1)))).isEqualTo("SITUATION_VALUE");
        assertThat(code(family("2026-11-29", member(44, "WAGE", "1.005"))))
                .isEqualTo("SITUATION_VALUE");
        assertThat(code(family("2026-11-29", member(44, "WAGE", "-1"))))
                .isEqualTo("SITUATION_VALUE");
    }

    @Test
    void aKindThatTheSchemaHasNotIsRefusedByTheSchema() {
        assertThat(code(family("2026-11-29", member(44, "LOTTERY", "1.00"))))
                .isEqualTo("INVALID_VARIABLES");
        assertThat(code(family("2026-11-29", Map.of("name", "某", "age", 44))))
                .as("there is no place for a name")
                .isEqualTo("INVALID_VARIABLES");
        assertThat(ask("MZ", family("2026-02-30", member(44))).at("/errors/0/extensions/details"))
                .hasToString("{\"parameter\":\"asOf\"}");
        assertThat(
                        hub.ask("MZ", "{ localStandards(asOf: \"2026-02-30\") { area } }")
                                .at("/errors/0/extensions"))
                .asString()
                .contains("INVALID_PARAMETER");
    }

    @Test
    void whoHandlesNoCasesHasNoCalculator() {
        citizenIsKnown();
        assertThat(
                        ask("citizen", family("2026-11-29", member(44)))
                                .at("/errors/0/extensions/code")
                                .asString())
                .as("a citizen does not know that there is one")
                .isEqualTo("INVALID_DOCUMENT");
        assertThat(
                        ask("MZ-HEAD", family("2026-11-29", member(44)))
                                .at("/errors/0/extensions/code")
                                .asString())
                .isEqualTo("NOT_ALLOWED");
    }

    private String code(Map<String, Object> family) {
        return ask("MZ", family).at("/errors/0/extensions/code").asString();
    }
}
