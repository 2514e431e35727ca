package org.lianji.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.outreach.Fieldwork.code;
import static org.lianji.outreach.Fieldwork.done;
import static org.lianji.outreach.Fieldwork.seen;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A cadre of the village is sent to a door: reads who lives there and nothing of their money, says
 * what was found, and reads nothing before or after.
 */
@HubTest
class VisitAssignmentsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String NEXT_VILLAGE = "150924106002";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Fieldwork field;
    private Monitored city;
    private JsonNode clue;

    @BeforeEach
    void itIsAgreedOn() {
        field = new Fieldwork(hub);
        city = new Monitored(hub, catalogue);
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "C",
                        "S4",
                        List.of(),
                        List.of("GA01.hukouNo", "GA01.relationToHead", "GA01.name", "GA01.sex"));
    }

    private void aClueIsAcceptedOf(String village) {
        city.register(CITIZEN, village, TODAY);
        city.contribute(
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
                                "amount",
                                "800.00",
                                "grantedAt",
                                TODAY + "T00:00:00+08:00")));
        field.reported("JY-TOWN", seen("idNumber", CITIZEN));
        clue = field.taken("MZ-TOWN", "acceptClue", "", field.newest("MZ-TOWN"));
    }

    private JsonNode assign(String client, Object... more) {
        Map<String, Object> input = new HashMap<>();
        input.put("clue", clue.at("/id").asString());
        input.put("worker", "mz-village");
        input.put("role", "VILLAGE_CADRE");
        for (int i = 0; i < more.length; i += 2) {
            input.put((String) more[i], more[i + 1]);
        }
        return hub.ask(
                client,
                "mutation ($input: VisitErrand!) { assignVisit(input: $input) { worker role region"
                        + " until visited withdrawnAt basis persons } }",
                Map.of("input", input));
    }

    private JsonNode sent() {
        return done(assign("MZ-TOWN"), "assignVisit");
    }

    private JsonNode errands(String client) {
        return hub.ask(
                        client,
                        "{ visitAssignments { nodes { clue worker visited basis persons } } }")
                .at("/data/visitAssignments/nodes");
    }

    /** Records of relief are unknown to who goes to the doors. */
    private JsonNode read(String client, @Nullable String basis) {
        return hub.ask(
                client,
                new Reason("C", basis),
                "query ($n: IdNumber!) { person(idNumber: $n) { name memberships { household {"
                    + " members { person { name } } } } records(categories: [GA01, MZ05]) { nodes {"
                    + " ... on HouseholdRegistration { name }"
                        + (client.equals("MZ-TOWN") ? " ... on TemporaryRelief { amount }" : "")
                        + " } } } }",
                Map.of("n", CITIZEN));
    }

    private JsonNode record(String client) {
        return hub.ask(
                client,
                "mutation ($input: VisitInput!) { recordVisit(input: $input) { matter visitors } }",
                Map.of(
                        "input",
                        Map.of(
                                "clue",
                                clue.at("/id").asString(),
                                "day",
                                TODAY.toString(),
                                "visitors",
                                List.of("王芳", "巴特尔"),
                                "findings",
                                Map.of(
                                        "living", "POOR",
                                        "income", "BELOW_NEEDS",
                                        "illness", "NONE",
                                        "care", "NONE",
                                        "asks", List.of()))));
    }

    @Test
    void openWhoLivesThereAndNothingOfTheirMoney() {
        aClueIsAcceptedOf(Fieldwork.HERE);
        assertThat(errands("mz-village")).isEmpty();
        JsonNode errand = sent();
        String basis = errand.at("/basis").asString();

        JsonNode answer = read("mz-village", basis);

        assertThat(answer.at("/data/person/name").asString()).isNotEmpty();
        assertThat(answer.at("/data/person/memberships/0/household/members")).isNotEmpty();
        assertThat(answer.at("/data/person/records/nodes").toString())
                .contains("name")
                .doesNotContain("amount");
        assertThat(answer.at("/extensions/withheld").toString())
                .contains("\"code\":\"ROLE\"")
                .contains("MZ05");
        assertThat(read("MZ-TOWN", basis).at("/data/person/records/nodes").toString())
                .as("who sent them")
                .contains("800.00");
        assertThat(errands("mz-village").at("/0/persons/0").asString())
                .isEqualTo(errand.at("/persons/0").asString());
    }

    @Test
    void letThoseWhoAreSentSayWhatTheyFound() {
        aClueIsAcceptedOf(Fieldwork.HERE);
        assertThat(code(record("mz-village"))).as("not sent").isEqualTo("MATTER_NOT_YOURS");
        sent();

        done(record("mz-village"), "recordVisit");

        assertThat(field.newest("MZ-TOWN").at("/state").asString()).isEqualTo("VISITED");
        assertThat(errands("MZ-TOWN").at("/0/visited").asBoolean()).isTrue();
        assertThat(
                        hub.ask("MZ-TOWN", "{ clues { nodes { visits { visitors } } } }")
                                .at("/data/clues/nodes/0/visits/0/visitors/0")
                                .asString())
                .isEqualTo("王芳");
        assertThat(errands("mz-assistant")).as("who was not sent").isEmpty();
        assertThat(code(record("mz-assistant"))).isEqualTo("MATTER_NOT_YOURS");
    }

    @Test
    void endWhenTheyAreTakenBackAndWithTheMatter() {
        aClueIsAcceptedOf(Fieldwork.HERE);
        String basis = sent().at("/basis").asString();
        JsonNode withdrawn =
                done(
                        hub.ask(
                                "MZ-TOWN",
                                "mutation ($c: ID!) { withdrawVisitAssignment(input: {clue: $c,"
                                        + " worker: \"mz-village\"}) { withdrawnAt } }",
                                Map.of("c", clue.at("/id").asString())),
                        "withdrawVisitAssignment");

        assertThat(withdrawn.at("/withdrawnAt").isNull()).isFalse();
        assertThat(code(read("mz-village", basis))).isEqualTo("ERRAND_NOT_IN_FORCE");
        assertThat(errands("mz-village")).isEmpty();
        assertThat(code(record("mz-village"))).isEqualTo("MATTER_NOT_YOURS");

        assertThat(sent().at("/withdrawnAt").isNull()).as("sent anew").isTrue();
        assertThat(read("mz-village", basis).at("/data/person/name").isMissingNode()).isFalse();
        field.taken(
                "MZ-TOWN",
                "dismissClue",
                ", reason: ALREADY_HELPED, note: \"查无此事\"",
                field.newest("MZ-TOWN"));
        assertThat(code(read("mz-village", basis))).isEqualTo("ERRAND_NOT_IN_FORCE");
        assertThat(errands("mz-village").at("/0/basis").isNull()).isTrue();
    }

    @Test
    void openNobodyOfAnotherVillage() {
        aClueIsAcceptedOf(NEXT_VILLAGE);
        String basis = sent().at("/basis").asString();

        assertThat(read("mz-village", basis).at("/data/person").isNull()).isTrue();
        assertThat(read("MZ-TOWN", basis).at("/data/person/name").asString()).isNotEmpty();
    }

    @Test
    void areGivenByWhoWorksOnTheMatterAndToRolesThatGoToDoors() {
        aClueIsAcceptedOf(Fieldwork.HERE);
        assertThat(code(assign("MZ-COUNTY"))).isEqualTo("MATTER_NOT_YOURS");
        assertThat(code(assign("JY-TOWN"))).isEqualTo("MATTER_NOT_YOURS");
        assertThat(code(assign("MZ-TOWN", "role", "SYSTEM"))).isEqualTo("ERRAND");
        assertThat(code(assign("MZ-TOWN", "worker", "mz-town"))).isEqualTo("ERRAND");
        assertThat(code(assign("MZ-TOWN", "until", TODAY.plusDays(31).toString())))
                .isEqualTo("ERRAND");
        String basis =
                done(assign("MZ-TOWN", "role", "ASSISTANT"), "assignVisit").at("/basis").asString();
        assertThat(code(read("mz-village", basis)))
                .as("sent as what they are not")
                .isEqualTo("ERRAND_NOT_IN_FORCE");
        assertThat(errands("mz-village")).isEmpty();
    }

    @Test
    void areAllThatOpensAnybodyToThoseWhoGoToDoors() {
        aClueIsAcceptedOf(Fieldwork.HERE);
        String departments = hub.matter("MZ", CITIZEN).basis();
        assertThat(
                        code(
                                hub.ask(
                                        "mz-village",
                                        new Reason("A", departments),
                                        "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                                        Map.of("n", CITIZEN))))
                .as("their department's case")
                .isEqualTo("ERRAND_NOT_IN_FORCE");
        assertThat(code(read("mz-village", null)))
                .as("the next step is one that they have")
                .isEqualTo("ERRAND_BASIS_REQUIRED");
        assertThat(code(read("MZ-TOWN", null))).isEqualTo("BASIS_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ warnings { nodes { id } } }",
                "{ clues { nodes { id } } }",
                "{ bases { nodes { id } } }",
                "{ visitsDue { nodes { region } } }",
                "{ statistics(category: MZ01) { total } }",
                "{ records(category: MZ05) { nodes { ... on TemporaryRelief { amount } } } }",
                "mutation { openBasis(input: {kind: CASE, purpose: C, reference: \"1\"}) { id } }",
                "mutation { breakGlass(input: {idNumber: \"152627195801035714\", reason: \"x\"}) {"
                        + " id } }"
            })
    void letThoseWhoAreSentDoNothingElse(String document) {
        assertThat(code(hub.ask("mz-village", document))).isEqualTo("INVALID_DOCUMENT");
    }

    @Test
    void letThemReportWhatTheySee() {
        JsonNode reported = field.reported("mz-village", seen("idNumber", CITIZEN));

        assertThat(reported.at("/stage").asString()).isEqualTo("RECEIVED");
        assertThat(
                        hub.ask("mz-village", "{ reportedClues { nodes { id } } }")
                                .at("/data/reportedClues/nodes"))
                .hasSize(1);
    }

    private JsonNode policies(String client) {
        return hub.ask(
                client, "{ villagePolicies { policyNo title untold people { person basis } } }");
    }

    private static Map<String, Object> policy(String no, String type) {
        return Map.of(
                "recordNo",
                no,
                "observedAt",
                TODAY + "T00:00:00+08:00",
                "policyNo",
                no,
                "title",
                "政策" + no,
                "assistanceType",
                type,
                "region",
                "150900000000",
                "effectiveFrom",
                "2026-01-01");
    }

    @Test
    void aCadreKnowsOfWhatThoseToWhomTheyAreSentWereNotTold() {
        aClueIsAcceptedOf(Fieldwork.HERE);
        city.contribute(
                "MZ13",
                List.of(
                        policy("ZC-1", "DIBAO"),
                        policy("ZC-2", "OLD_AGE"),
                        policy("ZC-3", "TEMPORARY")));
        city.contribute(
                "MZ09",
                List.of(
                        Map.of(
                                "recordNo", "1",
                                "observedAt", TODAY + "T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "kind", "ADVANCED_AGE",
                                "amount", "100.00",
                                "startMonth", "2026-01",
                                "status", "PAYING")));
        assertThat(policies("MZ-VILLAGE").at("/data/villagePolicies"))
                .as("one alone is counted for nobody, and nobody is sent")
                .isEmpty();
        String person = sent().at("/persons/0").asString();

        JsonNode told = policies("MZ-VILLAGE").at("/data/villagePolicies");

        assertThat(told.findValuesAsString("policyNo"))
                .as("what anybody may ask for, whatever they are recognised as")
                .containsExactlyInAnyOrder("ZC-1", "ZC-3");
        assertThat(told.findValuesAsString("person")).containsOnly(person);
        assertThat(told.at("/0/untold").isNull()).isTrue();
        String basis = told.at("/0/people/0/basis").asString();
        assertThat(read("MZ-VILLAGE", basis).at("/data/person/name").isNull()).isFalse();
        for (String other : List.of("MZ-ASSISTANT", "MZ-TOWN", "YB-TOWN")) {
            assertThat(code(policies(other))).as(other).isIn("NOT_ALLOWED", "INVALID_DOCUMENT");
        }

        JsonNode notice =
                hub.ask(
                        "MZ-TOWN",
                        hub.matter("MZ-TOWN", CITIZEN),
                        "mutation ($i: PolicyNoticeInput!) { tellPolicies(input: $i) { at } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "person",
                                        person,
                                        "region",
                                        Fieldwork.HERE,
                                        "policies",
                                        List.of("ZC-1"),
                                        "attestation",
                                        "SIGNATURE")));
        assertThat(notice.has("errors")).as(notice.toString()).isFalse();
        assertThat(policies("MZ-VILLAGE").findValuesAsString("policyNo")).containsExactly("ZC-3");
    }
}
