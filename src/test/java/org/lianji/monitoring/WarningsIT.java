package org.lianji.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Warnings: who sees them and what of them, and their way to the end. */
@HubTest
class WarningsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String SEEN =
            """
            { warnings(rule: "R101") { totalCount nodes { id version state level title region department assigned claimed mine basis
              allowedTransitions
              finding { person household explanation facts { category recordNo source items { name value state } } } } } }
            """;

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Monitored city;

    @BeforeEach
    void costs() {
        city = new Monitored(hub, catalogue);
        city.agreeOn(List.of("R101"));
        city.register(CITIZEN, "150924106001", TODAY);
        cost("20609.39", TODAY.minusDays(1));
        city.run(List.of("R101"));
    }

    private void cost(String selfPay, LocalDate day) {
        Map<String, Object> row = new HashMap<>();
        row.put("recordNo", "1");
        row.put("observedAt", day + "T00:00:00+08:00");
        row.put("idNumber", CITIZEN);
        row.put("windowMonths", 12);
        row.put("selfPayTotal", selfPay);
        row.put("threshold", "15000.00");
        row.put("exceeded", new BigDecimal(selfPay).intValue() > 15000);
        city.contribute("YB03", List.of(row));
    }

    private void relieved() {
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
                                "grantedAt",
                                TODAY + "T00:00:00+08:00")));
    }

    private JsonNode one(String client) {
        JsonNode seen = hub.ask(client, SEEN);
        assertThat(seen.has("errors")).as(seen.toString()).isFalse();
        return seen.at("/data/warnings/nodes/0");
    }

    private JsonNode step(String client, String mutation, String more, JsonNode warning) {
        String argument =
                List.of("beginVerification", "confirmWarning", "feedBackWarning", "closeWarning")
                                .contains(mutation)
                        ? "step"
                        : "input";
        JsonNode answer =
                hub.ask(
                        client,
                        "mutation ($id: ID!, $version: Int!) { %s(%s: {id: $id, version: $version%s}) { id version state basis disposal transferredTo falseAlarm } }"
                                .formatted(mutation, argument, more),
                        Map.of(
                                "id",
                                warning.at("/id").asString(),
                                "version",
                                warning.at("/version").asInt()));
        return answer.has("errors")
                ? answer.at("/errors/0/extensions/code")
                : answer.at("/data/" + mutation);
    }

    @Test
    void sayWhyAndAreSeenWhereThePersonLives() {
        JsonNode warning = one("MZ-TOWN");

        assertThat(warning.at("/state").asString()).isEqualTo("RAISED");
        assertThat(warning.at("/region").asString()).isEqualTo("150924106001");
        assertThat(warning.at("/finding/explanation").asString())
                .contains("12个月", "20609.39元", "没有");
        assertThat(warning.at("/finding/facts/0/source").asString()).isEqualTo("YB");
        assertThat(warning.at("/finding/facts/0/items").toString())
                .contains("{\"name\":\"selfPayTotal\",\"value\":\"20609.39\",\"state\":\"CLEAR\"}");
        assertThat(one("MZ").at("/id")).isEqualTo(warning.at("/id"));
        assertThat(one("WJ-TOWN").isMissingNode()).isTrue();
        assertThat(one("YB").isMissingNode()).isTrue();
    }

    @Test
    void areReadOnTheChainAndInThePersonsLog() {
        one("MZ-TOWN");

        JsonNode log =
                hub.ask("citizen", "{ accessLog { nodes { kind sentence } } }")
                        .at("/data/accessLog/nodes");
        assertThat(log.at("/0/kind").asString()).isEqualTo("READ");
        assertThat(log.at("/0/sentence").asString()).contains("民政局", "查看了", "高额医疗费用");
        assertThat(log.at("/1/kind").asString()).isEqualTo("FINDING");
        assertThat(log.at("/1/sentence").asString()).contains("监测预警规则", "不会仅凭比对结果作出决定");
    }

    @Test
    void goFromRaisedToClosed() {
        JsonNode warning =
                step("MZ-COUNTY", "pushWarning", ", assigned: TOWNSHIP", one("MZ-COUNTY"));
        assertThat(warning.at("/state").asString()).isEqualTo("PUSHED");
        warning = step("MZ-TOWN", "claimWarning", "", warning);
        assertThat(step("MZ-COUNTY", "beginVerification", "", warning).asString())
                .isEqualTo("NOT_YOUR_TURN");
        warning = step("MZ-TOWN", "beginVerification", "", warning);
        warning = step("MZ-TOWN", "confirmWarning", ", note: \"入户属实\"", warning);
        assertThat(
                        step(
                                        "MZ-TOWN",
                                        "disposeWarning",
                                        ", disposal: TRANSFER, note: \"转医保\"",
                                        warning)
                                .asString())
                .isEqualTo("NO_SUCH_DEPARTMENT");
        assertThat(one("YB-TOWN").isMissingNode()).isTrue();
        warning =
                step(
                        "MZ-TOWN",
                        "disposeWarning",
                        ", disposal: TRANSFER, transferTo: YB, note: \"转医保\"",
                        warning);
        assertThat(one("YB-TOWN").at("/id")).isEqualTo(warning.at("/id"));
        warning = step("YB-TOWN", "feedBackWarning", ", note: \"已纳入医疗救助\"", warning);
        warning = step("MZ-TOWN", "closeWarning", "", warning);

        assertThat(warning.at("/state").asString()).isEqualTo("CLOSED");
        assertThat(
                        hub.ask(
                                        "MZ",
                                        "{ rules { code figures { raised confirmed fedBack open } }"
                                                + " }")
                                .at("/data/rules")
                                .toString())
                .contains(
                        "{\"code\":\"R101\",\"figures\":{\"raised\":1,\"confirmed\":1,\"fedBack\":1,\"open\":0}}");
    }

    @Test
    void areOnlyOnesAndTakenOnByOneOfTwo() {
        city.run(List.of("R101"));
        JsonNode warning = one("MZ-TOWN");

        assertThat(hub.ask("MZ", SEEN).at("/data/warnings/totalCount").asInt()).isOne();
        assertThat(step("MZ-TOWN", "claimWarning", "", warning).at("/state").asString())
                .isEqualTo("CLAIMED");
        assertThat(step("MZ-COUNTY", "claimWarning", "", warning).asString())
                .isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void riseAgainOnlyOnANewFact() {
        JsonNode warning = step("MZ-TOWN", "claimWarning", "", one("MZ-TOWN"));
        warning = step("MZ-TOWN", "beginVerification", "", warning);
        step("MZ-TOWN", "dismissWarning", ", reason: NO_HARDSHIP, note: \"家中有存款\"", warning);
        city.run(List.of("R101"));
        assertThat(hub.ask("MZ", SEEN).at("/data/warnings/totalCount").asInt()).isOne();

        cost("31000.00", TODAY);
        city.run(List.of("R101"));
        assertThat(hub.ask("MZ", SEEN).at("/data/warnings/totalCount").asInt()).isEqualTo(2);
    }

    @Test
    void areWithdrawnWhereTheirFactsAreGone() {
        relieved();

        city.run(List.of("R101"));
        assertThat(one("MZ-TOWN").at("/state").asString()).isEqualTo("WITHDRAWN");
    }

    /** YB knows the costs, and would learn by one warning more that nobody helps. */
    @Test
    void changeNothingThatAnybodyElseIsTold() {
        JsonNode warning = one("MZ-TOWN");
        List<String> raised = told(warning);
        String lead = counted();
        step("MZ-TOWN", "claimWarning", "", warning);
        List<String> claimed = told(warning);
        relieved();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> one("MZ-TOWN").at("/state").asString(), "WITHDRAWN"::equals);
        city.run(List.of("R101"));

        assertThat(claimed).isEqualTo(raised);
        assertThat(told(warning)).isEqualTo(raised);
        assertThat(raised.getFirst())
                .contains("\"warning\":null", "\"figures\":null", "\"monitoringRuns\":[]");
        assertThat(counted()).isNotEqualTo(lead);
    }

    @Test
    void areInEntriesOfTheChainForWhoLeadsAndForAuditorsAlone() {
        int before = entries("YB", "");
        cost("31000.00", TODAY);
        city.run(List.of("R101"));
        step("MZ-TOWN", "claimWarning", "", one("MZ-TOWN"));

        assertThat(entries("YB", "")).as("its own contribution").isEqualTo(before + 1);
        for (String kind : List.of("FINDING", "RUN")) {
            assertThat(entries("YB", "kind: " + kind)).isZero();
            assertThat(entries("MZ", "kind: " + kind)).isPositive();
            assertThat(entries("auditor", "kind: " + kind)).isPositive();
        }
        assertThat(entries("MZ-TOWN", "kind: FINDING")).as("its own step").isOne();
        assertThat(entries("MZ-TOWN", "kind: RUN")).isZero();
    }

    private int entries(String client, String which) {
        return hub.ask(
                        client,
                        "{ entries(first: 1%s) { totalCount } }"
                                .formatted(which.isEmpty() ? "" : ", " + which))
                .at("/data/entries/totalCount")
                .asInt(-1);
    }

    private List<String> told(JsonNode warning) {
        return Stream.of("YB", "YB-TOWN", "WJ", "WJ-COUNTY", "GA-HEAD", "charity-a", "citizen")
                .map(
                        client ->
                                hub.ask(
                                                client,
                                                """
                                                query ($w: ID!) { warning(id: $w) { state } warnings { totalCount nodes { id } }
                                                  rules { code figures { raised withdrawn } } monitoringRuns { raised } node(id: $w) { id } }
                                                """,
                                                Map.of("w", warning.at("/id").asString()))
                                        .toString())
                .toList();
    }

    private String counted() {
        return hub.ask("MZ", "{ rules { figures { raised withdrawn } } monitoringRuns { raised } }")
                .toString();
    }

    /** That nobody helps is a fact about a person, as much as what they paid is. */
    @Test
    void sayNothingToADepartmentWhoseOwnAgreementsDoNotGiveAllThatTheRuleRead() {
        JsonNode warning = sentTo("WJ");

        JsonNode seen = one("WJ-TOWN");
        assertThat(seen.at("/finding").isNull()).isTrue();
        assertThat(seen.at("/title").asString()).isEqualTo("自付医疗费过高而家庭未获救助");
        new Agreed(hub)
                .on(
                        "YB",
                        "WJ",
                        "C",
                        "S3",
                        List.of("150900000000"),
                        List.of("YB03.selfPayTotal", "YB03.windowMonths", "YB03.exceeded"));
        assertThat(one("WJ-TOWN").at("/finding").isNull()).isTrue();

        city.agreeOn("WJ", List.of("R101"));
        assertThat(one("WJ-TOWN").at("/finding/explanation").asString()).contains("20609.39");
        warning = step("WJ-TOWN", "feedBackWarning", ", note: \"已办理\"", warning);
        step("MZ-TOWN", "closeWarning", "", warning);
        assertThat(one("WJ-TOWN").isMissingNode()).as("its part is over").isTrue();
        assertThat(one("MZ-TOWN").at("/finding/explanation").asString()).contains("20609.39");
    }

    @Test
    void tellWhomTheyAreSentToWhatIsToBeDoneAndNotWhatWasSeenAtTheDoor() {
        JsonNode warning = sentTo("WJ");
        step("WJ-TOWN", "feedBackWarning", ", note: \"已办理\"", warning);

        assertThat(notes("WJ-TOWN")).containsExactly("转卫健", "已办理");
        assertThat(notes("MZ-TOWN")).containsExactly("家中无人照料", "转卫健", "已办理");
    }

    private List<String> notes(String client) {
        return hub.ask(client, "{ warnings(rule: \"R101\") { nodes { history { note } } } }")
                .at("/data/warnings/nodes/0/history")
                .valueStream()
                .filter(event -> !event.at("/note").isNull())
                .map(event -> event.at("/note").asString())
                .toList();
    }

    private JsonNode sentTo(String department) {
        JsonNode warning = step("MZ-TOWN", "claimWarning", "", one("MZ-TOWN"));
        warning = step("MZ-TOWN", "beginVerification", "", warning);
        warning = step("MZ-TOWN", "confirmWarning", ", note: \"家中无人照料\"", warning);
        return step(
                "MZ-TOWN",
                "disposeWarning",
                ", disposal: TRANSFER, transferTo: %s, note: \"转卫健\"".formatted(department),
                warning);
    }

    @Test
    void openTheFamilyToWhoeverHasTakenThemOnUntilTheyEnd() {
        assertThat(one("MZ-TOWN").at("/basis").isNull()).isTrue();
        JsonNode warning = step("MZ-TOWN", "claimWarning", "", one("MZ-TOWN"));
        Reason reason = new Reason("C", warning.at("/basis").asString());

        assertThat(person("MZ-TOWN", reason).at("/data/person/id"))
                .isEqualTo(one("MZ-TOWN").at("/finding/person"));
        assertThat(one("MZ-COUNTY").at("/basis").isNull()).isTrue();
        assertThat(person("MZ-COUNTY", reason).at("/errors/0/extensions/code").asString())
                .isEqualTo("BASIS_NOT_IN_FORCE");

        step("MZ-TOWN", "handBackWarning", ", note: \"不在辖区\"", warning);
        assertThat(person("MZ-TOWN", reason).at("/errors/0/extensions/code").asString())
                .isEqualTo("BASIS_NOT_IN_FORCE");
    }

    private JsonNode person(String client, Reason reason) {
        return hub.ask(
                client,
                reason,
                "query ($n: IdNumber!) { person(idNumber: $n) { id records(categories: [YB03]) {"
                        + " nodes { recordNo } } } }",
                Map.of("n", CITIZEN));
    }

    @Test
    void riseAndGoWithContributions() {
        String gone = "{ warnings(rule: \"R101\", open: true) { totalCount } }";
        relieved();
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> hub.ask("MZ", gone).at("/data/warnings/totalCount").asInt(),
                        open -> open == 0);

        hub.ask(
                "MZ",
                "mutation { withdraw(category: MZ05, recordNo: \"1\", reason: \"重复登记，予以撤回\") {"
                        + " record } }");
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> hub.ask("MZ", gone).at("/data/warnings/totalCount").asInt(),
                        open -> open == 1);
    }
}
