package org.lianji.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.EventReader;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Boards count what there is for those who see it, and tell others of nobody. */
@HubTest
class WarningBoardIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String BOARD =
            """
            query ($region: RegionCode) { warningBoard(region: $region) { region exact figures { raised open overdue confirmed falseAlarms withdrawn
              fedBack loop daysToVerdict hoursToHelp } kinds { kind figures { raised } } levels { level figures { raised } } states { state warnings } rules { rule title figures { raised
              falseAlarms daysToVerdict } } } }
            """;

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Monitored city;

    /** Two women of two townships whom nobody helps. */
    @BeforeEach
    void costs() {
        city = new Monitored(hub, catalogue);
        city.agreeOn(List.of("R101"));
        List<Map<String, Object>> people = new ArrayList<>();
        List<Map<String, Object>> costs = new ArrayList<>();
        List<String> numbers = List.of("152627195801035714", "152627195004255212");
        List<String> places = List.of("150924106001", "150902001001");
        IntStream.range(0, numbers.size())
                .forEach(
                        i -> {
                            people.add(registration(i, numbers.get(i), places.get(i)));
                            costs.add(cost(i, numbers.get(i)));
                        });
        city.contribute("GA01", people);
        city.contribute("YB03", costs);
        city.run(List.of("R101"));
    }

    private static Map<String, Object> registration(int row, String number, String place) {
        return Map.of(
                "recordNo",
                "H" + row,
                "observedAt",
                TODAY + "T00:00:00+08:00",
                "idNumber",
                number,
                "hukouNo",
                "H" + row,
                "relationToHead",
                "HEAD",
                "hukouRegion",
                place,
                "name",
                "某",
                "sex",
                (number.charAt(16) - '0') % 2 == 1 ? "MALE" : "FEMALE",
                "birthDate",
                number.substring(6, 10)
                        + "-"
                        + number.substring(10, 12)
                        + "-"
                        + number.substring(12, 14));
    }

    private static Map<String, Object> cost(int row, String number) {
        return Map.of(
                "recordNo",
                "C" + row,
                "observedAt",
                TODAY + "T00:00:00+08:00",
                "idNumber",
                number,
                "windowMonths",
                12,
                "selfPayTotal",
                "20609.39",
                "threshold",
                "15000.00",
                "exceeded",
                true);
    }

    private JsonNode board(String client, String region) {
        JsonNode answer =
                hub.ask(client, BOARD, region.isEmpty() ? Map.of() : Map.of("region", region));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/warningBoard");
    }

    private void step(String client, String mutation, int version, String more) {
        String id =
                hub.ask(client, "{ warnings(rule: \"R101\") { nodes { id } } }")
                        .at("/data/warnings/nodes/0/id")
                        .asString();
        JsonNode answer =
                hub.ask(
                        client,
                        "mutation ($id: ID!) { %s: %s(%s: {id: $id, version: %d%s}) { state } }"
                                .formatted(
                                        "done",
                                        mutation,
                                        List.of("claimWarning", "disposeWarning", "dismissWarning")
                                                        .contains(mutation)
                                                ? "input"
                                                : "step",
                                        version,
                                        more),
                        Map.of("id", id));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    private static String counts(JsonNode list, String name) {
        StringBuilder counts = new StringBuilder();
        for (JsonNode one : list) {
            JsonNode count = one.has("warnings") ? one.at("/warnings") : one.at("/figures/raised");
            if (count.isNull() || count.asInt() > 0) {
                counts.append(one.at("/" + name).asString()).append(' ').append(count).append("; ");
            }
        }
        return counts.toString().strip();
    }

    @Test
    void countForOfficersWhatTheySeeInTheirRegion() {
        step("MZ-TOWN", "claimWarning", 1, "");
        step("MZ-TOWN", "beginVerification", 2, "");
        step("MZ-TOWN", "confirmWarning", 3, ", note: \"属实\"");
        step("MZ-TOWN", "disposeWarning", 4, ", disposal: IMPLEMENT, note: \"协助申请\"");
        step("MZ-TOWN", "feedBackWarning", 5, ", note: \"已发放\"");

        JsonNode town = board("MZ-TOWN", "");
        assertThat(town.at("/exact").asBoolean()).isTrue();
        assertThat(town.at("/figures").toString())
                .startsWith(
                        "{\"raised\":1,\"open\":1,\"overdue\":0,\"confirmed\":1,\"falseAlarms\":0,\"withdrawn\":0,\"fedBack\":1,\"loop\":1.0,\"daysToVerdict\":0.0,");
        assertThat(town.at("/figures/hoursToHelp").isNumber()).isTrue();
        JsonNode all = board("MZ", "");
        assertThat(all.at("/figures/raised").asInt()).isEqualTo(2);
        assertThat(all.at("/figures/loop").asDouble()).isEqualTo(0.5);
        assertThat(counts(all.at("/kinds"), "kind")).isEqualTo("RISK 2;");
        assertThat(counts(all.at("/levels"), "level")).isEqualTo("ORANGE 2;");
        assertThat(counts(all.at("/states"), "state")).isEqualTo("RAISED 1; FED_BACK 1;");
        assertThat(counts(all.at("/rules"), "rule")).isEqualTo("R101 2;");
        assertThat(counts(board("MZ", "150902000000").at("/states"), "state"))
                .isEqualTo("RAISED 1;");
        for (String other : List.of("150902000000", "150924000000", "999999999999")) {
            assertThat(
                            hub.ask("MZ-TOWN", BOARD, Map.of("region", other))
                                    .at("/errors/0/extensions/code")
                                    .asString())
                    .as(other)
                    .isEqualTo("BOARD_REGION");
        }
    }

    @Test
    void countAFalseAlarmForItsRule() {
        step("MZ-TOWN", "claimWarning", 1, "");
        step("MZ-TOWN", "beginVerification", 2, "");
        step("MZ-TOWN", "dismissWarning", 3, ", reason: NO_HARDSHIP, note: \"有存款\"");

        JsonNode rule = board("MZ-TOWN", "").at("/rules/0");
        assertThat(rule.toString())
                .isEqualTo(
                        "{\"rule\":\"R101\",\"title\":\"自付医疗费过高而家庭未获救助\",\"figures\":{\"raised\":1,\"falseAlarms\":1,\"daysToVerdict\":0.0}}");
    }

    @Test
    void tellOthersNothingOfAFewWhateverHappensToThem() {
        List<String> clients = List.of("YB", "WJ-COUNTY", "GA-HEAD", "MZ-HEAD", "auditor");
        List<String> before = clients.stream().map(one -> board(one, "").toString()).toList();
        step("MZ-TOWN", "claimWarning", 1, "");

        assertThat(clients.stream().map(one -> board(one, "").toString())).isEqualTo(before);
        JsonNode seen = board("YB", "");
        assertThat(seen.at("/exact").asBoolean()).isFalse();
        assertThat(seen.at("/rules").size())
                .as("as many as there are rules, warned or not")
                .isEqualTo(hub.ask("YB", "{ rules { code } }").at("/data/rules").size());
        assertThat(
                        seen.toString()
                                .replaceAll(
                                        "\"(state|region|kind|level|rule|title)\":\"[^\"]*\"", ""))
                .doesNotContainPattern("\\d");
    }

    @Test
    void tellWhoLeadsHowFarARunIs() {
        String document =
                "subscription { monitoringRunChanged { cursor run { id state rulesDone } } }";
        try (EventReader lead = EventReader.listen(hub, "MZ", document)) {
            city.run(List.of("R101"));
            city.run(List.of("R102"));

            Set<String> complete = new HashSet<>();
            while (complete.size() < 2) {
                JsonNode run = lead.answer().at("/data/monitoringRunChanged/run");
                assertThat(run.at("/state").asString() + " " + run.at("/rulesDone").asInt())
                        .matches("RUNNING [01]|COMPLETE 1");
                if (run.at("/state").asString().equals("COMPLETE")) {
                    complete.add(run.at("/id").asString());
                }
            }
        }
    }
}
