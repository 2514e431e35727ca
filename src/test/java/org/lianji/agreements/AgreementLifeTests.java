package org.lianji.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianji.terms.Samples.MONDAY;
import static org.lianji.terms.Samples.agreement;
import static org.lianji.terms.Samples.at;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianji.clocks.Deadline;
import org.lianji.clocks.KnownCalendar;
import org.lianji.clocks.WorkCalendar;
import org.lianji.platform.Problem;
import org.lianji.terms.AgreementProgress;
import org.lianji.terms.AgreementState;
import org.lianji.terms.Suspension;

import java.time.LocalDate;
import java.util.List;

/** The clocks of a request: started, stopped, extended, ended. */
class AgreementLifeTests {

    private final WorkCalendar calendar = KnownCalendar.DAYS;
    private final AgreementLifecycle life = new AgreementLifecycle(KnownCalendar.RULES, calendar);

    private Agreement after(Agreement agreement, AgreementTransition transition, String day) {
        return after(agreement, transition, day, null);
    }

    private Agreement after(
            Agreement agreement,
            AgreementTransition transition,
            String day,
            @Nullable Integer days) {
        return after(agreement, transition, day, days, "INC-1");
    }

    private Agreement after(
            Agreement agreement,
            AgreementTransition transition,
            String day,
            @Nullable Integer days,
            @Nullable String incident) {
        return life.after(
                agreement,
                transition,
                new Step(agreement.id(), agreement.version(), "note", days, incident),
                "RS",
                at(LocalDate.parse(day)));
    }

    private Agreement submitted() {
        return after(
                agreement(AgreementState.HEAD_SIGNED, AgreementProgress.NEW),
                AgreementTransition.SUBMIT,
                MONDAY.toString());
    }

    @Test
    void startsTheClockOfTheAnswerWhenTheRequestIsSubmitted() {
        Agreement submitted = submitted();

        assertThat(submitted.version()).isEqualTo(8);
        assertThat(submitted.state()).isEqualTo(AgreementState.SUBMITTED);
        assertThat(submitted.deadlines())
                .containsExactly(
                        new Deadline(
                                "SHARE_ANSWER_COND",
                                "RS",
                                MONDAY,
                                LocalDate.parse("2026-11-16"),
                                null,
                                null,
                                null,
                                false));
        assertThat(submitted.overdue(LocalDate.parse("2026-11-16"))).isFalse();
        assertThat(submitted.overdue(LocalDate.parse("2026-11-17"))).isTrue();
    }

    @Test
    void stopsTheClockWhileMaterialIsMissing() {
        Agreement waiting = after(submitted(), AgreementTransition.ASK_MATERIAL, "2026-11-05");
        Agreement again = after(waiting, AgreementTransition.SUPPLY_MATERIAL, "2026-11-20");

        assertThat(waiting.overdue(LocalDate.parse("2026-12-20"))).isFalse();
        assertThat(again.deadlines().getFirst().due()).isEqualTo("2026-12-02");
        assertThat(again.deadlines().getFirst().pausedOn()).isNull();
        assertThat(again.standing().materialAsked()).isTrue();
    }

    @Test
    void keepsWhoWasLateLate() {
        Agreement waiting = after(submitted(), AgreementTransition.ASK_MATERIAL, "2026-11-17");
        Agreement again = after(waiting, AgreementTransition.SUPPLY_MATERIAL, "2026-11-20");

        assertThat(waiting.overdue(LocalDate.parse("2026-11-18"))).isTrue();
        assertThat(again.deadlines().getFirst().due()).isEqualTo("2026-11-16");
        assertThat(again.overdue(LocalDate.parse("2026-11-20"))).isTrue();
    }

    @Test
    void asksForTheApprovalAnewWhenTheMaterialChanges() {
        Agreement prepared = after(submitted(), AgreementTransition.PREPARE_APPROVAL, "2026-11-04");
        Agreement waiting = after(prepared, AgreementTransition.ASK_MATERIAL, "2026-11-05");

        assertThat(prepared.standing().prepared()).isTrue();
        assertThat(waiting.standing().prepared()).isFalse();
    }

    @Test
    void extendsTheTimeToAnswerOnlyOnceItIsGranted() {
        Agreement asked = after(submitted(), AgreementTransition.ASK_EXTENSION, "2026-11-10", 10);
        Agreement granted = after(asked, AgreementTransition.GRANT_EXTENSION, "2026-11-11");

        assertThat(asked.deadlines().getFirst().due()).isEqualTo("2026-11-16");
        assertThat(granted.deadlines().getFirst().due()).isEqualTo("2026-11-30");
        assertThat(granted.standing().extended()).isTrue();
    }

    @Test
    void extendsByTenWorkingDaysAtMost() {
        for (Integer days : new Integer[] {null, 0, -1, 11}) {
            assertThatThrownBy(
                            () ->
                                    after(
                                            submitted(),
                                            AgreementTransition.ASK_EXTENSION,
                                            "2026-11-10",
                                            days))
                    .isInstanceOf(Problem.class)
                    .hasMessage("EXTENSION_TOO_LONG");
        }
    }

    @Test
    void startsTheClockOfTheDeliveryWithTheApproval() {
        Agreement approved = after(submitted(), AgreementTransition.APPROVE, "2026-11-10");
        Agreement delivered = after(approved, AgreementTransition.DELIVER, "2026-12-09");

        assertThat(approved.deadlines())
                .extracting(Deadline::code, Deadline::due, Deadline::endedOn)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "SHARE_ANSWER_COND",
                                LocalDate.parse("2026-11-16"),
                                LocalDate.parse("2026-11-10")),
                        org.assertj.core.api.Assertions.tuple(
                                "SHARE_DELIVER", LocalDate.parse("2026-12-08"), null));
        assertThat(approved.overdue(LocalDate.parse("2026-12-09"))).isTrue();
        assertThat(delivered.overdue(LocalDate.parse("2026-12-20"))).isFalse();
        assertThat(delivered.deadlines().getLast().endedOn()).isEqualTo("2026-12-09");
    }

    @Test
    void isInForceFromTheDayOfTheConfirmationForTheMonthsAgreed() {
        Agreement active =
                after(
                        agreement(AgreementState.DELIVERED, AgreementProgress.NEW),
                        AgreementTransition.CONFIRM_DELIVERY,
                        "2026-12-20");

        assertThat(active.standing().from()).isEqualTo("2026-12-20");
        assertThat(active.standing().until()).isEqualTo("2027-12-19");
    }

    @Test
    void forgetsAProposalToEndItWhenThingsHaveMoved() {
        Agreement proposed =
                after(
                        agreement(AgreementState.ACTIVE, AgreementProgress.NEW),
                        AgreementTransition.PROPOSE_TERMINATION,
                        "2026-11-10");
        Agreement suspended = after(proposed, AgreementTransition.SUSPEND, "2026-11-11", 5);

        assertThat(proposed.standing().terminationProposedBy()).isEqualTo("RS");
        assertThat(suspended.standing().terminationProposedBy()).isNull();
    }

    @Test
    void startsNoClockThatTheCalendarCanNotFollow() {
        Agreement signed = agreement(AgreementState.HEAD_SIGNED, AgreementProgress.NEW);

        assertThatThrownBy(() -> after(signed, AgreementTransition.SUBMIT, "2026-12-20"))
                .isInstanceOf(Problem.class)
                .hasMessage("CALENDAR_YEAR_MISSING");
        assertThat(
                        after(
                                        agreement(AgreementState.SUSPENDED, AgreementProgress.NEW),
                                        AgreementTransition.RESUME,
                                        "2027-03-01")
                                .state())
                .as("a step without a clock needs no calendar")
                .isEqualTo(AgreementState.ACTIVE);
    }

    private Agreement suspended(String day, @Nullable Integer days, @Nullable String incident) {
        return after(
                agreement(AgreementState.ACTIVE, AgreementProgress.NEW),
                AgreementTransition.SUSPEND,
                day,
                days,
                incident);
    }

    @Test
    void suspendsForTwentyWorkingDaysAtMost() {
        assertThat(suspended("2026-11-02", 20, "INC-1").standing().suspension().until())
                .isEqualTo("2026-11-30");
        for (Integer days : new Integer[] {null, 0, -1, 21}) {
            assertThatThrownBy(() -> suspended("2026-11-02", days, "INC-1"))
                    .isInstanceOf(Problem.class)
                    .hasMessage("SUSPENSION_TOO_LONG");
        }
    }

    @Test
    void suspendsAtTheEndOfAYearWithoutWaitingForTheNextNotice() {
        assertThat(suspended("2026-12-21", 20, "INC-1").standing().suspension().until())
                .isEqualTo("2027-01-18");
    }

    @Test
    void neverSuspendsForTheSameIncidentAgainHoweverItIsWritten() {
        Agreement again =
                after(
                        suspended("2026-11-02", 20, "INC-1"),
                        AgreementTransition.END_SUSPENSION,
                        "2026-12-20");

        for (String same : List.of("INC-1", " inc-1 ", "ＩＮＣ－１", "INC -1")) {
            assertThatThrownBy(
                            () -> after(again, AgreementTransition.SUSPEND, "2026-12-20", 5, same))
                    .isInstanceOf(Problem.class)
                    .hasMessage("SUSPENDED_BEFORE");
        }
        for (@Nullable String none : new @Nullable String[] {null, "", "  ", "x".repeat(101)}) {
            assertThatThrownBy(() -> suspended("2026-11-02", 5, none))
                    .isInstanceOf(Problem.class)
                    .hasMessage("INCIDENT_MISSING");
        }
        assertThat(
                        after(again, AgreementTransition.SUSPEND, "2026-12-20", 5, "INC-2")
                                .standing()
                                .suspension()
                                .incidents())
                .containsExactly("inc-1", "inc-2");
    }

    @Test
    void leavesAWeekBetweenTwoSuspensionsHoweverTheFirstEnded() {
        Agreement suspended = suspended("2026-11-02", 5, "INC-1");
        LocalDate until = LocalDate.parse("2026-11-09");
        Suspension lapsed =
                after(suspended, AgreementTransition.END_SUSPENSION, "2026-12-01")
                        .standing()
                        .suspension();
        Suspension lifted =
                after(suspended, AgreementTransition.LIFT_SUSPENSION, "2026-11-04")
                        .standing()
                        .suspension();

        assertThat(suspended.standing().suspension().over(until)).isFalse();
        assertThat(suspended.standing().suspension().over(until.plusDays(1))).isTrue();
        assertThat(lapsed.mayBegin(LocalDate.parse("2026-11-16"))).isFalse();
        assertThat(lapsed.mayBegin(LocalDate.parse("2026-11-17"))).isTrue();
        assertThat(lifted.mayBegin(LocalDate.parse("2026-11-10"))).isFalse();
        assertThat(lifted.mayBegin(LocalDate.parse("2026-11-11"))).isTrue();
    }
}
