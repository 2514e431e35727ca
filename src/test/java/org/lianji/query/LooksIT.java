package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Reason;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reasons for looking, the looks they allow, and what the person learns of them. */
@HubTest
class LooksIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String OTHER = "150902195603121010";
    private static final String LOOK =
            "query ($n: IdNumber!) { person(idNumber: $n) { id records { nodes { category } } } }";

    @Autowired Hub hub;

    @Autowired Driver driver;

    @Autowired IdentityHash hash;

    @BeforeEach
    void facts() {
        driver.executableQuery(
                        """
                        CREATE (citizen:Person {id: 'Pcitizen', idNumber: $citizen, idHash: $citizenHash})
                        CREATE (other:Person {id: 'Pother', idNumber: $other, idHash: $otherHash})
                        CREATE (:Record:TemporaryRelief {id: 'Rmz', key: 'MZ05|1', category: 'MZ05', recordNo: '1',
                          observedAt: datetime('2026-01-01T00:00:00+08:00')})-[:ABOUT]->(citizen)
                        CREATE (:Record:DiseasePatient {id: 'Rwj', key: 'WJ02|1', category: 'WJ02', recordNo: '1',
                          observedAt: datetime('2026-01-02T00:00:00+08:00'), diseaseGroup: 'X'})-[:ABOUT]->(citizen)
                        CREATE (:Record:TemporaryRelief {id: 'Rother', key: 'MZ05|2', category: 'MZ05', recordNo: '2',
                          observedAt: datetime('2026-01-01T00:00:00+08:00')})-[:ABOUT]->(other)
                        """)
                .withParameters(
                        Map.of(
                                "citizen",
                                CITIZEN,
                                "citizenHash",
                                hash.of(CITIZEN),
                                "other",
                                OTHER,
                                "otherHash",
                                hash.of(OTHER)))
                .execute();
    }

    @Test
    void leadToThePersonsOfTheCaseAndToNobodyElse() {
        Reason matter = hub.matter("MZ", CITIZEN);

        assertThat(categories(look("MZ", matter, CITIZEN))).containsExactly("MZ05");
        assertThat(look("MZ", matter, OTHER).at("/data/person").isNull()).isTrue();
    }

    @Test
    void endWithTheCase() {
        Reason matter = hub.matter("MZ", CITIZEN);
        hub.ask(
                "MZ",
                "mutation ($id: ID!) { closeBasis(id: $id) { closed } }",
                Map.of("id", matter.basis()));

        assertThat(code(look("MZ", matter, CITIZEN))).isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @Test
    void areTheDepartmentsOwn() {
        Reason matter = hub.matter("MZ", CITIZEN);

        JsonNode foreign = look("WJ", matter, CITIZEN);
        JsonNode nonsense = look("WJ", new Reason("A", "Cnonsense"), CITIZEN);

        assertThat(foreign).isEqualTo(nonsense);
        assertThat(code(foreign)).isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @Test
    void serveTheStatedPurposeOnly() {
        Reason matter = hub.matter("MZ", CITIZEN);

        assertThat(code(look("MZ", new Reason("D", matter.basis()), CITIZEN)))
                .isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @Test
    void areRefusedWithoutAReason() {
        assertThat(code(look("MZ", Reason.NONE, CITIZEN))).isEqualTo("PURPOSE_REQUIRED");
        assertThat(code(look("MZ", new Reason("A", null), CITIZEN))).isEqualTo("BASIS_REQUIRED");
        assertThat(code(look("MZ", new Reason("H", "Cx"), CITIZEN))).isEqualTo("PURPOSE_NOT_YOURS");
        assertThat(code(look("MZ", new Reason("G", "Cx"), CITIZEN)))
                .isEqualTo("PURPOSE_READS_NO_PERSON");
        assertThat(code(look("auditor", new Reason("A", "Cx"), CITIZEN))).isEqualTo("NOT_ALLOWED");
        assertThat(code(look("charity-a", new Reason("A", "Cx"), CITIZEN)))
                .isEqualTo("NOT_FOR_CHARITIES");
        for (Reason reason : List.of(Reason.NONE, new Reason("F", null), new Reason("A", "Cx"))) {
            assertThat(
                            code(
                                    hub.ask(
                                            "charity-a",
                                            reason,
                                            "{ records(category: MZ05) { totalCount } }",
                                            Map.of())))
                    .as("%s", reason)
                    .isEqualTo("NOT_FOR_CHARITIES");
        }
    }

    @Test
    void areToldToThePersonTheDeniedOnesToo() {
        look("MZ", hub.matter("MZ", CITIZEN), CITIZEN);
        look("MZ", hub.matter("MZ", OTHER), CITIZEN);

        assertThat(told())
                .satisfiesExactly(
                        denied -> assertThat(denied).contains("民政局", "试图查看", "已被拒绝"),
                        seen -> assertThat(seen).contains("民政局", "查看了", "临时救助"));
    }

    /** A count and a condition tell as much as a list does. */
    @Test
    void areToldToThePersonWhereTheyWereOnlyCounted() {
        JsonNode counted =
                hub.ask(
                        "MZ",
                        hub.plan("MZ"),
                        """
                        { records(category: MZ05, first: 1, where: {temporaryRelief:
                          {amount: {isNull: true}, validTo: {isNull: true}}}) { totalCount totalCountIsExact } }
                        """,
                        Map.of());

        assertThat(counted.at("/data/records/totalCount").asInt()).isEqualTo(2);
        assertThat(told())
                .singleElement()
                .satisfies(one -> assertThat(one).contains("查看了", "临时救助"));
        assertThat(
                        hub.ask("auditor", "{ entries(kind: READ) { nodes { items } } }")
                                .at("/data/entries/nodes/0/items")
                                .toString())
                .isEqualTo("[\"MZ05\",\"MZ05.amount\"]");
    }

    @Test
    void areAPersonsOwnForPurposeH() {
        JsonNode own = look("citizen", new Reason("H", null), CITIZEN);
        JsonNode other = look("citizen", new Reason("H", null), OTHER);

        assertThat(categories(own)).containsExactlyInAnyOrder("WJ02", "MZ05");
        assertThat(other.at("/data/person").isNull()).isTrue();
    }

    @Test
    void ofAnEmergencyOpenMoreForTwoHoursAndAreJudgedAndTold() {
        JsonNode opened =
                hub.ask(
                        "YJ-TOWN",
                        "mutation ($n: IdNumber!) { breakGlass(idNumber: $n, reason:"
                                + " \"老人昏迷在家，须立即告知医院病史\") { id reviewDue } }",
                        Map.of("n", CITIZEN));
        String id = opened.at("/data/breakGlass/id").asString();
        Reason emergency = new Reason("D", id);

        assertThat(categories(look("YJ-TOWN", emergency, CITIZEN))).contains("MZ05");
        assertThat(look("YJ-TOWN", emergency, OTHER).at("/data/person").isNull()).isTrue();
        assertThat(told()).isNotEmpty().allSatisfy(one -> assertThat(one).contains("紧急查阅"));

        assertThat(code(judge("YJ-TOWN", id))).isEqualTo("NOT_ALLOWED");
        assertThat(judge("YJ-HEAD", id).at("/data/reviewEmergency/verdict").asString())
                .isEqualTo("UNJUSTIFIED");
        assertThat(code(judge("YJ-HEAD", id))).isEqualTo("ALREADY_REVIEWED");
        assertThat(code(look("YJ-TOWN", emergency, CITIZEN))).isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @Test
    void needTheConsentOfWhoeverDidNotApply() {
        JsonNode refused =
                hub.ask(
                        "MZ",
                        "mutation ($a: IdNumber!, $b: IdNumber!) { openBasis(input: {kind: CASE,"
                                + " purpose: A, reference: \"1\", persons: [{idNumber: $a},"
                                + " {idNumber: $b}]}) { id } }",
                        Map.of("a", CITIZEN, "b", OTHER));

        assertThat(code(refused)).isEqualTo("CONSENT_REQUIRED");
    }

    @Test
    void coverNoRegionBeyondTheOfficersOwn() {
        JsonNode refused =
                hub.ask(
                        "MZ-COUNTY",
                        "mutation { openBasis(input: {kind: REVIEW_PLAN, purpose: B, reference:"
                                + " \"1\", regions: [\"150902000000\"]}) { id } }");

        assertThat(code(refused)).isEqualTo("BASIS_REGIONS");
    }

    @Test
    void areRegisteredOnceForAReference() {
        String open =
                "mutation { openBasis(input: {kind: REVIEW_PLAN, purpose: B, reference: \"1\","
                        + " regions: [\"150900000000\"]}) { id } }";
        String id = hub.ask("MZ", open).at("/data/openBasis/id").asString();

        JsonNode again = hub.ask("MZ", open);

        assertThat(code(again)).isEqualTo("BASIS_EXISTS");
        assertThat(again.at("/errors/0/extensions/details/basis").asString()).isEqualTo(id);
    }

    private JsonNode look(String client, Reason reason, String number) {
        return hub.ask(client, reason, LOOK, Map.of("n", number));
    }

    private JsonNode judge(String client, String id) {
        return hub.ask(
                client,
                "mutation ($id: ID!) { reviewEmergency(id: $id, verdict: UNJUSTIFIED, note:"
                        + " \"无紧急情形\") { verdict } }",
                Map.of("id", id));
    }

    /** What the citizen reads of looks at their data, the newest first. */
    private List<String> told() {
        List<String> sentences = new ArrayList<>();
        hub.ask("citizen", "{ accessLog { nodes { sentence } } }")
                .at("/data/accessLog/nodes")
                .forEach(node -> sentences.add(node.get("sentence").asString()));
        return sentences;
    }

    private static List<String> categories(JsonNode answer) {
        List<String> categories = new ArrayList<>();
        answer.at("/data/person/records/nodes")
                .forEach(node -> categories.add(node.get("category").asString()));
        return categories;
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }
}
