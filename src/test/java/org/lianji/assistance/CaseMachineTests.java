package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.lianji.agencies.Deputies;
import org.lianji.clocks.Deadline;
import org.lianji.people.Kinship;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.ProcedureWalk;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every state, every step, every role, against a table written here by hand from the Measures
 * (最低生活保障审核确认办法): what it does not list must be refused.
 */
class CaseMachineTests {

    /** State, then what the town, the county and who applies may do, once it was published. */
    static final List<String> TABLE =
            """
            SUBMITTED  | ABORT ACCEPT ASK TRANSFER WITHDRAW  | TRANSFER WITHDRAW              | WITHDRAW
            SUPPLEMENT | ABORT SUPPLY TRANSFER WITHDRAW      | TRANSFER WITHDRAW              | WITHDRAW
            ACCEPTED   | ABORT SURVEY TRANSFER WITHDRAW      | TRANSFER WITHDRAW              | WITHDRAW
            SURVEYED   | ABORT WITHDRAW                      | CHECK WITHDRAW                 | WITHDRAW
            CHECKED    | ABORT OBJECT STATE_OPINION WITHDRAW | ASK_MEANS_AGAIN OBJECT WITHDRAW | OBJECT WITHDRAW
            OPINION    | ABORT NOTICE OBJECT WITHDRAW        | OBJECT WITHDRAW                | OBJECT WITHDRAW
            NOTICED    | ABORT OBJECT REPORT WITHDRAW        | OBJECT WITHDRAW                | OBJECT WITHDRAW
            REPORTED   | OBJECT WITHDRAW                     | ABORT CONFIRM OBJECT REFUSE WITHDRAW | OBJECT WITHDRAW
            CONFIRMED  |                                     | PAY                            |
            PAYING     |                                     |                                |
            REFUSED    | NOTICE_REFUSAL                      |                                |
            WITHDRAWN  |                                     |                                |
            ABORTED    | NOTICE_REFUSAL                      |                                |
            """
                    .lines()
                    .toList();

    private static final Set<CaseTransition> OF_THE_HUB =
            Set.of(
                    CaseTransition.SURVEY_ANEW,
                    CaseTransition.OPINE_ANEW,
                    CaseTransition.SET_ASIDE,
                    CaseTransition.TAKE_ANEW);

    /** What ends so is handed over in writing. */
    private static final Set<CaseState> TO_BE_TOLD = Set.of(CaseState.REFUSED, CaseState.ABORTED);

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    private static final ZonedDateTime MORNING =
            MONDAY.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));
    private static final String LEAD = "MZ";
    private static final String TOWN = "150924106000";
    private static final String COUNTY = "150924000000";
    private static final String APPLICANT = "P1";
    private static final String SISTER = "P9";
    private static final String GUARDIAN = "P7";
    private static final String AGENT = "P5";
    private static final String SECOND = "second";
    private static final String WORKER = "worker";

    private static Case one(AssistanceKind kind, Progress<CaseState> progress, boolean favourable) {
        return new Case(
                progress,
                new Case.Application(
                        kind,
                        LEAD,
                        List.of("150924106001", TOWN, COUNTY, "150900000000"),
                        Case.Channel.WINDOW,
                        "SQ-1",
                        false,
                        null,
                        kind.ofSpending() ? "ILLNESS" : null,
                        false),
                new Case.Family(
                        APPLICANT,
                        null,
                        List.of(APPLICANT, SISTER),
                        null,
                        List.of(),
                        new Deputies(
                                new Spokespeople("20150301", List.of(GUARDIAN + "||")),
                                List.of(AGENT + "|" + MONDAY),
                                "W7")),
                new Case.Inquiry(
                        List.of(),
                        List.of("VEHICLES PARTLY false", "BANKS NOT_ANSWERED false"),
                        LocalDate.parse("2027-12-31"),
                        favourable,
                        null,
                        null,
                        kind == AssistanceKind.EXTREME_HARDSHIP
                                ? List.of(true, true, true, true, true, false)
                                : List.of(),
                        false,
                        null,
                        null),
                new Case.Decision(
                        61_500L,
                        null,
                        null,
                        "RURAL",
                        "2025-01",
                        null,
                        "MONTHS_12",
                        null,
                        null,
                        List.of(APPLICANT)),
                Assessments.Judgement.NONE,
                CaseRechecks.Recheck.NONE);
    }

    private static Case one(CaseState state, boolean favourable) {
        return one(AssistanceKind.MINIMUM_LIVING, state, favourable);
    }

    private static Case one(AssistanceKind kind, CaseState state, boolean favourable) {
        return one(
                kind,
                new Progress<>(
                        "S1",
                        3,
                        state,
                        MORNING,
                        MORNING,
                        List.of(
                                Deadline.start(
                                        TO_BE_TOLD.contains(state)
                                                ? Cases.REFUSAL_CLOCK
                                                : kind.clocks().notice(),
                                        LEAD,
                                        MONDAY.minusDays(7),
                                        MONDAY))),
                favourable);
    }

    private static Caller officer(Role role, String region, @Nullable String person) {
        return new Caller(LEAD, "test", Set.of(role), region, person);
    }

    private static Caller town() {
        return officer(Role.TOWN_OFFICER, TOWN, null);
    }

    private static Caller county() {
        return officer(Role.COUNTY_OFFICER, COUNTY, null);
    }

    private static Caller second() {
        return new Caller(LEAD, SECOND, Set.of(Role.COUNTY_OFFICER), COUNTY, null);
    }

    /** The same of a worker's near relative, whose account has acted as {@code worker}. */
    private static Case conflicted(Case one) {
        return new Case(
                one.progress(),
                one.application(),
                new Case.Family(
                        APPLICANT,
                        null,
                        List.of(APPLICANT, SISTER, Kinship.account(LEAD, WORKER)),
                        null,
                        List.of("W1 COUNTY_OFFICER 2"),
                        Deputies.NOBODY),
                one.inquiry(),
                one.decision(),
                one.judgement(),
                one.recheck());
    }

    private static Caller citizen(String person) {
        return new Caller("", "citizen", Set.of(Role.CITIZEN), "", person);
    }

    private static Set<String> may(Caller caller, Case one, LocalDate day) {
        Set<String> names = new TreeSet<>();
        Stream.of(CaseTransition.values())
                .filter(step -> step.refusal(new Actor(caller, LEAD, day), one).isEmpty())
                .forEach(step -> names.add(step.name()));
        return names;
    }

    private static Set<String> may(Caller caller, Case one) {
        return may(caller, one, MONDAY);
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void allowEachSideWhatTheTableListsAndNothingElse(String text) {
        List<String> cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
        Case one = one(CaseState.valueOf(cells.getFirst()), true);

        assertThat(may(town(), one)).isEqualTo(names(cells.get(1)));
        assertThat(may(county(), one)).isEqualTo(names(cells.get(2)));
        assertThat(may(citizen(APPLICANT), one)).isEqualTo(names(cells.get(3)));
    }

    /** Until their last day, and never what an officer does. */
    @ParameterizedTest
    @FieldSource("TABLE")
    void allowWhoActsForTheApplicantWhatTheApplicantMay(String text) {
        List<String> cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
        Case one = one(CaseState.valueOf(cells.getFirst()), true);

        for (String deputy : List.of(GUARDIAN, AGENT)) {
            assertThat(may(citizen(deputy), one)).isEqualTo(names(cells.get(3)));
        }
        assertThat(may(citizen(AGENT), one, MONDAY.plusDays(1))).isEmpty();
        assertThat(may(citizen(GUARDIAN), one, LocalDate.parse("2033-03-01"))).isEmpty();
        assertThat(may(citizen(SISTER), one)).isEmpty();
    }

    /** What the library may not be asked stays so, however often it is asked. */
    @Test
    void askSourcesOutsideAgainOnlyWhileOneHasNotAnsweredAboutAll() {
        Case one = one(CaseState.CHECKED, true);

        assertThat(CaseTransition.ASK_MEANS_AGAIN.refusal(actor(county()), answered(one, "PARTLY")))
                .isEmpty();
        for (String status : List.of("ANSWERED", "NOT_CONNECTED")) {
            assertThat(
                            CaseTransition.ASK_MEANS_AGAIN.refusal(
                                    actor(county()), answered(one, status)))
                    .contains(AssistanceCode.MEANS_ALL_ANSWERED);
        }
    }

    private static Actor actor(Caller caller) {
        return new Actor(caller, LEAD, MONDAY);
    }

    private static Case answered(Case one, String status) {
        return one.with(
                one.inquiry()
                        .checked(
                                List.of("VEHICLES PARTLY false", "BANKS " + status + " false"),
                                LocalDate.parse("2027-12-31"),
                                "",
                                ""));
    }

    /** What differs: self-care is graded in extreme hardship, and two kinds are never paid. */
    @ParameterizedTest
    @FieldSource("TABLE")
    void allowEachKindTheSameButForGradesAndPayment(String text) {
        List<String> cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
        CaseState state = CaseState.valueOf(cells.getFirst());
        for (AssistanceKind kind : AssistanceKind.values()) {
            Set<String> county = names(cells.get(2));
            if (kind == AssistanceKind.EXTREME_HARDSHIP
                    && Set.of("SURVEYED", "CHECKED", "OPINION", "NOTICED", "REPORTED")
                            .contains(state.name())) {
                county.add("GRADE_SELF_CARE");
            }
            if (kind == AssistanceKind.MARGIN_FAMILY || kind == AssistanceKind.RIGID_EXPENDITURE) {
                county.remove("PAY");
            }
            Case one = one(kind, state, true);
            assertThat(may(county(), one)).as("%s %s", kind, state).isEqualTo(county);
            assertThat(may(town(), one)).isEqualTo(names(cells.get(1)));
            assertThat(may(citizen(APPLICANT), one)).isEqualTo(names(cells.get(3)));
        }
    }

    @Test
    void decideNothingThatWasDrawnBeforeTheCountyLookedIntoIt() {
        Case one = one(AssistanceKind.EXTREME_HARDSHIP, CaseState.REPORTED, true);
        assertThat(may(county(), one)).doesNotContain("RECHECK");
        assertThat(may(county(), one.with(new CaseRechecks.Recheck(false, null, null))))
                .contains("CONFIRM", "REFUSE")
                .doesNotContain("RECHECK");
        assertThat(may(county(), one.with(new CaseRechecks.Recheck(true, null, null))))
                .contains("RECHECK")
                .doesNotContain("CONFIRM", "REFUSE", "ABORT");
        assertThat(may(town(), one.with(new CaseRechecks.Recheck(true, null, null))))
                .doesNotContain("ABORT");
        assertThat(may(county(), one.with(new CaseRechecks.Recheck(true, false, null))))
                .contains("RECHECK", "REFUSE", "ABORT")
                .doesNotContain("CONFIRM");
        assertThat(may(county(), one.with(new CaseRechecks.Recheck(true, true, null))))
                .contains("RECHECK", "CONFIRM", "REFUSE");
        assertThat(may(town(), one.with(new CaseRechecks.Recheck(true, null, null))))
                .doesNotContain("RECHECK");
    }

    @Test
    void decideNothingOfAWorkersNearRelativeButByTwoOfTheCountyWhoHaveLooked() {
        Case reported = conflicted(one(CaseState.REPORTED, true));
        assertThat(may(county(), reported))
                .contains("RECHECK")
                .doesNotContain("COUNTERSIGN", "CONFIRM", "REFUSE", "ABORT");
        Case looked = reported.with(new CaseRechecks.Recheck(null, true, null));
        assertThat(may(county(), looked))
                .contains("RECHECK", "COUNTERSIGN")
                .doesNotContain("CONFIRM", "REFUSE", "ABORT");
        assertThat(may(town(), looked)).doesNotContain("RECHECK", "COUNTERSIGN");
        Case signed =
                ProcedureWalk.after(
                        CaseTransition.COUNTERSIGN,
                        looked.with(
                                looked.recheck()
                                        .signed(looked, SECOND, true, CaseRechecks.Terms.NONE)),
                        MORNING);
        assertThat(may(county(), signed)).contains("CONFIRM").doesNotContain("REFUSE", "ABORT");
        assertThat(may(second(), signed)).doesNotContain("CONFIRM", "REFUSE");
        Case lookedAgain = ProcedureWalk.after(CaseTransition.RECHECK, signed, MORNING);
        assertThat(CaseTransition.CONFIRM.refusal(actor(county()), lookedAgain))
                .contains(AssistanceCode.COUNTERSIGN_FIRST);
    }

    /** The county ends it, before as after the report. */
    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "SURVEYED", "NOTICED"})
    void areEndedByTheCountyWhereAWorkersNearRelativeApplies(CaseState state) {
        Case one = conflicted(one(state, true));
        assertThat(may(town(), one)).doesNotContain("ABORT");
        assertThat(may(county(), one)).contains("ABORT");
    }

    /** What ran out before it was taken back stays late, and what still ran is neither. */
    @Test
    void keepBeingLateOnceTheyAreTakenBack() {
        Case accepted =
                ProcedureWalk.after(CaseTransition.ACCEPT, one(CaseState.SUBMITTED, true), MORNING);
        Case withdrawn =
                ProcedureWalk.after(CaseTransition.WITHDRAW, accepted, MORNING.plusDays(10));

        Map<String, Deadline> clocks =
                withdrawn.deadlines().stream()
                        .collect(Collectors.toMap(Deadline::code, Function.identity()));
        Deadline survey = Objects.requireNonNull(clocks.get("DB_SURVEY_START"));
        assertThat(survey.endedOn()).isEqualTo(MONDAY.plusDays(10)).isAfter(survey.due());
        Deadline total = Objects.requireNonNull(clocks.get("DB_TOTAL"));
        assertThat(total.endedOn()).isNull();
        assertThat(total.overdue(MONDAY.plusYears(1))).isFalse();
    }

    /** The account is a worker's whom the county has registered; the token names nobody. */
    @ParameterizedTest
    @EnumSource
    void areNothingForAWorkerWhoseNearRelativeApplies(CaseState state) {
        Case one = conflicted(one(state, true));
        for (Role role : List.of(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)) {
            String region = role == Role.TOWN_OFFICER ? TOWN : COUNTY;
            assertThat(may(new Caller(LEAD, WORKER, Set.of(role), region, null), one)).isEmpty();
        }
    }

    @Test
    void supportNobodyInExtremeHardshipWhoseSelfCareIsNotGraded() {
        Case graded = one(AssistanceKind.EXTREME_HARDSHIP, CaseState.REPORTED, true);
        assertThat(may(county(), graded)).contains("CONFIRM");
        assertThat(may(county(), graded.with(graded.inquiry().graded(List.of()))))
                .contains("REFUSE")
                .doesNotContain("CONFIRM");
    }

    @Test
    void gradeSelfCareByHowManyOfTheSixItemsAreLost() {
        assertThat(Case.SelfCare.of(able(6))).isEqualTo(Case.SelfCare.ABLE);
        assertThat(Case.SelfCare.of(able(5))).isEqualTo(Case.SelfCare.PARTLY_LOST);
        assertThat(Case.SelfCare.of(able(3))).isEqualTo(Case.SelfCare.PARTLY_LOST);
        assertThat(Case.SelfCare.of(able(2))).isEqualTo(Case.SelfCare.FULLY_LOST);
        assertThat(Case.SelfCare.of(able(0))).isEqualTo(Case.SelfCare.FULLY_LOST);
    }

    private static List<Boolean> able(int to) {
        return Stream.iterate(0, item -> item + 1).limit(6).map(item -> item < to).toList();
    }

    @Test
    void runTheClocksOfTheirOwnLaw() {
        assertThat(started(AssistanceKind.MINIMUM_LIVING))
                .containsExactly(
                        "CASE_ACCEPT",
                        "DB_CHECK_START",
                        "DB_COUNTY",
                        "DB_NOTICE",
                        "DB_SURVEY_START",
                        "DB_TOTAL",
                        "PAY_START");
        assertThat(started(AssistanceKind.MARGIN_FAMILY))
                .containsExactly(
                        "CASE_ACCEPT",
                        "DB_CHECK_START",
                        "DB_COUNTY",
                        "DB_NOTICE",
                        "DB_SURVEY_START",
                        "DB_TOTAL");
        assertThat(started(AssistanceKind.EXTREME_HARDSHIP))
                .containsExactly("CASE_ACCEPT", "PAY_START", "TK_COUNTY", "TK_NOTICE", "TK_SURVEY");
        assertThat(started(AssistanceKind.RIGID_EXPENDITURE))
                .containsExactly("CASE_ACCEPT", "GX_NOTICE", "GX_TOTAL");
        assertThat(started(AssistanceKind.EXPENDITURE_RELIEF))
                .containsExactly("CASE_ACCEPT", "LS_NOTICE", "LS_TOTAL", "PAY_START");
    }

    /** {@return codes of all clocks on the way to the first payment, where each of them is done} */
    private static Set<String> started(AssistanceKind kind) {
        ZonedDateTime now = MORNING;
        Case one =
                ProcedureWalk.begun(
                        CaseTransition.SUBMIT, progress -> one(kind, progress, true), now);
        for (CaseTransition step :
                List.of(
                        CaseTransition.ACCEPT,
                        CaseTransition.SURVEY,
                        CaseTransition.CHECK,
                        CaseTransition.STATE_OPINION,
                        CaseTransition.NOTICE,
                        CaseTransition.REPORT,
                        CaseTransition.CONFIRM,
                        CaseTransition.PAY)) {
            now = now.plusDays(1);
            one = ProcedureWalk.after(step, one, now);
        }
        assertThat(one.deadlines()).noneMatch(CaseMachineTests::runs);
        return one.deadlines().stream()
                .map(Deadline::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String cell) {
        return new TreeSet<>(
                Arrays.stream(cell.split(" ")).filter(name -> !name.isEmpty()).toList());
    }

    @ParameterizedTest
    @EnumSource
    void allowNobodyElseAnything(CaseState state) {
        Case one = one(state, true);
        for (Role role : Role.values()) {
            assertThat(may(new Caller("YB", "test", Set.of(role), COUNTY, null), one))
                    .as("another department's %s", role)
                    .isEmpty();
            assertThat(may(officer(role, "150922000000", null), one))
                    .as("%s of another county", role)
                    .isEmpty();
        }
        assertThat(may(citizen("P2"), one)).isEmpty();
        assertThat(may(citizen(SISTER), one)).isEmpty();
        assertThat(may(officer(Role.TOWN_OFFICER, TOWN, SISTER), one)).as("her sister's").isEmpty();
        assertThat(may(officer(Role.COUNTY_OFFICER, COUNTY, APPLICANT), one))
                .as("their own")
                .isEmpty();
    }

    @Test
    void tellAnOfficerThatTheCaseIsAFamilyMembers() {
        assertThat(
                        CaseTransition.ACCEPT.refusal(
                                new Actor(officer(Role.TOWN_OFFICER, TOWN, SISTER), LEAD, MONDAY),
                                one(CaseState.SUBMITTED, true)))
                .contains(AssistanceCode.OWN_RELATIVE);
    }

    @Test
    void publishWhatIsProposedForSevenDaysAndNothingElse() {
        assertThat(may(town(), one(CaseState.NOTICED, true), MONDAY.minusDays(1)))
                .doesNotContain("REPORT");
        assertThat(may(town(), one(CaseState.OPINION, false)))
                .contains("REPORT")
                .doesNotContain("NOTICE");
        assertThat(may(county(), one(CaseState.REPORTED, false)))
                .contains("REFUSE")
                .doesNotContain("CONFIRM");
    }

    @Test
    void handARefusalOverOnceWithinThreeWorkingDays() {
        Case reported = one(CaseState.REPORTED, false);
        Case refused = ProcedureWalk.after(CaseTransition.REFUSE, reported, MORNING);
        assertThat(refused.deadlines().stream().filter(CaseMachineTests::runs).map(Deadline::due))
                .as("Thursday")
                .contains(MONDAY.plusDays(3));
        assertThat(may(town(), refused)).containsExactly("NOTICE_REFUSAL");
        Case told = ProcedureWalk.after(CaseTransition.NOTICE_REFUSAL, refused, MORNING);
        assertThat(told.state()).isEqualTo(CaseState.REFUSED);
        assertThat(may(town(), told)).isEmpty();
    }

    @Test
    void needACheckThatIsStillValid() {
        LocalDate later = LocalDate.parse("2028-01-01");
        assertThat(may(town(), one(CaseState.CHECKED, true), later))
                .doesNotContain("STATE_OPINION");
        assertThat(may(county(), one(CaseState.REPORTED, true), later)).doesNotContain("CONFIRM");
    }

    /** Walked from the door, and from further in, so that every step is taken. */
    @Test
    void keepItsPromisesWhereverItGoes() {
        Set<String> taken = new TreeSet<>();
        for (AssistanceKind kind : AssistanceKind.values()) {
            for (CaseTransition begin :
                    List.of(
                            CaseTransition.SUBMIT,
                            CaseTransition.SURVEY,
                            CaseTransition.NOTICE,
                            CaseTransition.REPORT)) {
                taken.addAll(walked(kind, begin, true));
            }
            taken.addAll(walked(kind, CaseTransition.SURVEY, false));
            taken.addAll(walkedConflicted(kind));
        }
        assertThat(taken)
                .containsExactlyElementsOf(
                        Stream.of(CaseTransition.values())
                                .filter(step -> !OF_THE_HUB.contains(step))
                                .map(Enum::name)
                                .filter(name -> !name.equals("SUBMIT"))
                                .sorted()
                                .toList());
    }

    private static List<String> walkedConflicted(AssistanceKind kind) {
        return walk(
                        kind,
                        CaseTransition.REPORT,
                        progress -> conflicted(one(kind, progress, true)),
                        true)
                .invariant(
                        (before, step, actor, _) -> {
                            assertThat(actor.caller().client()).isNotEqualTo(WORKER);
                            if (decides(before, step)) {
                                assertThat(before.recheck().upheld())
                                        .as("the county has looked itself")
                                        .isNotNull();
                                assertThat(before.recheck().signedVersion())
                                        .as("nothing was done since it was signed")
                                        .isEqualTo(before.version());
                                assertThat(before.recheck().signedGrant())
                                        .isEqualTo(step == CaseTransition.CONFIRM);
                                assertThat(before.recheck().signedBy())
                                        .isNotNull()
                                        .isNotEqualTo(actor.caller().client());
                            }
                        })
                .run(MORNING.minusYears(1));
    }

    private static List<String> walked(
            AssistanceKind kind, CaseTransition begin, boolean favourable) {
        return walk(kind, begin, progress -> one(kind, progress, favourable), favourable)
                .run(MORNING.minusYears(1));
    }

    private static ProcedureWalk<CaseState, CaseTransition, Case> walk(
            AssistanceKind kind,
            CaseTransition begin,
            Function<Progress<CaseState>, Case> first,
            boolean favourable) {
        return new ProcedureWalk<>(CaseTransition.class, begin, first, CaseMachineTests::everybody)
                .changing((before, step, actor) -> drawn(kind, before, step, actor))
                .invariant(
                        (before, step, actor, after) -> {
                            assertThat(actor.caller().person()).isNotEqualTo(SISTER);
                            if (decides(before, step)) {
                                assertThat(before.recheck())
                                        .as("what was drawn is looked into first")
                                        .isNotEqualTo(new CaseRechecks.Recheck(true, null, null));
                            }
                            assertThat(step == CaseTransition.CONFIRM && !before.recheck().stands())
                                    .isFalse();
                            assertThat(
                                            after.state().open()
                                                    || after.deadlines().stream()
                                                            .noneMatch(
                                                                    clock ->
                                                                            runs(clock)
                                                                                    && !toBeTold(
                                                                                            after,
                                                                                            clock)))
                                    .as("no clock runs on a case that is closed")
                                    .isTrue();
                            assertThat(step == CaseTransition.PAY && !kind.paid())
                                    .as("nothing is paid of what is only recognised")
                                    .isFalse();
                            if (step == CaseTransition.REPORT && favourable) {
                                assertThat(notice(after).due()).isBeforeOrEqualTo(actor.today());
                            }
                        });
    }

    /**
     * Every other one is drawn, one look of three contradicts the town, and every other signature
     * is for a refusal.
     */
    private static Case drawn(AssistanceKind kind, Case before, CaseTransition step, Actor actor) {
        boolean even = before.version() % 2 == 0;
        return switch (step) {
            case REPORT ->
                    before.with(
                            kind == AssistanceKind.EXTREME_HARDSHIP
                                    ? new CaseRechecks.Recheck(even, null, null)
                                    : CaseRechecks.Recheck.NONE);
            case RECHECK ->
                    before.with(
                            new CaseRechecks.Recheck(
                                    before.recheck().drawn(), before.version() % 3 != 0, null));
            case COUNTERSIGN ->
                    before.with(
                            before.recheck()
                                    .signed(
                                            before,
                                            actor.caller().client(),
                                            even,
                                            CaseRechecks.Terms.NONE));
            default -> before;
        };
    }

    /** {@return whether it decides it, or ends what is for the county to decide} */
    private static boolean decides(Case before, CaseTransition step) {
        return step == CaseTransition.CONFIRM
                || step == CaseTransition.REFUSE
                || step == CaseTransition.ABORT && before.state() == CaseState.REPORTED;
    }

    private static boolean runs(Deadline clock) {
        return clock.endedOn() == null && clock.pausedOn() == null;
    }

    /** A refusal is still to be handed over, and what was granted to be paid. */
    private static boolean toBeTold(Case one, Deadline clock) {
        return TO_BE_TOLD.contains(one.state()) && clock.code().equals(Cases.REFUSAL_CLOCK)
                || one.state() == CaseState.CONFIRMED && clock.code().equals(Cases.PAYMENT_CLOCK);
    }

    private static Deadline notice(Case one) {
        return one.deadlines().stream()
                .filter(clock -> clock.code().endsWith("_NOTICE"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Actor> everybody(LocalDate today) {
        return Stream.of(
                        town(),
                        county(),
                        second(),
                        new Caller(LEAD, WORKER, Set.of(Role.COUNTY_OFFICER), COUNTY, SISTER),
                        citizen(APPLICANT),
                        citizen(SISTER),
                        officer(Role.TOWN_OFFICER, TOWN, SISTER),
                        officer(Role.COUNTY_OFFICER, COUNTY, SISTER))
                .map(caller -> new Actor(caller, LEAD, today))
                .toList();
    }
}
