package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.contribution.Owner;
import org.lianji.database.MutationCall;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** An application goes in once, and comes out decided. */
@HubTest
@Import(MovingClock.class)
class CasesIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired Cases cases;

    @Autowired TestClock clock;

    @Autowired Neo4jClient graph;

    @Autowired TransactionTemplate transactions;

    private Town town;
    private Monitored city;

    @BeforeEach
    void somebodyIsKnownOnAMonday() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
    }

    private JsonNode reported() {
        return town.reported(town.checked(CITIZEN), clock);
    }

    private JsonNode records(String category, String items) {
        JsonNode answer =
                hub.ask(
                        "MZ",
                        hub.matter("MZ", CITIZEN),
                        "{ records(category: %s) { nodes { recordNo ... on %s } } }"
                                .formatted(category, items),
                        Map.of());
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/records/nodes");
    }

    private JsonNode allowances() {
        return records(
                "MZ01",
                "MinimumLivingAllowance { monthlyAmount memberCount startMonth reviewCycle status"
                        + " }");
    }

    @Test
    void leadNobodyToWhoBelongsElsewhere() {
        String elsewhere = Owner.idNumber("15262719580103011");
        city.register("E1", elsewhere, "150921210201", LocalDate.parse("2026-10-01"));
        JsonNode submitted = town.submitted(elsewhere);

        for (String officer : List.of(TOWN, COUNTY)) {
            JsonNode answer =
                    hub.ask(
                            officer,
                            "query ($c: ID!) { case(id: $c) { applicant { id } } whatIsKnown(case:"
                                    + " $c) { known { value } ask { name } } }",
                            Map.of("c", submitted.at("/id").asString()));
            assertThat(answer.at("/data/case/applicant").isNull()).isTrue();
            assertThat(answer.at("/data/whatIsKnown").isNull()).as(answer.toString()).isTrue();
        }
    }

    @Test
    void areTakenInByTheLeadingDepartmentAlone() {
        assertThat(code(town.submit("YB-TOWN", Map.of("idNumber", CITIZEN))))
                .isEqualTo("NOT_YOUR_TURN");
        town.submitted(CITIZEN);
        assertThat(code(town.submit("YB-TOWN", Map.of("idNumber", CITIZEN))))
                .as("nor told that there is one")
                .isEqualTo("NOT_YOUR_TURN");
    }

    @Test
    void areReportedOnceTheirNoticeHungOrWithTheReasonWhyNoneDid() {
        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(town.checked(CITIZEN), true));
        clock.advance(Duration.ofDays(7));
        assertThat(code(town.step(TOWN, "reportCase", noticed))).isEqualTo("NOTICE_NOT_HUNG");
        town.posted(noticed, city.token("GA01", CITIZEN), "DIBAO", "615.00");
        assertThat(code(town.step(TOWN, "reportCase", noticed)))
                .as("it only begins to hang")
                .isEqualTo("NOTICE_NOT_HUNG");

        clock.advance(Duration.ofDays(7));
        assertThat(code(town.step(TOWN, "reportCase", noticed)))
                .as("on its last day neighbours can still object")
                .isEqualTo("NOTICE_NOT_HUNG");
        clock.advance(Duration.ofDays(1));

        assertThat(town.taken(TOWN, "reportCase", noticed).at("/state").asString())
                .isEqualTo("REPORTED");
    }

    @Test
    void areSurveyedByNobodyOfTheFamily() {
        JsonNode accepted = town.taken(TOWN, "acceptCase", town.submitted(CITIZEN));

        assertThat(
                        code(
                                town.input(
                                        TOWN,
                                        "recordSurvey",
                                        "surveyors: [\"李 建国\", \"王干事\"], note: \"住土坯房\"",
                                        accepted)))
                .isEqualTo("SURVEYOR_OF_FAMILY");
        town.surveyed(accepted);
    }

    private JsonNode notice() {
        return hub.ask("MZ-COUNTY", "{ publicNotices { nodes { id version state } } }")
                .at("/data/publicNotices/nodes/0");
    }

    private void objected() {
        hub.ask(
                TOWN,
                "mutation ($id: ID!, $version: Int!) { recordObjection(step: {id: $id, version:"
                        + " $version, note: \"有出租房\"}) { state } }",
                Map.of(
                        "id", notice().at("/id").asString(),
                        "version", notice().at("/version").asInt()));
    }

    private JsonNode answered(JsonNode noticed, boolean upheld) {
        Town.done(
                hub.ask(
                        "MZ-COUNTY",
                        "mutation ($id: ID!, $version: Int!, $upheld: Boolean!) {"
                                + " answerObjection(input: {id: $id, version: $version, inquiry:"
                                + " RESURVEY, upheld: $upheld, note: \"已入户重新调查\"}) { state } }",
                        Map.of(
                                "id", notice().at("/id").asString(),
                                "version", notice().at("/version").asInt(),
                                "upheld", upheld)));
        return town.seen(TOWN);
    }

    /** 最低生活保障审核确认办法 §19: another opinion, and another notice of it. */
    @Test
    void areLookedAtAnewOnceTheirNoticeWasObjectedTo() {
        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(town.checked(CITIZEN), true));
        String person = city.token("GA01", CITIZEN);
        town.posted(noticed, person, "DIBAO", "615.00");
        objected();
        clock.advance(Duration.ofDays(8));
        assertThat(code(town.step(TOWN, "reportCase", noticed, "异议不实")))
                .as("nobody reports over an objection")
                .isEqualTo("OBJECTION_OPEN");

        JsonNode anew = answered(noticed, false);
        assertThat(anew.at("/state").asString()).isEqualTo("CHECKED");
        JsonNode again = town.taken(TOWN, "noticeCase", town.opined(anew, true));
        clock.advance(Duration.ofDays(7));
        assertThat(code(town.step(TOWN, "reportCase", again))).isEqualTo("NOTICE_NOT_HUNG");
        town.posted(again, person, "DIBAO", "615.00");
        objected();
        JsonNode once = answered(again, false);
        assertThat(once.at("/state").asString()).as("that was once").isEqualTo("NOTICED");

        assertThat(town.taken(TOWN, "reportCase", once, "同一异议，已再次调查").at("/state").asString())
                .isEqualTo("REPORTED");
    }

    @Test
    void areSurveyedAnewWhereTheObjectionWasRight() {
        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(town.checked(CITIZEN), true));
        town.posted(noticed, city.token("GA01", CITIZEN), "DIBAO", "615.00");
        objected();

        JsonNode anew = answered(noticed, true);

        assertThat(anew.at("/state").asString()).isEqualTo("ACCEPTED");
        JsonNode opined =
                town.opined(town.taken("MZ-COUNTY", "checkMeans", town.surveyed(anew)), false);
        assertThat(town.taken(TOWN, "reportCase", opined).at("/state").asString())
                .isEqualTo("REPORTED");
    }

    /** What neighbours read is what was found last. */
    @Test
    void areNotReportedByANoticeOfAnOpinionBeforeTheLast() {
        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(town.checked(CITIZEN), true));
        town.posted(noticed, city.token("GA01", CITIZEN), "DIBAO", "615.00");
        clock.advance(Duration.ofDays(8));
        JsonNode objected = Town.done(town.input(TOWN, "objectToCheck", "note: \"车已过户\"", noticed));
        JsonNode again =
                town.taken(
                        TOWN,
                        "noticeCase",
                        town.opined(town.taken(COUNTY, "checkMeans", objected), true));
        clock.advance(Duration.ofDays(8));

        assertThat(code(town.step(TOWN, "reportCase", again))).isEqualTo("NOTICE_NOT_HUNG");
    }

    /** Whoever writes to it meanwhile holds the answer up, and doesn't lose it. */
    @Test
    void areSurveyedAnewThoughSomebodyElseWasFaster() {
        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(town.checked(CITIZEN), true));
        town.posted(noticed, city.token("GA01", CITIZEN), "DIBAO", "615.00");
        objected();

        CompletableFuture<JsonNode> answer =
                transactions.execute(
                        _ -> {
                            graph.query("MATCH (c:Case) SET c.version = c.version + 1").run();
                            CompletableFuture<JsonNode> begun =
                                    CompletableFuture.supplyAsync(() -> answered(noticed, true));
                            await().until(this::waits);
                            return begun;
                        });

        assertThat(answer.join().at("/state").asString()).isEqualTo("ACCEPTED");
    }

    /** {@return whether a transaction waits for another} */
    private boolean waits() {
        return graph.query(
                        "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN"
                                + " count(*) > 0")
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    @Test
    void areDecidedOverNoObjectionAndSurveyedAnewWhereItWasRight() {
        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(town.checked(CITIZEN), true));
        town.posted(noticed, city.token("GA01", CITIZEN), "DIBAO", "615.00");
        clock.advance(Duration.ofDays(7));
        JsonNode reported = town.taken(TOWN, "reportCase", noticed, Town.PAPER);
        objected();
        assertThat(code(town.confirm(reported, "615.00", CITIZEN))).isEqualTo("OBJECTION_OPEN");

        JsonNode anew = answered(reported, true);

        assertThat(anew.at("/state").asString()).isEqualTo("ACCEPTED");
        assertThat(running(anew)).contains("DB_SURVEY_START").doesNotContain("DB_COUNTY");
        assertThat(town.surveyed(anew).at("/state").asString()).isEqualTo("SURVEYED");
    }

    private static List<String> running(JsonNode one) {
        return one.at("/deadlines")
                .valueStream()
                .filter(clock -> clock.at("/endedOn").isNull())
                .map(clock -> clock.at("/rule/code").asString())
                .toList();
    }

    /** Somebody answers for it from the first day on, and until money has come. */
    @Test
    void runAClockBeforeTheyAreAcceptedAndUntilTheyArePaid() {
        JsonNode submitted = town.submitted(CITIZEN);
        assertThat(running(submitted)).containsExactly("CASE_ACCEPT");
        JsonNode asked = town.taken(TOWN, "askForCaseMaterial", submitted, "缺户口簿");
        assertThat(running(asked)).isEmpty();
        clock.advance(Duration.ofDays(1));
        JsonNode supplied = town.taken(TOWN, "supplyCaseMaterial", asked);
        assertThat(running(supplied)).containsExactly("CASE_ACCEPT");
        JsonNode accepted = town.taken(TOWN, "acceptCase", supplied);
        assertThat(running(accepted)).doesNotContain("CASE_ACCEPT");
        JsonNode checked = town.taken(COUNTY, "checkMeans", town.surveyed(accepted));

        JsonNode confirmed =
                Town.done(town.confirm(town.reported(checked, clock), "615.50", CITIZEN));

        assertThat(running(confirmed)).containsExactly("PAY_START");
        clock.set(Instant.parse("2026-12-10T02:00:00Z"));
        assertThat(overdue(confirmed)).isFalse();
        clock.set(Instant.parse("2026-12-11T02:00:00Z"));
        assertThat(overdue(confirmed)).isTrue();
        assertThat(running(town.taken(COUNTY, "startCasePayment", confirmed))).isEmpty();
        assertThat(overdue(confirmed)).isFalse();
    }

    private boolean overdue(JsonNode one) {
        return hub.ask(
                        TOWN,
                        "query ($id: ID!) { case(id: $id) { overdue } }",
                        Map.of("id", one.at("/id").asString()))
                .at("/data/case/overdue")
                .asBoolean();
    }

    /** An officer says on what word; who applies need not say why. */
    @Test
    void areTakenBackByAnOfficerInWriting() {
        JsonNode submitted = town.submitted(CITIZEN);
        assertThat(code(town.step(TOWN, "withdrawCase", submitted))).isEqualTo("TEXT_MISSING");
        assertThat(town.mine().at("/0/state").asString()).isEqualTo("SUBMITTED");

        assertThat(town.withdrawnByCitizen().at("/state").asString()).isEqualTo("WITHDRAWN");
    }

    private void told(String category, Map<String, Object> items) {
        Map<String, Object> row = new HashMap<>(items);
        row.put("recordNo", "T-1");
        row.put("observedAt", clock.instant().toString());
        row.put("idNumber", CITIZEN);
        city.contribute(category, List.of(row));
    }

    @Test
    void giveNothingToTheDead() {
        JsonNode reported = reported();
        told("WJ01", Map.of("certNo", "SW-9", "diedOn", "2026-11-03"));

        assertThat(code(town.confirm(reported, "615.50", CITIZEN))).isEqualTo("MEMBER_DEAD");
        assertThat(allowances()).isEmpty();
    }

    @Test
    void giveNobodyTwoHelpsOfWhichOneExcludesTheOther() {
        JsonNode reported = reported();
        told(
                "MZ02",
                Map.of(
                        "supportForm", "AT_HOME",
                        "selfCare", "ABLE",
                        "basicAmount", "900.00",
                        "startMonth", "2026-09",
                        "status", "ACTIVE"));

        assertThat(code(town.confirm(reported, "615.50", CITIZEN))).isEqualTo("FAMILY_IN_RECEIPT");
    }

    @Test
    void giveNoMoreThanTheLawCould() {
        assertThat(code(town.confirm(reported(), "6150.01", CITIZEN))).isEqualTo("CASE_AMOUNT");
    }

    @Test
    void goFromTheWindowToTheLibrary() {
        JsonNode reported = reported();
        assertThat(reported.at("/basis").isNull()).isFalse();
        assertThat(allowances()).isEmpty();

        JsonNode confirmed = Town.done(town.confirm(reported, "615.50", CITIZEN));

        assertThat(confirmed.at("/state").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.at("/basis").isNull()).as("nobody reads on it any more").isTrue();
        String next = YearMonth.now(clock).plusMonths(1).toString();
        assertThat(confirmed.at("/award").toString())
                .isEqualTo(
                        "{\"monthlyAmount\":\"615.50\",\"memberCount\":1,\"startMonth\":\"%s\"}"
                                .formatted(next));
        assertThat(allowances().toString())
                .isEqualTo(
                        "[{\"recordNo\":\"%s\",\"monthlyAmount\":\"615.50\",\"memberCount\":1,\"startMonth\":\"%s\",\"reviewCycle\":\"MONTHS_12\",\"status\":\"ACTIVE\"}]"
                                .formatted(confirmed.at("/id").asString(), next));
        assertThat(town.mine().at("/0/progress").asString()).isEqualTo("已批准，从下月起发放");
        assertThat(code(town.step(COUNTY, "startCasePayment", confirmed)))
                .isEqualTo("PAYMENT_NOT_DUE");
        assertThat(code(town.submit(CITIZEN))).isEqualTo("FAMILY_IN_RECEIPT");
    }

    @Test
    void checkInsteadOfAskingAndSayWhatMayNotBeAsked() {
        city.contribute(
                "SJ01",
                List.of(
                        Map.of(
                                "recordNo", "1",
                                "observedAt", "2026-10-02T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "uscc", "92150924MA012HTU52",
                                "entityName", "兴和县某某商贸有限公司",
                                "entityType", "LIMITED_COMPANY",
                                "role", "SHAREHOLDER",
                                "state", "ACTIVE")));

        JsonNode checked = town.checked(CITIZEN);

        assertThat(checked.at("/check/conclusion").asString()).isEqualTo("OVER_LIMITS");
        assertThat(checked.at("/check/sources").toString())
                .contains("{\"source\":\"COMPANIES\",\"status\":\"ANSWERED\",\"found\":true}")
                .contains("{\"source\":\"VEHICLES\",\"status\":\"NO_AGREEMENT\",\"found\":false}")
                .contains("{\"source\":\"DEATHS\",\"status\":\"ANSWERED\",\"found\":false}");
        assertThat(
                        records(
                                        "MZ12",
                                        "MeansCheckReport { caseNo conclusion overLimit validUntil"
                                                + " }")
                                .toString())
                .isEqualTo(
                        "[{\"recordNo\":\"%1$s\",\"caseNo\":\"%1$s\",\"conclusion\":\"OVER_LIMITS\",\"overLimit\":true,\"validUntil\":\"2027-05-02\"}]"
                                .formatted(checked.at("/id").asString()));
    }

    @Test
    void standOpenOncePerFamilyAndSayWhichToItsOfficeAlone() {
        String open = town.submitted(CITIZEN).at("/id").asString();

        JsonNode again = town.submit(CITIZEN);
        assertThat(code(again)).isEqualTo("CASE_ALREADY_OPEN");
        assertThat(again.toString()).contains(open);
        JsonNode mine = town.submitMine();
        assertThat(code(mine)).isEqualTo("CASE_ALREADY_OPEN");
        assertThat(mine.toString()).doesNotContain(open);
    }

    @Test
    void askForWhatIsMissingOnceAndBeTakenBackByTheApplicant() {
        JsonNode asked =
                town.taken(TOWN, "askForCaseMaterial", town.submitted(CITIZEN), "请补充土地流转合同");
        assertThat(town.mine().at("/0/missing").asString()).isEqualTo("请补充土地流转合同");
        JsonNode supplied = town.taken(TOWN, "supplyCaseMaterial", asked);
        assertThat(code(town.step(TOWN, "askForCaseMaterial", supplied, "还差一份")))
                .isEqualTo("SUPPLEMENT_ONCE");
        assertThat(town.mine().at("/0/canWithdraw").asBoolean()).isTrue();

        town.withdrawnByCitizen();

        assertThat(town.mine().at("/0/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(town.seen(TOWN).at("/basis").isNull()).isTrue();
        town.submitted(CITIZEN);
    }

    private static final String NODE =
            "query ($id: ID!) { node(id: $id) { ... on Case { state } } }";

    @Test
    void leadTheOfficesToTheFamilyWhileTheyAreOpenAndNobodyElse() {
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "A",
                        "S3",
                        List.of("150900000000"),
                        List.of("GA01.name", "GA01.hukouNo"));
        JsonNode open = town.submitted(CITIZEN);
        assertThat(applicant(TOWN)).isEqualTo(city.token("GA01", CITIZEN));
        assertThat(applicant(COUNTY)).isEqualTo(applicant(TOWN));
        for (String other : List.of("YB-TOWN", "JY-COUNTY")) {
            assertThat(hub.ask(other, "{ cases { nodes { id } } }").at("/data/cases/nodes"))
                    .isEmpty();
            assertThat(hub.ask(other, NODE, id(open)).at("/data/node").isNull()).isTrue();
        }
        assertThat(hub.ask("CITIZEN", NODE, id(open)).toString()).doesNotContain("SUBMITTED");
        assertThat(
                        hub.ask(
                                        "CITIZEN",
                                        new Reason("H", null),
                                        "{ accessLog { nodes { sentence } } }",
                                        Map.of())
                                .at("/data/accessLog/nodes"))
                .isNotEmpty();

        town.taken(TOWN, "withdrawCase", open, "申请人要求撤回");

        assertThat(applicant(TOWN)).isNull();
    }

    private static Map<String, Object> id(JsonNode one) {
        return Map.of("id", one.at("/id").asString());
    }

    private @Nullable String applicant(String client) {
        JsonNode answer =
                hub.ask(client, "{ cases { nodes { applicant { id } household { id } } } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode one = answer.at("/data/cases/nodes/0/applicant/id");
        return one.isMissingNode() ? null : one.asString();
    }

    @Test
    void beHandledByNobodyOfTheFamily() {
        Caller officer =
                new Caller(
                        "MZ",
                        "MZ-TOWN",
                        Set.of(Role.TOWN_OFFICER),
                        "150924106000",
                        city.token("GA01", CITIZEN));
        assertThatThrownBy(
                        () ->
                                cases.submit(
                                        MutationCall.unnamed(officer, "submitCase"),
                                        Reason.NONE,
                                        CITIZEN,
                                        new CaseController.Statement(
                                                AssistanceKind.MINIMUM_LIVING,
                                                HERE,
                                                "没有收入",
                                                Case.Channel.WINDOW,
                                                "SQ-1",
                                                null,
                                                List.of())))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo(AssistanceCode.OWN_RELATIVE));
    }

    /** Nothing is written in the library where nothing is granted. */
    @Test
    void beRefusedWithAReasonAndLeaveNoRecord() {
        JsonNode reported = reported();
        assertThat(code(town.confirm(reported, "0.00", CITIZEN))).isEqualTo("CASE_AMOUNT");
        assertThat(code(town.confirm(reported, "600.00", "152624198207311100")))
                .isEqualTo("CASE_MEMBERS");

        town.taken(COUNTY, "refuseCase", reported, "家庭人均收入高于当地低保标准");

        assertThat(allowances()).isEmpty();
        assertThat(town.mine().at("/0/reason").asString()).isEqualTo("家庭人均收入高于当地低保标准");
    }

    /** Once, by the county, with the reason, before it has run out (最低生活保障审核确认办法 §22). */
    @Test
    void haveTheirTimeExtendedOnce() {
        JsonNode accepted = town.taken(TOWN, "acceptCase", town.submitted(CITIZEN));
        assertThat(total(accepted)).isEqualTo("2026-12-14 false");
        assertThat(code(town.step(TOWN, "extendCase", accepted, "情况特殊"))).isEqualTo("NOT_ALLOWED");
        assertThat(code(town.step(COUNTY, "extendCase", accepted))).isEqualTo("TEXT_MISSING");

        JsonNode extended = town.taken(COUNTY, "extendCase", accepted, "家庭成员在外地，核对未完");

        assertThat(total(extended)).isEqualTo("2027-01-05 true");
        assertThat(extended.at("/state").asString()).isEqualTo("ACCEPTED");
        assertThat(code(town.step(COUNTY, "extendCase", extended, "再延")))
                .isEqualTo("CASE_NOT_EXTENDABLE");
    }

    @Test
    void areNotExtendedOnceTheirTimeIsOver() {
        JsonNode accepted = town.taken(TOWN, "acceptCase", town.submitted(CITIZEN));
        clock.set(Instant.parse("2026-12-15T02:00:00Z"));
        assertThat(code(town.step(COUNTY, "extendCase", accepted, "情况特殊")))
                .isEqualTo("CASE_NOT_EXTENDABLE");
    }

    private String total(JsonNode one) {
        return hub.ask(
                        COUNTY,
                        "query ($id: ID!) { case(id: $id) { deadlines { rule { code } due extended"
                                + " } } }",
                        Map.of("id", one.at("/id").asString()))
                .at("/data/case/deadlines")
                .valueStream()
                .filter(clock -> clock.at("/rule/code").asString().equals("DB_TOTAL"))
                .map(clock -> clock.at("/due").asString() + " " + clock.at("/extended").asString())
                .findFirst()
                .orElse("");
    }
}
