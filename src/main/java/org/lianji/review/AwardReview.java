package org.lianji.review;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.Cases;
import org.lianji.platform.Problem;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A decision that is looked at again.
 *
 * @param progress how far it has come
 * @param subject which decision, and why
 * @param findings what the check says
 * @param proposal what the town proposes, and what is decided
 * @param family whom it is about
 */
record AwardReview(
        Progress<ReviewState> progress,
        Subject subject,
        Findings findings,
        Proposal proposal,
        Family family)
        implements Procedure<ReviewState> {

    /**
     * @param caseId the case that was decided
     * @param category of its record
     * @param cause why it is looked at again
     * @param department that answers for it
     * @param places codes of the regions that the family lives in, the smallest first
     * @param before what it gives a month, in fen; null of a refusal
     * @param status of its record when it began; empty of a refusal
     * @param decidedBy client of who decided last; null where that isn't known
     * @param decision which decision was the last then; null where that isn't known
     */
    record Subject(
            String caseId,
            String category,
            ReviewCause cause,
            String department,
            List<String> places,
            @Nullable Long before,
            String status,
            @Nullable String decidedBy,
            @Nullable String decision) {

        Subject {
            places = List.copyOf(places);
        }
    }

    /**
     * @param checkedOn the day of the check; null before it
     * @param conclusion of the check
     * @param found sources that have something
     * @param unanswered sources that could not be asked about all
     * @param qualifies whether the family still does by the rules; null where they say nothing
     * @param assessedAmount a month by the rules, in fen
     */
    record Findings(
            @Nullable LocalDate checkedOn,
            @Nullable String conclusion,
            List<String> found,
            List<String> unanswered,
            @Nullable Boolean qualifies,
            @Nullable Long assessedAmount) {

        static final Findings NONE = new Findings(null, null, List.of(), List.of(), null, null);

        Findings {
            found = List.copyOf(found);
            unanswered = List.copyOf(unanswered);
        }
    }

    /**
     * @param outcome what becomes of the help; null before it is proposed
     * @param amount a month from now on, in fen; null where it is as before, or none
     * @param exitUntil last day of the gradual exit
     * @param proposedBy client of who proposed it
     * @param reason why, as the family is told; sealed
     * @param answer why it was decided so; sealed
     * @param settledOn the day of the decision
     */
    record Proposal(
            @Nullable ReviewOutcome outcome,
            @Nullable Long amount,
            @Nullable LocalDate exitUntil,
            @Nullable String proposedBy,
            @Nullable String reason,
            @Nullable String answer,
            @Nullable LocalDate settledOn) {

        static final Proposal NONE = new Proposal(null, null, null, null, null, null, null);

        /** {@return the same, settled} */
        Proposal settled(String sealed, LocalDate day) {
            return new Proposal(outcome, amount, exitUntil, proposedBy, reason, sealed, day);
        }
    }

    /**
     * @param applicant token of who applied
     * @param kin tokens of the applicant and near relatives, who handle nothing of it
     * @param basis on which officers see the family while it is open
     */
    record Family(
            @LinkedComponent String applicant,
            @LinkedComponent List<String> kin,
            @LinkedComponent @Nullable String basis) {

        Family {
            kin = List.copyOf(kin);
        }
    }

    @Override
    public List<String> places() {
        return subject.places();
    }

    @Override
    public AwardReview progressed(Progress<ReviewState> further) {
        return new AwardReview(further, subject, findings, proposal, family);
    }

    AwardReview with(Findings other) {
        return new AwardReview(progress, subject, other, proposal, family);
    }

    AwardReview with(Proposal other) {
        return new AwardReview(progress, subject, findings, other, family);
    }

    /** {@return whether nobody whom the help covers is alive} */
    boolean natural() {
        return subject.cause == ReviewCause.DEATH;
    }

    /** {@return whether the family is to be heard before it is decided} */
    boolean adverse() {
        return proposal.outcome instanceof ReviewOutcome outcome
                && !natural()
                && outcome.takes(
                        proposal.amount == null ? 0 : proposal.amount,
                        subject.before == null ? 0 : subject.before);
    }

    /**
     * {@return the first month for which help is other than before; null before the decision, where
     * nothing changes, and of an objection, which puts right all that is still to be paid}
     */
    @Nullable YearMonth effectiveFrom() {
        if (proposal.settledOn == null
                || proposal.outcome == null
                || subject.cause == ReviewCause.OBJECTION) {
            return null;
        }
        YearMonth month = YearMonth.from(proposal.settledOn);
        return switch (proposal.outcome) {
            case UNCHANGED -> null;
            case GRADUAL_EXIT ->
                    proposal.exitUntil == null
                            ? null
                            : YearMonth.from(proposal.exitUntil).plusMonths(1);
            case CHANGED, STOPPED, DECEASED -> adverse() ? month.plusMonths(1) : month;
        };
    }

    /** {@return the day on which less help, or its end, was told in writing; null before} */
    @Nullable LocalDate noticedOn() {
        return endedOn(Reviews.NOTICE_CLOCK);
    }

    /**
     * {@return the last day to object to it; null before it is decided, or told where it is to be
     * told in writing, and of what was decided on an objection}
     */
    @Nullable LocalDate objectBy() {
        if (state().open()
                || subject.cause == ReviewCause.OBJECTION
                || state() == ReviewState.CLOSED) {
            return null;
        }
        boolean told =
                deadlines().stream().noneMatch(one -> one.code().equals(Reviews.NOTICE_CLOCK));
        LocalDate from = told ? proposal.settledOn : noticedOn();
        return from == null ? null : from.plusDays(Cases.OBJECTION_DAYS);
    }

    /**
     * {@return on what the family is read}
     *
     * @throws Problem REVIEW_NOT_FOUND where it is no more
     */
    String basis() {
        if (family.basis instanceof String basis) {
            return basis;
        }
        throw new Problem(ReviewCode.REVIEW_NOT_FOUND);
    }

    /** {@return what no two open reviews, and no two open objections, have in common} */
    String openKey() {
        return (subject.cause == ReviewCause.OBJECTION ? "OBJECTION|" : "REVIEW|") + subject.caseId;
    }
}
