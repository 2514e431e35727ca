package org.lianji.merges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.assistance.Town.done;
import static org.lianji.merges.DoubleRegistration.LI;
import static org.lianji.merges.DoubleRegistration.TWICE;
import static org.lianji.merges.DoubleRegistration.VILLAGE;
import static org.lianji.merges.DoubleRegistration.code;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One person has one open matter of a kind, merged and split; and the rules look at them again. */
@HubTest
class UniqueMattersIT {

    private static final String TOWN = "MZ-TOWN";
    private static final String COUNTY = "MZ-COUNTY";

    /** The rules are planned when they run for the first time. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired Neo4jClient graph;

    private DoubleRegistration li;

    @BeforeEach
    void liIsRegisteredTwice() {
        li = new DoubleRegistration(hub, catalogue, graph);
        li.begin();
    }

    private JsonNode applies(String number, String kind) {
        return hub.ask(
                TOWN,
                "mutation ($i: CaseInput!) { submitCase(input: $i) { id version } }",
                Map.of(
                        "i",
                        Map.of(
                                "idNumber",
                                number,
                                "kind",
                                kind,
                                "region",
                                VILLAGE,
                                "statement",
                                "没有收入",
                                "channel",
                                "WINDOW",
                                "consentNo",
                                "SQ-1")));
    }

    private JsonNode asksFor(String kind, JsonNode applied) {
        return hub.ask(
                TOWN,
                "mutation ($i: SpecialAidInput!) { requestSpecialAid(input: $i) { id version } }",
                Map.of(
                        "i",
                        Map.of(
                                "caseId",
                                applied.at("/id").asString(),
                                "kind",
                                kind,
                                "note",
                                "自付费用很高")));
    }

    /** A step that takes nothing, or a note. */
    private JsonNode step(String client, String mutation, JsonNode one, String... note) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", one.at("/id").asString());
        values.put("version", one.at("/version").asInt());
        values.put("note", note.length == 0 ? null : note[0]);
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!, $note: String%s) { %s(step: {id: $id, version: $version, note: $note}) { id version } }"
                        .formatted(note.length == 0 ? "" : "!", mutation),
                values);
    }

    private JsonNode proposed() {
        return li.propose(COUNTY, li.token(LI), li.token(TWICE), li.basis());
    }

    private static List<String> kinds(JsonNode refused) {
        assertThat(code(refused)).as(refused.toString()).isEqualTo("MERGE_OPEN_TWICE");
        return refused.at("/errors/0/extensions/details/kinds")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void twoOpenApplicationsOfAKindAreNotOnePersons() {
        done(applies(LI, "MINIMUM_LIVING"));
        JsonNode second = done(applies(TWICE, "MINIMUM_LIVING"));
        done(applies(TWICE, "MARGIN_FAMILY"));
        assertThat(kinds(proposed())).containsExactly("Case MINIMUM_LIVING");

        done(step(TOWN, "withdrawCase", second, "申请人要求撤回"));
        JsonNode merge = li.proposed();
        second = done(applies(TWICE, "MINIMUM_LIVING"));
        assertThat(kinds(li.step("MZ-COUNTY-2", "confirmMerge", merge)))
                .containsExactly("Case MINIMUM_LIVING");

        done(step(TOWN, "withdrawCase", second, "申请人要求撤回"));
        li.taken("MZ-COUNTY-2", "confirmMerge", merge);
        assertThat(code(applies(LI, "MARGIN_FAMILY"))).isEqualTo("CASE_ALREADY_OPEN");
        assertThat(code(applies(TWICE, "MINIMUM_LIVING"))).isEqualTo("CASE_ALREADY_OPEN");
    }

    @Test
    void whoIsHelpedHasNoApplicationOfAnotherNumber() {
        done(applies(TWICE, "MINIMUM_LIVING"));
        li.contribute(
                "MZ01",
                Map.of(
                        "recordNo", "A1",
                        "observedAt", "2026-05-01T00:00:00+08:00",
                        "idNumber", LI,
                        "householdNo", "A1",
                        "area", "RURAL",
                        "memberCount", 1,
                        "monthlyAmount", "600.00",
                        "startMonth", "2026-05",
                        "status", "ACTIVE"));

        assertThat(kinds(proposed())).containsExactly("Case MINIMUM_LIVING");
    }

    @Test
    void aPartOfAnApplicationIsOnePersonsOnceAfterAMergeAndAfterASplit() {
        JsonNode own = done(applies(LI, "MINIMUM_LIVING"));
        JsonNode other = done(applies(TWICE, "MARGIN_FAMILY"));
        JsonNode asked = done(asksFor("MEDICAL", own));
        done(asksFor("MEDICAL", other));
        assertThat(kinds(proposed())).containsExactly("SpecialAid MEDICAL");
        done(step(TOWN, "withdrawSpecialAid", asked, "申请人要求撤回"));

        JsonNode merge = li.merged();
        assertThat(code(asksFor("MEDICAL", own))).isEqualTo("SPECIAL_AID_ALREADY_SENT");

        li.split(merge);
        done(asksFor("MEDICAL", own));
        assertThat(code(asksFor("MEDICAL", other))).isEqualTo("SPECIAL_AID_ALREADY_SENT");
    }

    private JsonNode found(String number) {
        return done(
                hub.ask(
                        TOWN,
                        "mutation ($i: ReliefInput!) { openRelief(input: $i) { id version } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "region",
                                        VILLAGE,
                                        "cause",
                                        "ACCIDENT",
                                        "foundAt",
                                        Instant.now().toString(),
                                        "secondWorker",
                                        "mz-county",
                                        "idNumber",
                                        number))));
    }

    private JsonNode given(JsonNode relief) {
        return hub.ask(
                COUNTY,
                "mutation ($i: GiveReliefInput!) { giveRelief(input: $i) { id version } }",
                Map.of(
                        "i",
                        Map.of(
                                "id", relief.at("/id").asString(),
                                "version", relief.at("/version").asInt(),
                                "goods", "棉被")));
    }

    @Test
    void onePersonIsHelpedForACauseOnceAYearWhicheverNumberTheyHad() {
        done(given(found(TWICE)));
        JsonNode second = found(LI);

        JsonNode merge = li.merged();
        assertThat(code(given(second))).isEqualTo("RELIEF_GIVEN_BEFORE");

        li.split(merge);
        done(given(second));
    }

    @Test
    void twoReliefsOfACauseAreSettledFirst() {
        done(given(found(TWICE)));
        done(given(found(LI)));

        assertThat(kinds(proposed())).containsExactly("ReliefCase");
    }

    private void nursing(String category, String number) {
        Map<String, Object> row =
                new HashMap<>(
                        Map.of(
                                "recordNo", category + number.substring(14),
                                "observedAt", "2026-05-01T00:00:00+08:00",
                                "idNumber", number,
                                "kind", "NURSING",
                                "status", "PAYING",
                                "amount", "100.00",
                                "startMonth", "2026-05"));
        if (category.equals("MZ08")) {
            row.put("certNo", number + "41");
        }
        li.contribute(category, row);
    }

    private List<String> warned(String subject) {
        return List.copyOf(
                graph.query(
                                "MATCH (m:Warning {rule: 'R304', subject: $subject}) RETURN"
                                        + " m.state + CASE WHEN m.openKey = 'R304|' + $subject"
                                        + " THEN ' open' ELSE '' END AS told ORDER BY told")
                        .bind(subject)
                        .to("subject")
                        .fetchAs(String.class)
                        .all());
    }

    private void awaits(String number, String... states) {
        await().untilAsserted(
                        () ->
                                assertThat(warned(li.token(number)))
                                        .containsExactlyInAnyOrder(states));
    }

    @Test
    void theRulesLookAtTheFamilyAgainAfterAMergeAndAfterASplit() {
        nursing("MZ09", LI);
        nursing("MZ08", TWICE);

        JsonNode merge = li.merged();
        awaits(LI, "RAISED open");

        li.split(merge);
        awaits(LI, "WITHDRAWN");
    }

    @Test
    void ofTwoWarningsOfARuleOneGoesOnAndBothAreThereAfterASplit() {
        for (String number : List.of(LI, TWICE)) {
            nursing("MZ09", number);
            nursing("MZ08", number);
            awaits(number, "RAISED open");
        }
        claimed(TWICE);

        JsonNode merge = li.merged();
        assertThat(warned(li.token(LI))).containsExactlyInAnyOrder("CLAIMED open", "WITHDRAWN");

        li.split(merge);
        awaits(TWICE, "CLAIMED open");
        awaits(LI, "WITHDRAWN", "RAISED open");
    }

    @Test
    void twoConfirmedWarningsOfARuleAreSettledFirst() {
        for (String number : List.of(LI, TWICE)) {
            nursing("MZ09", number);
            nursing("MZ08", number);
            awaits(number, "RAISED open");
            JsonNode verified = done(step(COUNTY, "beginVerification", claimed(number)));
            done(step(COUNTY, "confirmWarning", verified, "情况属实"));
        }

        assertThat(kinds(proposed())).containsExactly("Warning");
    }

    private JsonNode claimed(String number) {
        String id =
                graph.query("MATCH (m:Warning {subject: $subject}) RETURN m.id")
                        .bind(li.token(number))
                        .to("subject")
                        .fetchAs(String.class)
                        .one()
                        .orElseThrow();
        return done(
                hub.ask(
                        COUNTY,
                        "mutation ($w: ID!) { claimWarning(input: {id: $w, version: 1}) { id"
                                + " version } }",
                        Map.of("w", id)));
    }

    /** What a flow finds or gives meanwhile is of whom it was begun for. */
    @Test
    void whatAFlowWritesMeanwhileIsTheirsWhoseMatterItIsAfterASplit() {
        JsonNode applied = applies(TWICE, "MINIMUM_LIVING").at("/data/submitCase");
        JsonNode merge = li.merged();
        JsonNode accepted = step(TOWN, "acceptCase", applied).at("/data/acceptCase");
        JsonNode surveyed =
                hub.ask(
                                TOWN,
                                "mutation ($id: ID!, $v: Int!) { recordSurvey(input: {id: $id,"
                                        + " version: $v, surveyors: [\"王干事\", \"李网格员\"], note:"
                                        + " \"住土坯房\"}) { id version } }",
                                Map.of(
                                        "id",
                                        accepted.at("/id").asString(),
                                        "v",
                                        accepted.at("/version").asInt()))
                        .at("/data/recordSurvey");
        JsonNode checked =
                hub.ask(
                        COUNTY,
                        "mutation ($id: ID!, $v: Int!) { checkMeans(input: {id: $id, version: $v})"
                                + " { id } }",
                        Map.of(
                                "id",
                                surveyed.at("/id").asString(),
                                "v",
                                surveyed.at("/version").asInt()));
        assertThat(checked.has("errors")).as(checked.toString()).isFalse();

        li.split(merge);

        assertThat(reports(TWICE)).isEqualTo(1);
        assertThat(reports(LI)).isZero();
    }

    private long reports(String number) {
        return hub.ask(
                        "MZ",
                        hub.matter("MZ", number),
                        "query ($n: IdNumber!) { person(idNumber: $n) { records(categories: [MZ12])"
                                + " { totalCount } } }",
                        Map.of("n", number))
                .at("/data/person/records/totalCount")
                .asLong();
    }
}
