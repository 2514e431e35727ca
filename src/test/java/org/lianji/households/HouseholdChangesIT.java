package org.lianji.households;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a visit finds to have changed of a household is in its records once another confirms. */
@HubTest
class HouseholdChangesIT {

    private static final String TOWN = "MZ-TOWN";
    private static final String COUNTY = "MZ-COUNTY";
    private static final String HEAD = "15092419600101101X";
    private static final String WIFE = "150924196202022022";
    private static final String SON = "15092419900303303X";
    private static final String STRANGER = "150924199204044018";
    private static final String HERE = "150924106001";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final String SHOWN = "{ id version state kind basis allowedTransitions }";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Reason reason = Reason.NONE;
    private String visit = "";
    private String household = "";

    @BeforeEach
    void aFamilyOnTheAllowanceIsVisited() {
        Monitored city = new Monitored(hub, catalogue);
        city.contribute(
                "GA01",
                List.of(
                        registered(HEAD, "1", "HEAD", "张大山"),
                        registered(WIFE, "1", "SPOUSE", "李秀英"),
                        registered(SON, "2", "HEAD", "张小山"),
                        registered(STRANGER, "3", "HEAD", "赵四")));
        new Agreed(hub).on("GA", "MZ", "C", "S4", List.of("150900000000"), List.of("GA01.name"));
        city.contribute("MZ01", List.of(allowance(List.of(HEAD, WIFE))));
        visit = visited(HEAD);
        household = family().at("/id").asString();
    }

    /** {@return a visit of the town's to somebody of whom a clue has told} */
    private String visited(String idNumber) {
        JsonNode clue =
                done(
                        hub.ask(
                                "JY-TOWN",
                                "mutation ($i: ClueInput!) { reportClue(input: $i) { id } }",
                                Map.of(
                                        "i",
                                        Map.of(
                                                "what",
                                                "家中人口有变",
                                                "region",
                                                HERE,
                                                "idNumber",
                                                idNumber))));
        assertThat(clue.isObject()).isTrue();
        JsonNode seen =
                hub.ask(TOWN, "{ clues { nodes { id version } } }").at("/data/clues/nodes/0");
        JsonNode taken =
                done(
                        hub.ask(
                                TOWN,
                                "mutation ($id: ID!, $v: Int!) { acceptClue(input: {id: $id,"
                                        + " version: $v}) { id basis } }",
                                Map.of(
                                        "id",
                                        seen.at("/id").asString(),
                                        "v",
                                        seen.at("/version").asInt())));
        reason = new Reason("C", taken.at("/basis").asString());
        return done(hub.ask(
                        TOWN,
                        "mutation ($i: VisitInput!) { recordVisit(input: $i) { id } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "clue",
                                        taken.at("/id").asString(),
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
                                                "asks", List.of())))))
                .at("/id")
                .asString();
    }

    private static Map<String, Object> registered(
            String idNumber, String hukou, String relation, String name) {
        return Map.of(
                "recordNo",
                "HC-" + hukou + relation,
                "observedAt",
                TODAY.minusDays(9) + "T00:00:00+08:00",
                "idNumber",
                idNumber,
                "hukouNo",
                "HC-" + hukou,
                "relationToHead",
                relation,
                "hukouRegion",
                HERE,
                "name",
                name,
                "sex",
                relation.equals("SPOUSE") ? "FEMALE" : "MALE",
                "birthDate",
                "%s-%s-%s"
                        .formatted(
                                idNumber.substring(6, 10),
                                idNumber.substring(10, 12),
                                idNumber.substring(12, 14)));
    }

    private static Map<String, Object> allowance(List<String> members) {
        Map<String, Object> row = new HashMap<>();
        row.put("recordNo", "HC-A");
        row.put("observedAt", TODAY.minusDays(8) + "T00:00:00+08:00");
        row.put("idNumber", HEAD);
        row.put("householdNo", "HC-A");
        row.put("memberIdNumbers", members);
        row.put("area", "RURAL");
        row.put("memberCount", members.size());
        row.put("monthlyAmount", "860.00");
        row.put("startMonth", TODAY.minusMonths(3).toString().substring(0, 7));
        row.put("status", "ACTIVE");
        return row;
    }

    private JsonNode family() {
        return hub.ask(
                        TOWN,
                        reason,
                        "query ($n: IdNumber!) { person(idNumber: $n) { memberships { household {"
                                + " id kind members { to person { id name } } } } } }",
                        Map.of("n", HEAD))
                .at("/data/person/memberships")
                .valueStream()
                .map(one -> one.at("/household"))
                .filter(one -> one.at("/kind").asString().equals("LIVING_TOGETHER"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        family().at("/members")
                .forEach(
                        one -> {
                            if (one.at("/to").isNull()) {
                                names.add(one.at("/person/name").asString());
                            }
                        });
        return names.stream().sorted().toList();
    }

    private String token(String name) {
        return family().at("/members")
                .valueStream()
                .map(one -> one.at("/person"))
                .filter(one -> one.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
    }

    private JsonNode report(String client, Object... more) {
        Map<String, Object> input = new HashMap<>();
        input.put("visit", visit);
        input.put("household", household);
        input.put("reason", "邻居和本人都说已搬来三个月");
        for (int i = 0; i < more.length; i += 2) {
            input.put((String) more[i], more[i + 1]);
        }
        return hub.ask(
                client,
                "mutation ($i: HouseholdChangeInput!) { reportHouseholdChange(input: $i) "
                        + SHOWN
                        + " }",
                Map.of("i", input));
    }

    private JsonNode joined(String idNumber, String name) {
        return report(TOWN, "kind", "JOINED", "idNumber", idNumber, "name", name);
    }

    private JsonNode step(String client, String mutation, JsonNode change, String note) {
        return hub.ask(
                client,
                "mutation ($s: %s!) { %s(step: $s) %s }"
                        .formatted(
                                note.isEmpty() ? "HouseholdChangeStep" : "HouseholdChangeStatement",
                                mutation,
                                SHOWN),
                Map.of(
                        "s",
                        note.isEmpty()
                                ? Map.of(
                                        "id", change.at("/id").asString(),
                                        "version", change.at("/version").asInt())
                                : Map.of(
                                        "id", change.at("/id").asString(),
                                        "version", change.at("/version").asInt(),
                                        "note", note)));
    }

    private static JsonNode done(JsonNode answer) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data").valueStream().findFirst().orElseThrow();
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    @Test
    void whoCameIsOfTheHouseholdOnceAnotherOfficerHasConfirmed() {
        JsonNode change = done(joined(SON, "张小山"));
        assertThat(names()).as("nothing yet").containsExactly("张大山", "李秀英");

        assertThat(code(step(TOWN, "confirmHouseholdChange", change, "")))
                .as("who has reported it")
                .isEqualTo("NOT_ALLOWED");
        JsonNode seen =
                hub.ask(
                                COUNTY,
                                "{ householdChanges(state: REPORTED) { nodes { id kind person {"
                                        + " name } household { members { person { name } } } } } }")
                        .at("/data/householdChanges/nodes/0");
        assertThat(seen.at("/person/name").asString()).isEqualTo("张小山");
        assertThat(seen.at("/household/members")).hasSize(2);

        JsonNode entered = done(step(COUNTY, "confirmHouseholdChange", change, ""));
        assertThat(entered.at("/state").asString()).isEqualTo("ENTERED");
        assertThat(entered.at("/basis").isNull()).isTrue();
        assertThat(names()).containsExactly("张大山", "张小山", "李秀英");
        JsonNode record =
                hub.ask(
                                TOWN,
                                reason,
                                "query ($n: IdNumber!) { person(idNumber: $n) { records(categories:"
                                    + " [MZ01]) { nodes { recordNo ... on MinimumLivingAllowance {"
                                    + " memberCount monthlyAmount status } } } } }",
                                Map.of("n", HEAD))
                        .at("/data/person/records/nodes");
        assertThat(record).hasSize(1);
        assertThat(record.at("/0/memberCount").asInt())
                .as("what is given changes by a review")
                .isEqualTo(2);
        assertThat(record.at("/0/monthlyAmount").asString()).isEqualTo("860.00");
    }

    @Test
    void whoLeftIsOfItNoMore() {
        JsonNode change =
                done(report(TOWN, "kind", "LEFT", "person", token("李秀英"), "reason", "已随女儿去外地"));
        done(step(COUNTY, "confirmHouseholdChange", change, ""));

        assertThat(names()).containsExactly("张大山");
        assertThat(code(step(COUNTY, "confirmHouseholdChange", change, "")))
                .isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void nothingIsWrittenOfWhatIsDeclinedOrTakenBack() {
        JsonNode first = done(joined(SON, "张小山"));
        assertThat(code(joined(SON, "张小山"))).isEqualTo("HOUSEHOLD_CHANGE_IN_HAND");
        done(step(COUNTY, "declineHouseholdChange", first, "只是探亲"));
        JsonNode second = done(joined(SON, "张小山"));
        done(step(TOWN, "withdrawHouseholdChange", second, "看错了"));

        assertThat(names()).containsExactly("张大山", "李秀英");
    }

    @Test
    void aNumberOfAnotherNameLeadsToNobody() {
        for (JsonNode refused :
                List.of(
                        joined(STRANGER, "张小山"),
                        joined("150924199305055058", "张小山"),
                        joined(WIFE, "李秀英"),
                        report(TOWN, "kind", "JOINED", "person", token("李秀英")),
                        report(TOWN, "kind", "LEFT", "person", "Pnobody"),
                        report(TOWN, "kind", "LEFT", "person", token("张大山")))) {
            assertThat(code(refused)).isEqualTo("HOUSEHOLD_CHANGE_PERSON");
        }
    }

    @Test
    void whoHasNoSuchRecordIsToldWhatToDo() {
        String helped = visit;
        String wife = token("李秀英");
        String other = visited(STRANGER);

        JsonNode refused = report(TOWN, "kind", "LEFT", "person", wife, "visit", other);
        assertThat(code(refused)).isEqualTo("HOUSEHOLD_CHANGE_NO_RECORD");
        assertThat(refused.toString()).contains("raiseCorrection", "submitCase");
        assertThat(code(report(COUNTY, "kind", "LEFT", "person", "P1", "visit", other)))
                .as("whose visit it isn't")
                .isEqualTo("HOUSEHOLD_CHANGE_VISIT");
        assertThat(
                        code(
                                report(
                                        TOWN,
                                        "kind",
                                        "LEFT",
                                        "person",
                                        "P1",
                                        "visit",
                                        helped,
                                        "household",
                                        "H1")))
                .as("who has one")
                .isEqualTo("HOUSEHOLD_CHANGE_VISIT");
    }

    @Test
    void onlyWhoWorksOnTheVisitsMatterReports() {
        for (JsonNode refused :
                List.of(
                        report(COUNTY, "kind", "JOINED", "idNumber", SON, "name", "张小山"),
                        report(
                                TOWN,
                                "kind",
                                "JOINED",
                                "idNumber",
                                SON,
                                "name",
                                "张小山",
                                "visit",
                                "X1"),
                        report(
                                TOWN,
                                "kind",
                                "JOINED",
                                "idNumber",
                                SON,
                                "name",
                                "张小山",
                                "household",
                                "H1"))) {
            assertThat(code(refused)).isEqualTo("HOUSEHOLD_CHANGE_VISIT");
        }
        JsonNode change = done(joined(SON, "张小山"));
        JsonNode elsewhere =
                hub.ask(
                        "JY-TOWN",
                        "query ($id: ID!) { node(id: $id) { id } }",
                        Map.of("id", change.at("/id").asString()));
        assertThat(elsewhere.at("/data/node").isNull()).isTrue();
    }
}
