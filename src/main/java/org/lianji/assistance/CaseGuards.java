package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.clocks.Deadline;
import org.lianji.means.MeansAnswer;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Condition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/** What must hold for a step of a case beside its state and whose turn it is. */
final class CaseGuards {

    /** Nobody handles a case of their own or of a near relative (社会救助法 §62, 近亲属备案). */
    static final Condition<Case> UNRELATED =
            (actor, one) -> related(actor.caller(), one) ? AssistanceCode.OWN_RELATIVE : null;

    static final Condition<Case> NOT_ASKED =
            (_, one) -> one.application().asked() ? AssistanceCode.SUPPLEMENT_ONCE : null;

    static final Condition<Case> NOT_OBJECTED =
            (_, one) -> one.inquiry().objected() ? AssistanceCode.OBJECTED_ONCE : null;

    static final Condition<Case> CHECK_VALID =
            (actor, one) ->
                    one.inquiry().validUntil() instanceof LocalDate last
                                    && !last.isBefore(actor.today())
                            ? null
                            : AssistanceCode.CHECK_EXPIRED;

    static final Condition<Case> UNANSWERED =
            (_, one) ->
                    MeansAnswer.unanswered(one.inquiry().said())
                            ? null
                            : AssistanceCode.MEANS_ALL_ANSWERED;

    static final Condition<Case> TO_BE_NOTICED =
            (_, one) -> favourable(one) ? null : AssistanceCode.NOTHING_TO_NOTICE;

    static final Condition<Case> NOTICED_BEFORE =
            (_, one) -> favourable(one) ? null : AssistanceCode.NOT_PROPOSED;

    static final Condition<Case> NOTICE_OVER = CaseGuards::noticed;

    static final Condition<Case> PAYMENT_DUE =
            (actor, one) ->
                    one.decision().startMonth() instanceof String month
                                    && !YearMonth.parse(month)
                                            .isAfter(YearMonth.from(actor.today()))
                            ? null
                            : AssistanceCode.PAYMENT_NOT_DUE;

    static final Condition<Case> OF_EXTREME_HARDSHIP =
            (_, one) -> extreme(one) ? null : AssistanceCode.SELF_CARE_OF_EXTREME_HARDSHIP;

    static final Condition<Case> SELF_CARE_GRADED =
            (_, one) ->
                    extreme(one) && one.inquiry().sixItems().isEmpty()
                            ? AssistanceCode.SELF_CARE_FIRST
                            : null;

    static final Condition<Case> DRAWN =
            (_, one) -> drawn(one) || one.conflicted() ? null : AssistanceCode.RECHECK_NOT_DRAWN;

    static final Condition<Case> RECHECKED =
            (_, one) ->
                    (drawn(one) || one.conflicted()) && one.recheck().upheld() == null
                            ? AssistanceCode.RECHECK_FIRST
                            : null;

    static final Condition<Case> UPHELD =
            (_, one) -> one.recheck().stands() ? null : AssistanceCode.RECHECK_CONTRADICTS;

    static final Condition<Case> IN_CONFLICT =
            (_, one) -> one.conflicted() ? null : AssistanceCode.COUNTERSIGN_NOT_NEEDED;

    static final Condition<Case> SIGNED_TO_GRANT =
            (actor, one) -> signed(actor.caller(), one, true);

    static final Condition<Case> SIGNED_TO_REFUSE =
            (actor, one) -> signed(actor.caller(), one, false);

    /** What the county decides ends after the county's own look, where a refusal does. */
    static final Condition<Case> LOOKED_INTO =
            (actor, one) ->
                    one.state() == CaseState.REPORTED ? RECHECKED.refusal(actor, one) : null;

    static final Condition<Case> SIGNED_TO_END =
            (actor, one) ->
                    one.state() == CaseState.REPORTED ? SIGNED_TO_REFUSE.refusal(actor, one) : null;

    /** The time of the whole is extended once, and before it has run out. */
    static final Condition<Case> EXTENDABLE =
            (actor, one) ->
                    one.deadlines().stream()
                                    .filter(clock -> clock.code().equals(totalClock(one)))
                                    .anyMatch(
                                            clock ->
                                                    clock.running()
                                                            && !clock.extended()
                                                            && !clock.overdue(actor.today()))
                            ? null
                            : AssistanceCode.CASE_NOT_EXTENDABLE;

    /** Two of the town answer for what no other office looks at. */
    static final Condition<Case> DECIDED_BY_ANOTHER =
            (actor, one) ->
                    byTown(one) && actor.caller().client().equals(one.recheck().reportedBy())
                            ? AssistanceCode.CASE_DECIDED_BY_ANOTHER
                            : null;

    static final Condition<Case> PAID =
            (_, one) -> one.application().kind().paid() ? null : AssistanceCode.NOTHING_TO_PAY;

    static final Condition<Case> NOT_NOTICED =
            (_, one) ->
                    one.lastDay(Cases.REFUSAL_CLOCK) == null
                            ? AssistanceCode.REFUSAL_NOTICED
                            : null;

    private CaseGuards() {}

    /** {@return whether the town decides it: not that of a worker's near relative} */
    static boolean byTown(Case one) {
        return one.application().delegated() && !one.conflicted();
    }

    /** {@return code of the clock of the whole; null where there is none} */
    static @Nullable String totalClock(Case one) {
        return one.application().delegated()
                ? Cases.TOWN_CLOCK
                : one.application().kind().clocks().total();
    }

    private static boolean extreme(Case one) {
        return one.application().kind() == AssistanceKind.EXTREME_HARDSHIP;
    }

    /** {@return whether the county looks into it itself, as it has drawn it} */
    static boolean drawn(Case one) {
        return Boolean.TRUE.equals(one.recheck().drawn());
    }

    private static boolean favourable(Case one) {
        return Boolean.TRUE.equals(one.inquiry().favourable());
    }

    /** {@return whether the case is the officer's own, or a near relative's} */
    static boolean related(Caller caller, Case one) {
        return caller.is(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                && Kinship.has(one.family().kin(), caller);
    }

    /** A worker's near relative's is decided by two of the county, who say the same. */
    private static @Nullable AssistanceCode signed(Caller caller, Case one, boolean grant) {
        if (!one.conflicted()) {
            return null;
        }
        if (!one.signed()) {
            return AssistanceCode.COUNTERSIGN_FIRST;
        }
        if (caller.client().equals(one.recheck().signedBy())) {
            return AssistanceCode.COUNTERSIGN_ANOTHER;
        }
        return Objects.equals(one.recheck().signedGrant(), grant)
                ? null
                : AssistanceCode.COUNTERSIGN_DIFFERS;
    }

    /** What is proposed hangs for seven whole days; what isn't proposed is nobody's business. */
    private static @Nullable AssistanceCode noticed(Actor actor, Case one) {
        if (one.state() == CaseState.OPINION) {
            return favourable(one) ? AssistanceCode.NOTICE_FIRST : null;
        }
        return one.deadlines().stream()
                        .filter(
                                clock ->
                                        clock.code()
                                                .equals(one.application().kind().clocks().notice()))
                        .map(Deadline::due)
                        .anyMatch(actor.today()::isBefore)
                ? AssistanceCode.NOTICE_RUNS
                : null;
    }
}
