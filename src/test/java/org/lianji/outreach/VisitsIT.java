package org.lianji.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.outreach.Fieldwork.code;
import static org.lianji.outreach.Fieldwork.done;
import static org.lianji.outreach.Fieldwork.seen;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Visits at the door: by two, about what somebody has taken on, and kept however late they come.
 */
@HubTest
class VisitsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final String SHOWN =
            "{ id matter day visitors text conflicts findings { living income illness care asks }"
                    + " }";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Fieldwork field;
    private JsonNode clue;

    @BeforeEach
    void aClueIsAccepted() {
        field = new Fieldwork(hub);
        new Monitored(hub, catalogue)
                .contribute(
                        "MZ05",
                        List.of(
                                Map.of(
                                        "recordNo",
                                        "1",
                                        "observedAt",
                                        TODAY + "T00:00:00+08:00",
                                        "idNumber",
                                        CITIZEN,
                                        "kind",
                                        "EMERGENCY",
                                        "grantedAt",
                                        TODAY + "T00:00:00+08:00")));
        field.reported("JY-TOWN", seen("idNumber", CITIZEN));
        clue = field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));
    }

    private Map<String, Object> visit(Object... more) {
        Map<String, Object> input = new HashMap<>();
        input.put("clue", clue.at("/id").asString());
        input.put("day", TODAY.toString());
        input.put("visitors", List.of("王芳", "巴特尔"));
        input.put(
                "findings",
                Map.of(
                        "living", "POOR",
                        "income", "BELOW_NEEDS",
                        "illness", "CHRONIC",
                        "care", "PARTIAL",
                        "asks", List.of("LIVING_ALLOWANCE", "CARE")));
        input.put("text", "屋内无取暖");
        for (int i = 0; i < more.length; i += 2) {
            input.put((String) more[i], more[i + 1]);
        }
        return input;
    }

    private JsonNode record(String client, Map<String, Object> input) {
        return hub.ask(
                client,
                "mutation ($input: VisitInput!) { recordVisit(input: $input) " + SHOWN + " }",
                Map.of("input", input));
    }

    private JsonNode recorded(Map<String, Object> input) {
        return done(record("MZ-TOWN", input), "recordVisit");
    }

    private JsonNode below(String client) {
        return hub.ask(client, "{ clues { nodes { state visits " + SHOWN + " } } }")
                .at("/data/clues/nodes/0");
    }

    @Test
    void sayWhatTwoPeopleFound() {
        JsonNode made = recorded(visit());

        assertThat(made.at("/visitors").toString()).isEqualTo("[\"王芳\",\"巴特尔\"]");
        assertThat(made.at("/findings").toString())
                .isEqualTo(
                        "{\"living\":\"POOR\",\"income\":\"BELOW_NEEDS\",\"illness\":\"CHRONIC\",\"care\":\"PARTIAL\",\"asks\":[\"LIVING_ALLOWANCE\",\"CARE\"]}");
        assertThat(made.at("/text").asString()).isEqualTo("屋内无取暖");
        assertThat(below("MZ-TOWN").at("/state").asString()).isEqualTo("VISITED");
        assertThat(below("MZ-TOWN").at("/visits/0")).isEqualTo(made);
        assertThat(below("MZ-COUNTY").at("/visits")).as("who doesn't work on it").isEmpty();
    }

    @Test
    void areRefusedFromOneAloneAndFromWhoDoesNotWorkOnIt() {
        assertThat(code(record("MZ-TOWN", visit("visitors", List.of("王芳")))))
                .isEqualTo("TWO_VISITORS");
        assertThat(code(record("MZ-TOWN", visit("visitors", List.of("王芳", " 王芳 ")))))
                .isEqualTo("TWO_VISITORS");
        assertThat(code(record("MZ-TOWN", visit("day", TODAY.plusDays(1).toString()))))
                .isEqualTo("VISIT_IN_FUTURE");
        for (String day : List.of("1900-01-01", TODAY.minusDays(1).toString())) {
            assertThat(code(record("MZ-TOWN", visit("day", day))))
                    .as("before the clue was reported")
                    .isEqualTo("VISIT_TOO_EARLY");
        }
        assertThat(code(record("MZ-COUNTY", visit()))).isEqualTo("MATTER_NOT_YOURS");
        assertThat(code(record("JY-TOWN", visit()))).isEqualTo("MATTER_NOT_YOURS");
        assertThat(code(record("MZ-TOWN", visit("clue", "Lnone")))).isEqualTo("MATTER_NOT_YOURS");
        assertThat(code(record("MZ-TOWN", visit("warning", "Wnone")))).isEqualTo("WHICH_MATTER");
        assertThat(code(record("charity-a", visit()))).isEqualTo("NOT_FOR_CHARITIES");
        assertThat(below("MZ-TOWN").at("/visits")).isEmpty();
        assertThat(below("MZ-TOWN").at("/state").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void areOneHoweverOftenTheyAreSent() {
        JsonNode first = recorded(visit("clientMutationKey", "device-7-1"));

        assertThat(recorded(visit("clientMutationKey", "device-7-1"))).isEqualTo(first);
        assertThat(below("MZ-TOWN").at("/visits")).hasSize(1);
    }

    @Test
    void thatComeLaterTellWhatHadComeInSinceAndBothStay() {
        JsonNode first = recorded(visit("clientMutationKey", "device-7-1"));
        JsonNode later = recorded(visit("clientMutationKey", "device-8-1", "text", "家中无人"));

        assertThat(first.at("/conflicts")).isEmpty();
        assertThat(later.at("/conflicts/0")).isEqualTo(first.at("/id"));
        assertThat(below("MZ-TOWN").at("/visits")).hasSize(2);
    }

    @Test
    void areDueUntilSomebodyWasThere() {
        String due = "{ visitsDue { totalCount nodes { warning clue region overdue mine } } }";
        JsonNode list = hub.ask("MZ-TOWN", due).at("/data/visitsDue");
        assertThat(list.at("/nodes/0/clue")).isEqualTo(clue.at("/id"));
        assertThat(list.at("/nodes/0/mine").asBoolean()).isTrue();
        assertThat(list.at("/nodes/0/overdue").asBoolean()).isFalse();
        assertThat(hub.ask("JY-TOWN", due).at("/data/visitsDue/totalCount").asInt()).isZero();
        assertThat(
                        hub.ask("MZ", "{ visitsDue(region: \"150981000000\") { totalCount } }")
                                .at("/data/visitsDue/totalCount")
                                .asInt())
                .isZero();

        recorded(visit());

        assertThat(hub.ask("MZ-TOWN", due).at("/data/visitsDue/totalCount").asInt()).isZero();
    }

    @Test
    void endWithTheClue() {
        recorded(visit());
        field.taken("MZ-TOWN", "closeClue", ", note: \"已转最低生活保障申请\"", field.newest("MZ-TOWN"));

        assertThat(code(record("MZ-TOWN", visit()))).isEqualTo("MATTER_NOT_YOURS");
        assertThat(below("MZ-TOWN").at("/visits")).as("who closed it reads on").hasSize(1);
    }

    @Test
    void standInThePersonsLogAndSoDoesEachReading() {
        recorded(visit());
        below("MZ-TOWN");

        JsonNode log =
                hub.ask("citizen", "{ accessLog { nodes { kind sentence } } }")
                        .at("/data/accessLog/nodes");
        assertThat(log.at("/0/kind").asString()).isEqualTo("READ");
        assertThat(log.valueStream().filter(one -> one.at("/kind").asString().equals("VISIT")))
                .as("beside the step of its clue, of the same moment")
                .singleElement()
                .satisfies(
                        one -> assertThat(one.at("/sentence").asString()).contains("民政", "入户走访"));
    }

    @Test
    void holdNoNumberInTheirTexts() {
        JsonNode answer = record("MZ-TOWN", visit("text", "户主 " + CITIZEN));
        assertThat(code(answer)).isEqualTo("ID_NUMBER_IN_TEXT");
        assertThat(answer.toString()).doesNotContain(CITIZEN);
        assertThat(code(record("MZ-TOWN", visit("visitors", List.of("王芳", CITIZEN)))))
                .isEqualTo("ID_NUMBER_IN_TEXT");
    }

    @Test
    void areMadeForAWarningByWhoHasTakenItOn() {
        JsonNode warning = warned();
        Map<String, Object> input = visit("warning", warning.at("/id").asString());
        input.remove("clue");
        assertThat(code(record("MZ-TOWN", input))).isEqualTo("MATTER_NOT_YOURS");

        hub.ask(
                "MZ-TOWN",
                "mutation ($id: ID!, $v: Int!) { claimWarning(input: {id: $id, version: $v}) { id }"
                        + " }",
                Map.of("id", warning.at("/id").asString(), "v", warning.at("/version").asInt()));
        assertThat(due("MZ-TOWN")).contains(warning.at("/id").asString());
        JsonNode made = recorded(input);

        assertThat(due("MZ-TOWN")).doesNotContain(warning.at("/id").asString());
        String shown = "{ warnings { nodes { visits { id } } } }";
        assertThat(hub.ask("MZ-TOWN", shown).at("/data/warnings/nodes/0/visits/0/id"))
                .isEqualTo(made.at("/id"));
        assertThat(hub.ask("MZ-COUNTY", shown).at("/data/warnings/nodes/0/visits")).isEmpty();
    }

    private String due(String client) {
        return hub.ask(client, "{ visitsDue { nodes { warning } } }").toString();
    }

    /** Of another person, who gets no relief. */
    private JsonNode warned() {
        String idNumber = "152624198207311100";
        Monitored city = new Monitored(hub, catalogue);
        city.agree();
        city.register(idNumber, Fieldwork.HERE, TODAY);
        city.contribute(
                "YB03",
                List.of(
                        Map.of(
                                "recordNo",
                                "1",
                                "observedAt",
                                TODAY.minusDays(1) + "T00:00:00+08:00",
                                "idNumber",
                                idNumber,
                                "windowMonths",
                                12,
                                "selfPayTotal",
                                "20609.39",
                                "threshold",
                                "15000.00",
                                "exceeded",
                                true)));
        city.run(List.of("R101"));
        return hub.ask("MZ-TOWN", "{ warnings(rule: \"R101\") { nodes { id version } } }")
                .at("/data/warnings/nodes/0");
    }
}
