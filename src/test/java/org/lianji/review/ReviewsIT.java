package org.lianji.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;
import static org.lianji.review.ReviewOffices.BOTH;
import static org.lianji.review.ReviewOffices.NEXT_TOWN;
import static org.lianji.review.ReviewOffices.OTHER_COUNTY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who is helped is looked at again, is heard before they have less, and may object. */
@HubTest
@Import({MovingClock.class, ReviewOffices.class})
class ReviewsIT {

    /** The demo client {@code citizen} speaks for this person. */
    static final String CITIZEN = "152627195801035714";

    private static final String OTHER_CITIZEN = "152631199612132788";

    private static final String SECOND = "MZ-COUNTY-2";
    private static final String TOWNSHIP = "150924106000";

    private static final String SHOWN =
            "{ id version state cause before outcome amount exitUntil toBeHeard basis"
                    + " effectiveFrom allowedTransitions findings { conclusion qualifies } }";

    private static final String MINE =
            "{ review version state progress outcome before amount reason answer stateBy canState"
                    + " noticedOn objectBy"
                    + " exitUntil effectiveFrom noticedOn objectBy }";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired TestClock clock;

    @Autowired Reviews reviews;

    private Town town;
    private String granted;

    @BeforeEach
    void aFamilyIsPaidFromDecemberOn() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        Monitored city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        city.register("2", OTHER_CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        town = new Town(hub);
        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(town.checked(CITIZEN), true));
        clock.advance(Duration.ofDays(7));
        JsonNode confirmed =
                done(
                        town.confirm(
                                town.taken(TOWN, "reportCase", noticed, Town.PAPER),
                                "615.50",
                                CITIZEN));
        granted = confirmed.at("/id").asString();
        in("2026-12-10");
        town.taken(COUNTY, "startCasePayment", confirmed);
    }

    private void in(String day) {
        clock.set(Instant.parse(day + "T02:00:00Z"));
    }

    private JsonNode input(
            String client, String mutation, String type, String shown, Map<String, Object> input) {
        return hub.ask(
                client,
                "mutation ($input: %s!) { %s(input: $input) %s }".formatted(type, mutation, shown),
                Map.of("input", input));
    }

    private JsonNode begin(String client) {
        return begin(client, Map.of());
    }

    private JsonNode begin(String client, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("caseId", granted);
        return input(client, "beginAwardReview", "AwardReviewInput", SHOWN, values);
    }

    private JsonNode object(String client, String mutation) {
        return object(client, mutation, granted);
    }

    private JsonNode object(String client, String mutation, String decided) {
        return input(
                client,
                mutation,
                "DecisionObjectionInput",
                mutation.equals("objectToMyDecision") ? MINE : SHOWN,
                Map.of("caseId", decided, "note", "金额少算了一口人"));
    }

    /** The objection that is open, as an officer sees it. */
    private JsonNode objected() {
        return hub.ask(SECOND, "{ awardReviews(state: OBJECTED) { nodes " + SHOWN + " } }")
                .at("/data/awardReviews/nodes/0");
    }

    private static Map<String, Object> of(JsonNode review, Object... more) {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "id",
                review.has("id") ? review.at("/id").asString() : review.at("/review").asString());
        values.put("version", review.at("/version").asInt());
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return values;
    }

    private JsonNode check(String client, JsonNode review) {
        return input(client, "checkAwardReview", "AwardReviewStep", SHOWN, of(review));
    }

    private JsonNode propose(JsonNode review, String outcome, Object... more) {
        return propose(TOWN, review, outcome, more);
    }

    private JsonNode propose(String client, JsonNode review, String outcome, Object... more) {
        Map<String, Object> values = of(review, more);
        values.put("outcome", outcome);
        values.put("note", "儿子已就业，家庭收入增加");
        return input(client, "proposeAwardChange", "AwardProposalInput", SHOWN, values);
    }

    private JsonNode hearing(String client, JsonNode review) {
        return hub.ask(
                client,
                "mutation ($step: AwardReviewStep!) { openHearing(step: $step) " + SHOWN + " }",
                Map.of("step", of(review)));
    }

    private JsonNode said(String client, String mutation, JsonNode review, String note) {
        return input(
                client,
                mutation,
                "AwardReviewStatement",
                mutation.equals("stateAtHearing") ? MINE : SHOWN,
                of(review, "note", note));
    }

    private JsonNode decide(String client, JsonNode review) {
        return said(client, "decideAwardReview", review, "经复核，照提出的意见办");
    }

    private JsonNode mine() {
        return hub.ask("CITIZEN", "{ myReviews { nodes " + MINE + " } }")
                .at("/data/myReviews/nodes/0");
    }

    private JsonNode proposed(String outcome, Object... more) {
        return done(propose(done(check(COUNTY, done(begin(TOWN)))), outcome, more));
    }

    private JsonNode decided(String outcome, Object... more) {
        JsonNode heard =
                done(
                        said(
                                COUNTY,
                                "recordHearing",
                                done(hearing(TOWN, proposed(outcome, more))),
                                "知道了，没有意见"));
        return done(decide(SECOND, heard));
    }

    /** The first line of the sheet, or why there is none. */
    private String paid(String month) {
        return sheet(month).lines().findFirst().orElseThrow();
    }

    private String sheet(String month) {
        JsonNode answer =
                hub.ask(
                        COUNTY,
                        "mutation { drawUpPayments(input: {township: \"%s\", month: \"%s\"}) { lines { nodes { amount change } } } }"
                                .formatted(TOWNSHIP, month));
        return answer.has("errors")
                ? code(answer)
                : answer.at("/data/drawUpPayments/lines/nodes")
                        .valueStream()
                        .map(
                                line ->
                                        line.at("/amount").asString()
                                                + " "
                                                + line.at("/change").asString())
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void stopNobodyWhoWasNotHeardAndThenNothingIsPaid() {
        assertThat(paid("2026-12")).isEqualTo("615.50 FIRST");
        in("2027-01-08");
        JsonNode begun = done(begin(TOWN));
        assertThat(begun.at("/basis").asString()).isNotEmpty();
        assertThat(code(begin(TOWN))).isEqualTo("REVIEW_ALREADY_OPEN");
        assertThat(code(propose(begun, "STOPPED"))).isEqualTo("REVIEW_CHECK_FIRST");
        JsonNode checked = done(check(COUNTY, begun));
        assertThat(checked.at("/findings/conclusion").asString()).isNotEmpty();
        assertThat(code(propose(checked, "CHANGED"))).isEqualTo("REVIEW_OUTCOME");
        assertThat(code(propose(checked, "STOPPED", "amount", "1.00"))).isEqualTo("REVIEW_OUTCOME");
        assertThat(code(propose(checked, "DECEASED"))).isEqualTo("REVIEW_OUTCOME");
        JsonNode proposed = done(propose(checked, "STOPPED"));
        assertThat(proposed.at("/toBeHeard").asBoolean()).isTrue();
        assertThat(mine().at("/reason").isNull()).as("not told yet").isTrue();
        assertThat(code(decide(COUNTY, proposed))).isEqualTo("HEARING_FIRST");
        JsonNode told = done(hearing(TOWN, proposed));
        assertThat(code(decide(COUNTY, told))).isEqualTo("HEARING_RUNS");
        assertThat(mine().at("/reason").asString()).isEqualTo("儿子已就业，家庭收入增加");
        assertThat(mine().at("/stateBy").asString()).isEqualTo("2027-01-15");
        assertThat(mine().at("/canState").asBoolean()).isTrue();
        done(said("CITIZEN", "stateAtHearing", mine(), "儿子只是临时工"));
        told =
                hub.ask(COUNTY, "{ awardReviews(state: HEARD) { nodes " + SHOWN + " } }")
                        .at("/data/awardReviews/nodes/0");
        JsonNode decided = done(decide(COUNTY, told));

        assertThat(decided.at("/state").asString()).isEqualTo("DECIDED");
        assertThat(decided.at("/basis").isNull()).as("nobody reads on it any more").isTrue();
        assertThat(mine().at("/answer").asString()).isEqualTo("经复核，照提出的意见办");
        assertThat(code(begin(TOWN))).isEqualTo("REVIEW_NO_AWARD");
        assertThat(mine().at("/effectiveFrom").asString()).isEqualTo("2027-02");
        assertThat(paid("2027-01")).as("the month of the decision").isEqualTo("615.50 UNCHANGED");
        in("2027-02-08");
        assertThat(paid("2027-02")).isEqualTo("0.00 STOPPED");
    }

    /** What a review is decided by is in the library, and does away with no earlier report. */
    @Test
    void reportWhatTheyHaveCheckedAsAnApplicationDoes() {
        JsonNode begun = done(begin(TOWN));
        assertThat(reports()).as("of the application").hasSize(1);
        JsonNode checked = done(check(COUNTY, begun));

        assertThat(reports())
                .hasSize(2)
                .contains(
                        "{\"recordNo\":\"%1$s\",\"requestNo\":\"%1$s\",\"caseNo\":\"%2$s\",\"conclusion\":\"%3$s\",\"issuedOn\":\"2026-12-10\",\"validUntil\":\"2027-06-10\"}"
                                .formatted(
                                        begun.at("/id").asString(),
                                        granted,
                                        checked.at("/findings/conclusion").asString()));
        assertThat(code(check(COUNTY, begun))).isEqualTo("VERSION_CONFLICT");
        assertThat(reports()).as("no step, no report").hasSize(2);
    }

    private List<String> reports() {
        return hub.ask(
                        "MZ",
                        hub.matter("MZ", CITIZEN),
                        "{ records(category: MZ12) { nodes { recordNo ... on MeansCheckReport {"
                                + " requestNo caseNo conclusion issuedOn validUntil } } } }",
                        Map.of())
                .at("/data/records/nodes")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }

    @Test
    void decideWithoutAStatementOnceTheTimeIsOver() {
        JsonNode told = done(hearing(TOWN, proposed("STOPPED")));
        in("2026-12-17");
        assertThat(code(decide(COUNTY, told))).as("the last day").isEqualTo("HEARING_RUNS");
        in("2026-12-18");
        assertThat(done(decide(COUNTY, told)).at("/state").asString()).isEqualTo("DECIDED");
    }

    @Test
    void raiseWithoutAHearingAndTheNextSheetPaysMore() {
        assertThat(paid("2026-12")).isEqualTo("615.50 FIRST");
        in("2027-01-08");
        JsonNode proposed = proposed("CHANGED", "amount", "700.00");
        assertThat(code(hearing(TOWN, proposed))).isEqualTo("NOTHING_TO_HEAR");
        done(decide(COUNTY, proposed));
        assertThat(paid("2027-01")).isEqualTo("700.00 RAISED");
    }

    @Test
    void cutWhatWasHeardAndTheNextSheetPaysLess() {
        assertThat(paid("2026-12")).isEqualTo("615.50 FIRST");
        in("2027-01-08");
        decided("CHANGED", "amount", "300.00");
        in("2027-02-08");
        assertThat(paid("2027-01")).as("what was decided later").isEqualTo("615.50 UNCHANGED");
        assertThat(paid("2027-02")).isEqualTo("300.00 LOWERED");
    }

    @Test
    void payOnForTheMonthsOfAGradualExitAndThenEndByItself() {
        assertThat(paid("2026-12")).isEqualTo("615.50 FIRST");
        JsonNode decided = decided("GRADUAL_EXIT");
        assertThat(decided.at("/exitUntil").asString())
                .as("three months in this county")
                .isEqualTo("2027-03-31");
        in("2027-03-31");
        reviews.endExits(LocalDate.now(clock));
        assertThat(paid("2027-03")).isEqualTo("615.50 ARREARS");
        in("2027-04-01");
        reviews.endExits(LocalDate.now(clock));
        assertThat(mine().at("/state").asString()).isEqualTo("ENDED");
        assertThat(paid("2027-04")).isEqualTo("0.00 STOPPED");
    }

    @Test
    void areDueByTheCycleOfTheDecision() {
        String due = "{ reviewsDue { case dueOn cause } }";
        assertThat(hub.ask(TOWN, due).at("/data/reviewsDue")).isEmpty();
        in("2027-10-15");
        JsonNode one = hub.ask(TOWN, due).at("/data/reviewsDue/0");
        assertThat(one.at("/case").asString()).isEqualTo(granted);
        assertThat(one.at("/dueOn").asString()).isEqualTo("2027-11-09");
        assertThat(hub.ask(OTHER_COUNTY, due).at("/data/reviewsDue")).isEmpty();
        done(decide(COUNTY, proposed("UNCHANGED")));
        assertThat(hub.ask(TOWN, due).at("/data/reviewsDue")).as("a year later").isEmpty();
    }

    @Test
    void tellLessHelpInWritingBeforeTheTimeToObjectRuns() {
        JsonNode decided = decided("STOPPED");
        assertThat(due()).containsExactly("AWARD_NOTICE 2026-12-15 false");
        assertThat(mine().at("/noticedOn").isNull()).isTrue();
        assertThat(mine().at("/objectBy").isNull()).as("not before it was told").isTrue();
        in("2027-03-01");
        assertThat(code(notice(NEXT_TOWN, decided))).isEqualTo("REVIEW_NOT_FOUND");
        assertThat(code(notice(COUNTY, decided))).isEqualTo("NOT_ALLOWED");
        JsonNode told = done(notice(TOWN, decided));

        assertThat(due()).isEmpty();
        assertThat(code(notice(TOWN, told))).isEqualTo("AWARD_CHANGE_TOLD");
        assertThat(mine().at("/noticedOn").asString()).isEqualTo("2027-03-01");
        assertThat(mine().at("/objectBy").asString()).isEqualTo("2027-04-30");
        in("2027-05-01");
        assertThat(code(object("CITIZEN", "objectToMyDecision"))).isEqualTo("OBJECTION_OVER");
        in("2027-04-30");
        done(object("CITIZEN", "objectToMyDecision"));
    }

    private JsonNode notice(String client, JsonNode review) {
        return hub.ask(
                client,
                "mutation ($step: AwardReviewStatement!) { noticeAwardChange(step: $step) "
                        + SHOWN
                        + " }",
                Map.of("step", of(review, "note", "已送达本人，有送达回证")));
    }

    @Test
    void payBackWhatAnObjectionHasRaisedOnce() {
        assertThat(paid("2026-12")).isEqualTo("615.50 FIRST");
        in("2027-01-08");
        decided("CHANGED", "amount", "300.00");
        in("2027-02-08");
        assertThat(sheet("2027-02"))
                .as("with the month of the decision")
                .isEqualTo("615.50 ARREARS\n300.00 LOWERED");
        JsonNode objected = done(object(TOWN, "recordDecisionObjection"));
        done(
                input(
                        COUNTY,
                        "replaceDecision",
                        "DecisionReplacementInput",
                        SHOWN,
                        of(objected, "amount", "450.01", "note", "临时收入按半数计算")));
        assertThat(sheet("2027-02")).as("of this month").isEqualTo("150.01 ARREARS");
        assertThat(sheet("2027-02")).isEqualTo("PAYMENT_NOTHING_DUE");
        in("2027-03-08");
        assertThat(sheet("2027-03")).isEqualTo("450.01 UNCHANGED");
    }

    @Test
    void letTheFamilyObjectAndAnotherOfficerJudge() {
        JsonNode mine = done(object("CITIZEN", "objectToMyDecision"));
        assertThat(mine.at("/state").asString()).isEqualTo("OBJECTED");
        JsonNode objected = objected();
        assertThat(code(said(COUNTY, "upholdDecision", objected, "维持")))
                .as("who decided")
                .isEqualTo("OBJECTION_OTHER_OFFICER");
        assertThat(code(replace(SECOND, objected, "1.00"))).isEqualTo("OBJECTION_AMOUNT");
        assertThat(code(replace(SECOND, objected, "99999999.00"))).isEqualTo("AWARD_TOO_HIGH");
        assertThat(code(said(SECOND, "setDecisionAside", objected, "撤销")))
                .isEqualTo("OBJECTION_TO_AWARD");
        done(replace(SECOND, objected, "820.00"));

        assertThat(mine().at("/answer").asString()).isEqualTo("应为两口人");
        assertThat(code(object(TOWN, "recordDecisionObjection")))
                .as("what was decided on an objection")
                .isEqualTo("DECISION_OBJECTED_ONCE");
        assertThat(paid("2026-12")).isEqualTo("820.00 FIRST");
    }

    @Test
    void letTheFamilyObjectToADecisionOnceAndInTime() {
        done(object("CITIZEN", "objectToMyDecision"));
        done(said(SECOND, "upholdDecision", objected(), "经复核无误"));
        assertThat(code(object("CITIZEN", "objectToMyDecision")))
                .isEqualTo("DECISION_OBJECTED_ONCE");

        done(decide(COUNTY, proposed("UNCHANGED")));
        in("2027-02-09");
        assertThat(code(object("CITIZEN", "objectToMyDecision")))
                .as("sixty-one days after another decision")
                .isEqualTo("OBJECTION_OVER");
        done(decide(COUNTY, proposed("UNCHANGED")));
        done(object("CITIZEN", "objectToMyDecision"));
    }

    @Test
    void handARefusalOverInWritingBeforeTheTimeToObjectRuns() {
        JsonNode opined = town.opined(town.checked(OTHER_CITIZEN), false);
        JsonNode refused =
                town.taken(COUNTY, "refuseCase", town.taken(TOWN, "reportCase", opined), "收入高于标准");
        String id = refused.at("/id").asString();
        assertThat(due()).containsExactly("REFUSAL_NOTICE 2026-12-15 false");
        in("2027-03-01");
        assertThat(due()).containsExactly("REFUSAL_NOTICE 2026-12-15 true");
        assertThat(code(town.step(NEXT_TOWN, "noticeRefusal", refused, "已送达本人")))
                .isEqualTo("CASE_NOT_FOUND");
        JsonNode told = town.taken(TOWN, "noticeRefusal", refused, "已送达本人，有送达回证");

        assertThat(due()).isEmpty();
        assertThat(code(town.step(TOWN, "noticeRefusal", told, "再送一次")))
                .isEqualTo("REFUSAL_NOTICED");
        JsonNode mine =
                hub.ask(
                                "CITIZEN-GUARDIAN",
                                "{ myCases { nodes { state reason noticedOn objectBy } } }")
                        .at("/data/myCases/nodes/0");
        assertThat(mine.at("/reason").asString()).isEqualTo("收入高于标准");
        assertThat(mine.at("/noticedOn").asString()).isEqualTo("2027-03-01");
        assertThat(mine.at("/objectBy").asString()).isEqualTo("2027-04-30");
        in("2027-04-30");
        assertThat(code(object("CITIZEN", "objectToMyDecision", id))).isEqualTo("REVIEW_NO_AWARD");
        done(object("CITIZEN-GUARDIAN", "objectToMyDecision", id));
        assertThat(code(replace(SECOND, objected(), "1.00"))).isEqualTo("OBJECTION_TO_REFUSAL");
        assertThat(code(said(COUNTY, "setDecisionAside", objected(), "撤销")))
                .isEqualTo("OBJECTION_OTHER_OFFICER");
        done(said(SECOND, "setDecisionAside", objected(), "漏算了医疗支出"));
        assertThat(code(object("CITIZEN-GUARDIAN", "objectToMyDecision", id)))
                .isEqualTo("DECISION_OBJECTED_ONCE");
        assertThat(due())
                .as("the town owes another look")
                .anyMatch(one -> one.contains("CASE_ANEW"));
        town.taken(TOWN, "acceptCase", done(town.apply(OTHER_CITIZEN)));
        assertThat(due()).noneMatch(one -> one.contains("CASE_ANEW"));
    }

    /** What ended undecided is told, may be objected to, and is taken anew, as a refusal is. */
    @Test
    void takeWhatWasSetAsideAnewByTheNextApplicationForTheSameAlone() {
        Map<String, Object> key = Map.of("clientMutationKey", "the-first-application");
        JsonNode first = done(town.apply(OTHER_CITIZEN, key));
        assertThat(due()).as("it waits to be accepted").anyMatch(it -> it.contains("CASE_ACCEPT"));
        JsonNode ended =
                town.taken(TOWN, "abortCase", town.taken(TOWN, "acceptCase", first), "三次上门无人配合");
        assertThat(due()).containsExactly("REFUSAL_NOTICE 2026-12-15 false");
        town.taken(TOWN, "noticeRefusal", ended, "已送达本人");
        done(object("CITIZEN-GUARDIAN", "objectToMyDecision", ended.at("/id").asString()));
        in("2026-12-11");
        done(said(SECOND, "setDecisionAside", objected(), "上门时家中无人，并非不配合"));
        assertThat(due()).anyMatch(it -> it.contains("CASE_ANEW"));

        assertThat(done(town.apply(OTHER_CITIZEN, key)).at("/id")).isEqualTo(first.at("/id"));
        done(town.apply(OTHER_CITIZEN, Map.of("kind", "RIGID_EXPENDITURE")));
        assertThat(due())
                .as("the same call again, and another kind")
                .anyMatch(it -> it.contains("CASE_ANEW"));
        done(town.apply(OTHER_CITIZEN));
        assertThat(due()).noneMatch(it -> it.contains("CASE_ANEW"));
    }

    /** What the town has to do in time. */
    private List<String> due() {
        return done(hub.ask(
                        TOWN, "{ worklist { nodes { deadline { due overdue rule { code } } } } }"))
                .at("/nodes")
                .valueStream()
                .map(one -> one.at("/deadline"))
                .map(
                        clock ->
                                clock.at("/rule/code").asString()
                                        + " "
                                        + clock.at("/due").asString()
                                        + " "
                                        + clock.at("/overdue").asBoolean())
                .toList();
    }

    @Test
    void answerACallThatIsSentAgainAsBeforeEvenOnceTheHelpHasEnded() {
        Map<String, Object> named = Map.of("clientMutationKey", "review-1");
        JsonNode begun = done(begin(TOWN, named));
        JsonNode told = done(hearing(TOWN, done(propose(done(check(COUNTY, begun)), "STOPPED"))));
        done(decide(SECOND, done(said(COUNTY, "recordHearing", told, "没有意见"))));

        JsonNode again = done(begin(TOWN, named));
        assertThat(again.at("/id").asString()).isEqualTo(begun.at("/id").asString());
        assertThat(again.at("/state").asString()).isEqualTo("DECIDED");
        assertThat(code(begin(TOWN, Map.of("clientMutationKey", "review-2"))))
                .isEqualTo("REVIEW_NO_AWARD");
    }

    @Test
    void areBegunOnceByWhoeverIsFirst() {
        List<CompletableFuture<JsonNode>> racers =
                IntStream.range(0, 6)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> begin(i % 2 == 0 ? TOWN : BOTH)))
                        .toList();
        List<JsonNode> answers = racers.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> !answer.has("errors")).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.has("errors"))
                .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("REVIEW_ALREADY_OPEN"));
    }

    @Test
    void reviveNothingThatWasStoppedWhileAnObjectionWasOpen() {
        done(object("CITIZEN", "objectToMyDecision"));
        decided("STOPPED");

        assertThat(code(replace(BOTH, objected(), "820.00"))).isEqualTo("AWARD_CHANGED");
        assertThat(paid("2026-12")).as("the month of the decision").isEqualTo("615.50 FIRST");
        in("2027-01-08");
        assertThat(paid("2027-01")).isEqualTo("0.00 STOPPED");
        done(said(BOTH, "upholdDecision", objected(), "另有决定，可对其提出异议"));
        done(object("CITIZEN", "objectToMyDecision"));
        done(replace(BOTH, objected(), "820.00"));
        in("2027-02-08");
        assertThat(paid("2027-02"))
                .as("January too, since the stop was wrong")
                .isEqualTo("820.00 ARREARS");
    }

    @Test
    void cutNothingUnheardThatAnObjectionHasRaised() {
        JsonNode raised = proposed("CHANGED", "amount", "700.00");
        done(object("CITIZEN", "objectToMyDecision"));
        done(replace(SECOND, objected(), "820.00"));

        assertThat(code(decide(COUNTY, raised))).isEqualTo("AWARD_CHANGED");
        assertThat(paid("2026-12")).isEqualTo("820.00 FIRST");
    }

    @Test
    void endNoHelpByAnExitThatAnObjectionHasReplaced() {
        decided("GRADUAL_EXIT");
        assertThat(code(propose(done(check(COUNTY, done(begin(TOWN)))), "GRADUAL_EXIT")))
                .as("not drawn out")
                .isEqualTo("REVIEW_OUTCOME");
        done(object("CITIZEN", "objectToMyDecision"));
        in("2027-04-01");
        reviews.endExits(LocalDate.now(clock));
        assertThat(paid("2027-03")).as("while it is judged").isEqualTo("615.50 ARREARS");
        done(replace(BOTH, objected(), "615.50"));
        reviews.endExits(LocalDate.now(clock));

        assertThat(
                        hub.ask("CITIZEN", "{ myReviews { nodes { state } } }")
                                .at("/data/myReviews/nodes")
                                .findValuesAsString("state"))
                .doesNotContain("ENDED");
        assertThat(paid("2027-04")).isEqualTo("615.50 UNCHANGED");
    }

    @Test
    void giveInPartWhatAStopHadTaken() {
        decided("STOPPED");
        done(object("CITIZEN", "objectToMyDecision"));
        in("2027-01-08");

        done(replace(BOTH, objected(), "300.00"));

        assertThat(sheet("2027-01")).contains("300.00");
    }

    @Test
    void areNotHeardByWhoProposedThem() {
        JsonNode told = done(hearing(TOWN, proposed("STOPPED")));

        assertThat(code(said(TOWN, "recordHearing", told, "家庭同意"))).isEqualTo("OWN_HEARING");
        assertThat(done(said(COUNTY, "recordHearing", told, "家里说女儿上学要钱")).at("/state").asString())
                .isEqualTo("HEARD");
    }

    @Test
    void areNobodysOfOtherPlacesAndDepartments() {
        JsonNode heard = done(hearing(TOWN, proposed("STOPPED")));
        String all = "{ awardReviews { nodes { id } } reviewsDue { case } }";
        String one = "{ awardReview(id: \"%s\") { id } }".formatted(heard.at("/id").asString());
        for (String stranger : List.of(OTHER_COUNTY, NEXT_TOWN, "YB-COUNTY", "YB-TOWN")) {
            JsonNode seen = hub.ask(stranger, all);
            assertThat(seen.at("/data/awardReviews/nodes").size()).as(stranger).isZero();
            assertThat(seen.at("/data/reviewsDue").size()).as(stranger).isZero();
            assertThat(hub.ask(stranger, one).at("/data/awardReview").isNull())
                    .as(stranger)
                    .isTrue();
        }
        for (String stranger : List.of(NEXT_TOWN, "YB-TOWN")) {
            assertThat(code(begin(stranger))).as(stranger).isEqualTo("REVIEW_NO_AWARD");
            assertThat(code(object(stranger, "recordDecisionObjection")))
                    .as(stranger)
                    .isEqualTo("REVIEW_NO_AWARD");
            assertThat(code(said(stranger, "recordHearing", heard, "没有意见")))
                    .as(stranger)
                    .isEqualTo("REVIEW_NOT_FOUND");
        }
        for (String stranger : List.of(OTHER_COUNTY, "YB-COUNTY")) {
            assertThat(code(decide(stranger, heard))).as(stranger).isEqualTo("REVIEW_NOT_FOUND");
        }
        assertThat(
                        hub.ask("CITIZEN-GUARDIAN", "{ myReviews { nodes { review } } }")
                                .at("/data/myReviews/nodes")
                                .size())
                .isZero();
        assertThat(code(said("CITIZEN-GUARDIAN", "stateAtHearing", heard, "没有意见")))
                .isEqualTo("REVIEW_NOT_FOUND");
        assertThat(code(object("CITIZEN-GUARDIAN", "objectToMyDecision")))
                .isEqualTo("REVIEW_NO_AWARD");
    }

    @Test
    void areDecidedByAnotherThanWhoProposedAndByNobodyOfTheFamily() {
        assertThat(code(begin(ReviewOffices.APPLICANT))).isEqualTo("REVIEW_OWN_RELATIVE");
        assertThat(code(object(ReviewOffices.APPLICANT, "recordDecisionObjection")))
                .isEqualTo("REVIEW_OWN_RELATIVE");
        JsonNode checked = done(check(BOTH, done(begin(BOTH))));
        JsonNode proposed = done(propose(BOTH, checked, "CHANGED", "amount", "700.00"));
        assertThat(code(decide(BOTH, proposed))).isEqualTo("REVIEW_SECOND_PERSON");
        assertThat(code(decide(ReviewOffices.APPLICANT, proposed)))
                .isEqualTo("REVIEW_OWN_RELATIVE");
        assertThat(done(decide(SECOND, proposed)).at("/state").asString()).isEqualTo("DECIDED");
    }

    private JsonNode replace(String client, JsonNode objected, String amount) {
        return input(
                client,
                "replaceDecision",
                "DecisionReplacementInput",
                SHOWN,
                of(objected, "amount", amount, "note", "应为两口人"));
    }
}
