package org.lianji.review;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Condition;

import java.time.LocalDate;

/** What must hold for a step of a review beside its state and whose turn it is. */
final class ReviewGuards {

    /** Nobody handles what is their own or a near relative's. */
    static final Condition<AwardReview> UNRELATED =
            (actor, review) ->
                    related(actor.caller(), review) ? ReviewCode.REVIEW_OWN_RELATIVE : null;

    /** Where nobody is alive there is nothing to check. */
    static final Condition<AwardReview> CHECKED_FIRST =
            (_, review) ->
                    review.state() == ReviewState.BEGUN && !review.natural()
                            ? ReviewCode.REVIEW_CHECK_FIRST
                            : null;

    static final Condition<AwardReview> TO_BE_HEARD =
            (_, review) -> review.adverse() ? null : ReviewCode.NOTHING_TO_HEAR;

    static final Condition<AwardReview> TO_BE_TOLD =
            (_, review) ->
                    review.lastDay(Reviews.NOTICE_CLOCK) == null
                            ? ReviewCode.AWARD_CHANGE_TOLD
                            : null;

    static final Condition<AwardReview> HEARD = ReviewGuards::heard;

    static final Condition<AwardReview> BY_ANOTHER =
            (actor, review) ->
                    actor.caller().client().equals(review.proposal().proposedBy())
                            ? ReviewCode.REVIEW_SECOND_PERSON
                            : null;

    static final Condition<AwardReview> TOLD_ANOTHER =
            (actor, review) ->
                    actor.caller().client().equals(review.proposal().proposedBy())
                            ? ReviewCode.OWN_HEARING
                            : null;

    /** Who decided doesn't judge the objection to it. */
    static final Condition<AwardReview> NOT_WHO_DECIDED =
            (actor, review) ->
                    actor.caller().client().equals(review.subject().decidedBy())
                            ? ReviewCode.OBJECTION_OTHER_OFFICER
                            : null;

    static final Condition<AwardReview> OF_AN_AWARD =
            (_, review) ->
                    review.subject().before() == null ? ReviewCode.OBJECTION_TO_REFUSAL : null;

    static final Condition<AwardReview> OF_A_REFUSAL =
            (_, review) -> review.subject().before() == null ? null : ReviewCode.OBJECTION_TO_AWARD;

    private ReviewGuards() {}

    /** {@return whether the officer is of the family, or a near relative} */
    static boolean related(Caller caller, AwardReview review) {
        return caller.is(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                && Kinship.has(review.family().kin(), caller);
    }

    /** Nothing is cut or ended before the family has spoken, or the days to do so are over. */
    private static @Nullable ReviewCode heard(Actor actor, AwardReview review) {
        if (!review.adverse() || review.state() == ReviewState.HEARD) {
            return null;
        }
        if (review.state() != ReviewState.HEARING) {
            return ReviewCode.HEARING_FIRST;
        }
        LocalDate last = review.lastDay(Reviews.HEARING_CLOCK);
        return last == null || last.isBefore(actor.today()) ? null : ReviewCode.HEARING_RUNS;
    }
}
