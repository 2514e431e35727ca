package org.lianji.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.outreach.Fieldwork.ELSEWHERE;
import static org.lianji.outreach.Fieldwork.HERE;
import static org.lianji.outreach.Fieldwork.code;
import static org.lianji.outreach.Fieldwork.seen;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Clues: reported by anybody near, looked into by officers of the place. */
@HubTest
class CluesIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    /** Nobody whom the hub knows. */
    private static final String STRANGER = "152624198207311100";

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Fieldwork field;
    private Monitored city;

    @BeforeEach
    void somebodyIsKnown() {
        field = new Fieldwork(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, TODAY);
    }

    private void warned() {
        city.agree();
        city.contribute(
                "YB03",
                List.of(
                        Map.of(
                                "recordNo",
                                "1",
                                "observedAt",
                                TODAY.minusDays(1) + "T00:00:00+08:00",
                                "idNumber",
                                CITIZEN,
                                "windowMonths",
                                12,
                                "selfPayTotal",
                                "20609.39",
                                "threshold",
                                "15000.00",
                                "exceeded",
                                true)));
        city.run(List.of("R101"));
    }

    @Test
    void takeTwoFieldsAndTheRestLater() {
        JsonNode receipt = field.reported("JY-TOWN", seen());

        JsonNode more =
                field.complete(
                        "JY-TOWN",
                        receipt.at("/id").asString(),
                        Map.of("what", "昨夜仍未生火", "personName", "李大爷", "distress", "OLD_AND_ALONE"));

        assertThat(more.has("errors")).as(more.toString()).isFalse();
        JsonNode clue = field.newest("MZ-TOWN");
        assertThat(clue.at("/report/statements").toString())
                .isEqualTo("[\"老人独居，门前无人清雪\",\"昨夜仍未生火\"]");
        assertThat(clue.at("/report/personName").asString()).isEqualTo("李大爷");
        assertThat(clue.at("/distress").asString()).isEqualTo("OLD_AND_ALONE");
        assertThat(clue.at("/reportedBy").asString()).isEqualTo("JY");
    }

    @Test
    void goFromTheReportToTheEnd() {
        String receipt = field.reported("WJ", seen("idNumber", CITIZEN)).at("/id").asString();
        assertThat(stage("WJ", receipt)).isEqualTo("RECEIVED");

        JsonNode clue = field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));
        assertThat(clue.at("/state").asString()).isEqualTo("ACCEPTED");
        assertThat(clue.at("/deadlines").toString())
                .contains("{\"rule\":{\"code\":\"CLUE_VISIT\"},\"endedOn\":null}");
        assertThat(stage("WJ", receipt)).isEqualTo("IN_HAND");
        assertThat(code(field.step("MZ-COUNTY", "dismissClue", DISMISSED, clue)))
                .isEqualTo("NOT_YOUR_TURN");

        clue = field.taken("MZ-TOWN", "dismissClue", DISMISSED, clue);
        assertThat(clue.at("/state").asString()).isEqualTo("DISMISSED");
        assertThat(stage("WJ", receipt)).isEqualTo("SETTLED");
        assertThat(code(field.complete("WJ", receipt, Map.of("what", "又看到了"))))
                .isEqualTo("CLUE_SETTLED");
    }

    private static final String DISMISSED = ", reason: ALREADY_HELPED, note: \"邻居已在照料\"";

    private String stage(String client, String receipt) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { node(id: $id) { ... on ReportedClue { stage } } }",
                        Map.of("id", receipt))
                .at("/data/node/stage")
                .asString();
    }

    @Test
    void areSeenWhereTheyLieByWhoAnswersForThem() {
        field.reported("GA-TOWN", seen());
        assertThat(field.newest("MZ-TOWN").at("/region").asString()).isEqualTo(HERE);
        assertThat(field.newest("MZ-COUNTY").isMissingNode()).isFalse();
        assertThat(field.newest("GA-TOWN").isMissingNode()).isTrue();
        assertThat(field.newest("WJ").isMissingNode()).isTrue();

        JsonNode far = field.reported("GA-TOWN", seen("region", ELSEWHERE));
        JsonNode seen = field.newest("MZ");
        assertThat(seen.at("/region").asString()).isEqualTo(ELSEWHERE);
        assertThat(far.at("/id")).isNotEqualTo(seen.at("/id"));
        assertThat(field.newest("MZ-TOWN").at("/region").asString()).isEqualTo(HERE);
        assertThat(code(field.step("MZ-TOWN", "acceptClue", "", seen))).isEqualTo("CLUE_NOT_FOUND");
    }

    @Test
    void areRefusedFromWhoReportsNoneAndOfNoPlace() {
        assertThat(code(field.report("charity-a", seen()))).isEqualTo("NOT_FOR_CHARITIES");
        assertThat(code(field.report("citizen", seen()))).isEqualTo("INVALID_DOCUMENT");
        assertThat(code(field.report("JY-TOWN", seen("region", "150900000000"))))
                .isEqualTo("NO_SUCH_PLACE");
        assertThat(code(field.report("JY-TOWN", seen("region", "110101001000"))))
                .isEqualTo("NO_SUCH_PLACE");
        assertThat(code(field.report("JY-TOWN", seen("what", "  ")))).isEqualTo("TEXT_MISSING");
        String receipt = field.reported("JY-TOWN", seen()).at("/id").asString();
        assertThat(code(field.complete("JY-TOWN", receipt, Map.of()))).isEqualTo("NOTHING_ADDED");
        assertThat(code(field.complete("GA-TOWN", receipt, Map.of("what", "别人的"))))
                .isEqualTo("CLUE_NOT_FOUND");
    }

    @Test
    void areAcceptedByAnotherThanWhoReportedThem() {
        field.reported("MZ-TOWN", seen("idNumber", STRANGER));

        JsonNode clue = field.newest("MZ-TOWN");
        assertThat(code(field.step("MZ-TOWN", "acceptClue", "", clue))).isEqualTo("OWN_CLUE");
        assertThat(field.taken("MZ-COUNTY", "acceptClue", "", clue).at("/state").asString())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void tellTheirReporterNothingOfWhatOthersKnow() {
        warned();
        JsonNode warned = field.reported("JY-TOWN", seen("idNumber", CITIZEN));
        JsonNode unknown = field.reported("JY-TOWN", seen("idNumber", STRANGER));
        JsonNode unnamed = field.reported("JY-TOWN", seen());

        assertThat(told(warned)).isEqualTo(told(unknown)).isEqualTo(told(unnamed));
        JsonNode list = hub.ask("JY-TOWN", "{ reportedClues { totalCount nodes { stage } } }");
        assertThat(list.at("/data/reportedClues").toString())
                .isEqualTo(
                        "{\"totalCount\":3,\"nodes\":[{\"stage\":\"RECEIVED\"},{\"stage\":\"RECEIVED\"},{\"stage\":\"RECEIVED\"}]}");
        assertThat(hub.ask("JY-COUNTY", "{ reportedClues { totalCount } }").toString())
                .contains("\"totalCount\":0");
        String clue = field.newest("MZ-TOWN").at("/id").asString();
        assertThat(
                        hub.ask(
                                        "JY-TOWN",
                                        "query ($id: ID!) { clue(id: $id) { state } node(id: $id) {"
                                                + " id } }",
                                        Map.of("id", clue))
                                .at("/data")
                                .toString())
                .isEqualTo("{\"clue\":null,\"node\":null}");
    }

    private static String told(JsonNode receipt) {
        return receipt.at("/stage").asString()
                + receipt.at("/region")
                + receipt.at("/distress")
                + receipt.at("/childAtRisk")
                + receipt.size();
    }

    @Test
    void joinTheOpenWarningOfTheSamePerson() {
        warned();
        String receipt = field.reported("JY-TOWN", seen("idNumber", CITIZEN)).at("/id").asString();
        JsonNode warning = warning("MZ-TOWN");
        assertThat(warning.at("/clues")).hasSize(1);

        JsonNode clue = field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));
        assertThat(clue.at("/openWarnings/0")).isEqualTo(warning.at("/id"));
        String other = ", warning: \"Wnone\"";
        assertThat(code(field.step("MZ-TOWN", "joinClue", other, clue)))
                .isEqualTo("WARNING_NOT_JOINED");
        clue =
                field.taken(
                        "MZ-TOWN",
                        "joinClue",
                        ", warning: \"%s\"".formatted(warning.at("/id").asString()),
                        clue);

        assertThat(clue.at("/warning")).isEqualTo(warning.at("/id"));
        assertThat(warning("MZ-TOWN").at("/clues/0/state").asString()).isEqualTo("JOINED");
        assertThat(stage("JY-TOWN", receipt)).isEqualTo("SETTLED");
    }

    /** It would be settled by what has nothing to do with its person, and nobody would go there. */
    @Test
    void joinNoWarningThatIsAboutOthersThanWhomTheHubKnowsThemToBeAbout() {
        warned();
        known(STRANGER);
        String warning = ", warning: \"%s\"".formatted(warning("MZ-TOWN").at("/id").asString());
        field.reported("JY-TOWN", seen("idNumber", STRANGER));
        JsonNode clue = field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));

        assertThat(code(field.step("MZ-TOWN", "joinClue", warning, clue)))
                .isEqualTo("WARNING_NOT_JOINED");
        assertThat(field.newest("MZ-TOWN").at("/state").asString()).isEqualTo("ACCEPTED");

        field.reported("JY-TOWN", seen());
        clue = field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));
        assertThat(field.taken("MZ-TOWN", "joinClue", warning, clue).at("/state").asString())
                .as("of somebody without a number")
                .isEqualTo("JOINED");
    }

    private JsonNode warning(String client) {
        return hub.ask(client, "{ warnings { nodes { id clues { id state } } } }")
                .at("/data/warnings/nodes/0");
    }

    @Test
    void openThePersonToWhoAcceptedThemUntilTheyEnd() {
        known(CITIZEN);
        field.reported("WJ-TOWN", seen("idNumber", CITIZEN));
        JsonNode clue = field.newest("MZ-TOWN");
        assertThat(clue.at("/basis").isNull()).isTrue();
        assertThat(clue.at("/person").isNull()).isTrue();

        clue = field.taken("MZ-TOWN", "acceptClue", "", clue);
        Reason reason = new Reason("C", field.newest("MZ-TOWN").at("/basis").asString());
        assertThat(person("MZ-TOWN", reason, CITIZEN).at("/data/person/id"))
                .isEqualTo(field.newest("MZ-TOWN").at("/person"));
        assertThat(field.newest("MZ-COUNTY").at("/person").isNull()).isTrue();
        assertThat(code(person("MZ-COUNTY", reason, CITIZEN))).isEqualTo("BASIS_NOT_IN_FORCE");

        field.taken("MZ-TOWN", "handClueToCounty", ", note: \"情形复杂\"", clue);
        assertThat(code(person("MZ-TOWN", reason, CITIZEN))).isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @Test
    void leadToWhoIsContributedOnlyLater() {
        field.reported("WJ-TOWN", seen("idNumber", STRANGER));
        field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));
        Reason reason = new Reason("C", field.newest("MZ-TOWN").at("/basis").asString());
        assertThat(field.newest("MZ-TOWN").at("/person").isNull()).isTrue();

        known(STRANGER);

        assertThat(person("MZ-TOWN", reason, STRANGER).at("/data/person/id"))
                .isEqualTo(field.newest("MZ-TOWN").at("/person"));
    }

    @Test
    void leadToWhoIsNamedOnlyLater() {
        known(CITIZEN);
        String receipt = field.reported("WJ-TOWN", seen()).at("/id").asString();
        field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));
        field.complete("WJ-TOWN", receipt, Map.of("idNumber", CITIZEN));

        Reason reason = new Reason("C", field.newest("MZ-TOWN").at("/basis").asString());
        assertThat(person("MZ-TOWN", reason, CITIZEN).at("/data/person/id").isString()).isTrue();
    }

    /** To the leading department, too. */
    private void known(String idNumber) {
        city.contribute("MZ05", List.of(relief(idNumber)));
    }

    private static Map<String, Object> relief(String idNumber) {
        return Map.of(
                "recordNo",
                "1",
                "observedAt",
                TODAY + "T00:00:00+08:00",
                "idNumber",
                idNumber,
                "kind",
                "EMERGENCY",
                "grantedAt",
                TODAY + "T00:00:00+08:00");
    }

    private JsonNode person(String client, Reason reason, String idNumber) {
        return hub.ask(
                client,
                reason,
                "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                Map.of("n", idNumber));
    }

    @Test
    void aboutAChildAtRiskAreWithTheCountyAtOnce() {
        field.reported("JY-TOWN", seen("childAtRisk", true));
        JsonNode clue = field.newest("MZ-TOWN");
        assertThat(clue.at("/state").asString()).isEqualTo("WITH_COUNTY");
        assertThat(clue.at("/deadlines/0/rule/code").asString()).isEqualTo("CLUE_CHILD_AT_RISK");
        assertThat(code(field.step("MZ-TOWN", "acceptClue", "", clue))).isEqualTo("NOT_YOUR_TURN");
        assertThat(field.taken("MZ-COUNTY", "acceptClue", "", clue).at("/state").asString())
                .isEqualTo("ACCEPTED");

        String receipt = field.reported("JY-TOWN", seen()).at("/id").asString();
        field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));
        field.complete("JY-TOWN", receipt, Map.of("childAtRisk", true));
        assertThat(field.newest("MZ-TOWN").at("/state").asString()).isEqualTo("WITH_COUNTY");
        assertThat(field.newest("MZ-TOWN").at("/accepted").asBoolean()).isFalse();
    }

    @Test
    void areOneHoweverOftenTheyAreSent() {
        Map<String, Object> once = seen("clientMutationKey", "device-7-1");
        JsonNode first = field.reported("JY-TOWN", once);

        assertThat(field.reported("JY-TOWN", once)).isEqualTo(first);
        assertThat(
                        code(
                                field.report(
                                        "JY-TOWN",
                                        seen("clientMutationKey", "device-7-1", "what", "另一件事"))))
                .isEqualTo("MUTATION_KEY_TAKEN");
        assertThat(hub.ask("MZ", "{ clues { totalCount } }").at("/data/clues/totalCount").asInt())
                .isOne();
    }

    @Test
    void standInThePersonsLog() {
        field.reported("JY-TOWN", seen("idNumber", CITIZEN));
        field.newest("MZ-TOWN");

        JsonNode log = log();
        assertThat(log.at("/0/kind").asString()).isEqualTo("READ");
        assertThat(log.at("/1/kind").asString()).isEqualTo("CLUE");
        assertThat(log.at("/1/sentence").asString()).contains("教育", "困难线索");
    }

    /** Who speaks for a child may be the risk. */
    @Test
    void aboutAChildAtRiskStandInTheLogOnlyLater() {
        known(CITIZEN);
        field.reported("JY-TOWN", seen("idNumber", CITIZEN, "childAtRisk", true));
        JsonNode clue = field.taken("MZ-COUNTY", "acceptClue", "", field.newest("MZ-COUNTY"));
        Reason reason = new Reason("C", clue.at("/basis").asString());
        assertThat(person("MZ-COUNTY", reason, CITIZEN).at("/data/person/id").isString()).isTrue();
        field.taken("MZ-COUNTY", "dismissClue", DISMISSED, clue);

        assertThat(log().toString()).doesNotContain("民政", "教育");
        assertThat(
                        hub.ask("MZ-HEAD", "{ bases { nodes { id safeguarding { ground } } } }")
                                .toString())
                .contains(reason.basis(), "CHILD_IN_DANGER");
    }

    /** A member of the family that the leading department sees to be one. */
    @Test
    void onceAcceptedShowAtTheWarningOfTheFamilyToo() {
        warned();
        new Agreed(hub).on("GA", "MZ", "C", "S4", List.of("150900000000"), List.of("GA01.hukouNo"));
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo", "2",
                                "observedAt", TODAY + "T00:00:00+08:00",
                                "idNumber", STRANGER,
                                "hukouNo", "H1",
                                "relationToHead", "DAUGHTER",
                                "hukouRegion", HERE,
                                "name", "某",
                                "sex", "FEMALE",
                                "birthDate", "1982-07-31")));
        field.reported("JY-TOWN", seen("idNumber", STRANGER));
        assertThat(warning("MZ-TOWN").at("/clues")).isEmpty();

        JsonNode clue = field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));

        assertThat(clue.at("/openWarnings/0")).isEqualTo(warning("MZ-TOWN").at("/id"));
        assertThat(warning("MZ-TOWN").at("/clues/0/id")).isEqualTo(clue.at("/id"));
    }

    private JsonNode log() {
        return hub.ask("citizen", "{ accessLog { nodes { kind sentence } } }")
                .at("/data/accessLog/nodes");
    }

    @Test
    void holdNoNumberInTheirTexts() {
        JsonNode answer = field.report("JY-TOWN", seen("what", "是 " + CITIZEN + " 家的老人"));
        assertThat(code(answer)).isEqualTo("ID_NUMBER_IN_TEXT");
        assertThat(answer.toString()).doesNotContain(CITIZEN);
        answer = field.report("JY-TOWN", seen("personName", "李" + CITIZEN));
        assertThat(code(answer)).isEqualTo("ID_NUMBER_IN_TEXT");
        assertThat(answer.toString()).doesNotContain(CITIZEN);
        answer = field.report("JY-TOWN", seen("idNumber", "152627195801035715"));
        assertThat(answer.has("errors")).isTrue();
        assertThat(answer.toString()).doesNotContain("152627195801035715");
    }
}
