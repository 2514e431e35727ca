package org.lianji.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianji.clocks.Deadline;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.ProcedureWalk;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Nothing is taken from a family that wasn't heard, and nobody judges what they did themself. */
class ReviewMachineTests {

    private static final String LEAD = "MZ";
    private static final String TOWN = "150924106000";
    private static final String COUNTY = "150924000000";
    private static final String APPLICANT = "P1";
    private static final String SISTER = "P9";
    private static final long BEFORE = 61_550;
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-02").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static AwardReview review(
            Progress<ReviewState> progress, ReviewCause cause, @Nullable Long before) {
        return new AwardReview(
                progress,
                new AwardReview.Subject(
                        "S1",
                        "MZ01",
                        cause,
                        LEAD,
                        List.of("150924106001", TOWN, COUNTY, "150900000000"),
                        before,
                        before == null ? "" : "ACTIVE",
                        "county-1",
                        "S1|9"),
                AwardReview.Findings.NONE,
                AwardReview.Proposal.NONE,
                new AwardReview.Family(APPLICANT, List.of(APPLICANT, SISTER), null));
    }

    private static Caller officer(
            String client, Role role, String region, @Nullable String person) {
        return new Caller(LEAD, client, Set.of(role), region, person);
    }

    private static Caller citizen(String person) {
        return new Caller("", "citizen", Set.of(Role.CITIZEN), "", person);
    }

    private static List<Actor> everybody(LocalDate today) {
        return Stream.of(
                        officer("town", Role.TOWN_OFFICER, TOWN, null),
                        new Caller(
                                LEAD,
                                "county-1",
                                Set.of(Role.TOWN_OFFICER, Role.COUNTY_OFFICER),
                                COUNTY,
                                null),
                        officer("county-2", Role.COUNTY_OFFICER, COUNTY, null),
                        officer("sister", Role.COUNTY_OFFICER, COUNTY, SISTER),
                        officer("next", Role.COUNTY_OFFICER, "150923000000", null),
                        new Caller("YB", "health", Set.of(Role.COUNTY_OFFICER), COUNTY, null),
                        citizen(APPLICANT),
                        citizen(SISTER))
                .map(one -> new Actor(one, LEAD, today))
                .toList();
    }

    private static AwardReview changed(
            AwardReview before, ReviewTransition step, Actor actor, ReviewOutcome outcome) {
        return switch (step) {
            case PROPOSE ->
                    before.with(
                            new AwardReview.Proposal(
                                    outcome,
                                    outcome == ReviewOutcome.CHANGED ? BEFORE - 100 : null,
                                    null,
                                    actor.caller().client(),
                                    "sealed",
                                    null,
                                    null));
            default -> before;
        };
    }

    private static Set<String> walked(
            ReviewTransition begin,
            ReviewCause cause,
            @Nullable Long amount,
            ReviewOutcome outcome) {
        return new TreeSet<>(
                new ProcedureWalk<>(
                                ReviewTransition.class,
                                begin,
                                progress -> review(progress, cause, amount),
                                ReviewMachineTests::everybody)
                        .changing((before, step, actor) -> changed(before, step, actor, outcome))
                        .byItself((_, step) -> step == ReviewTransition.END_EXIT)
                        .invariant(ReviewMachineTests::holds)
                        .run(MORNING.minusYears(1)));
    }

    private static void holds(
            AwardReview before, ReviewTransition step, Actor actor, AwardReview after) {
        assertThat(actor.caller().person()).isNotEqualTo(SISTER);
        assertThat(actor.caller().client()).isNotIn("next", "health");
        if (step == ReviewTransition.STATE) {
            assertThat(actor.caller().client())
                    .as("who proposed less doesn't speak for the family")
                    .isNotEqualTo(before.proposal().proposedBy());
        }
        if (step == ReviewTransition.DECIDE) {
            assertThat(actor.caller().client()).isNotEqualTo(before.proposal().proposedBy());
            if (before.adverse()) {
                assertThat(before.state() == ReviewState.HEARD || over(before, actor.today()))
                        .as("heard, or the time to state anything is over")
                        .isTrue();
            }
        }
        if (before.state() == ReviewState.OBJECTED) {
            assertThat(actor.caller().client()).as("who decided").isNotEqualTo("county-1");
        }
        assertThat(
                        after.deadlines().stream()
                                .filter(one -> one.endedOn() == null)
                                .map(Deadline::code)
                                .anyMatch(code -> !code.equals(Reviews.NOTICE_CLOCK)))
                .as("a clock runs while it is to be decided, and none afterwards")
                .isEqualTo(after.state().open());
        assertThat(after.lastDay(Reviews.NOTICE_CLOCK) != null)
                .as("less help is told in writing, once, and nothing else is")
                .isEqualTo(
                        !after.state().open()
                                && after.state() != ReviewState.CLOSED
                                && after.adverse()
                                && after.noticedOn() == null);
    }

    private static boolean over(AwardReview review, LocalDate today) {
        return review.state() == ReviewState.HEARING
                && review.deadlines().stream()
                        .filter(one -> one.code().equals(Reviews.HEARING_CLOCK))
                        .map(Deadline::due)
                        .allMatch(today::isAfter);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGED", "GRADUAL_EXIT", "STOPPED"})
    void hearsTheFamilyBeforeItHasLess(ReviewOutcome outcome) {
        assertThat(walked(ReviewTransition.BEGIN, ReviewCause.PERIODIC, BEFORE, outcome))
                .containsExactly(
                        "CHECK",
                        "CLOSE",
                        "DECIDE",
                        "END_EXIT",
                        "NOTICE_AWARD_CHANGE",
                        "OPEN_HEARING",
                        "PROPOSE",
                        "RETURN",
                        "STATE");
    }

    @Test
    void hearsNobodyWhereNothingIsTaken() {
        assertThat(
                        walked(
                                ReviewTransition.BEGIN,
                                ReviewCause.PERIODIC,
                                BEFORE,
                                ReviewOutcome.UNCHANGED))
                .contains("DECIDE")
                .doesNotContain("OPEN_HEARING", "STATE", "NOTICE_AWARD_CHANGE");
        assertThat(
                        walked(
                                ReviewTransition.BEGIN,
                                ReviewCause.DEATH,
                                BEFORE,
                                ReviewOutcome.DECEASED))
                .contains("DECIDE")
                .doesNotContain("OPEN_HEARING", "STATE");
    }

    @Test
    void hasAnObjectionJudgedByAnother() {
        assertThat(
                        walked(
                                ReviewTransition.OBJECT,
                                ReviewCause.OBJECTION,
                                BEFORE,
                                ReviewOutcome.UNCHANGED))
                .contains("REPLACE", "UPHOLD")
                .doesNotContain("SET_DECISION_ASIDE", "DECIDE");
        assertThat(
                        walked(
                                ReviewTransition.OBJECT,
                                ReviewCause.OBJECTION,
                                null,
                                ReviewOutcome.UNCHANGED))
                .contains("SET_DECISION_ASIDE", "UPHOLD")
                .doesNotContain("REPLACE", "DECIDE");
    }
}
