package org.lianji.identity;

import static org.lianji.identity.IdentityReviewSide.HANDLER;
import static org.lianji.identity.IdentityReviewSide.OFFICER;
import static org.lianji.identity.IdentityReviewSide.SECOND;
import static org.lianji.identity.IdentityReviewState.DIFFERENT;
import static org.lianji.identity.IdentityReviewState.IN_HAND;
import static org.lianji.identity.IdentityReviewState.LAPSED;
import static org.lianji.identity.IdentityReviewState.OPEN;
import static org.lianji.identity.IdentityReviewState.PROPOSED;
import static org.lianji.identity.IdentityReviewState.SAME;
import static org.lianji.identity.IdentityReviewState.UNRESOLVED;

import org.lianji.platform.Role;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/**
 * The life of a review. To link wrongly shows one citizen's life to another's officer, so two
 * people do it; not to link is one person's decision. Either can be taken back.
 */
enum IdentityReviewTransition implements Transition<IdentityReviewState, IdentityReview> {
    /** The hub, when the record comes in. */
    ARRIVE(waiting(Row.<IdentityReviewState, IdentityReview>turn(OFFICER).to(OPEN))),
    CLAIM(
            turn(OFFICER)
                    .from(OPEN, UNRESOLVED)
                    .to(IN_HAND)
                    .ends(IdentityReviews.LIFE_CLOCK)
                    .starts(IdentityReviews.DECIDE_CLOCK, IdentityReview::department)),
    /** Who has taken it on and can't go on with it. */
    RELEASE(
            waiting(
                    turn(OFFICER)
                            .from(IN_HAND, PROPOSED)
                            .to(OPEN)
                            .inWriting()
                            .ends(IdentityReviews.DECIDE_CLOCK)
                            .as("releaseReview"))),
    ASK_SOURCE(turn(HANDLER).from(IN_HAND)),
    PROPOSE_SAME(turn(HANDLER).from(IN_HAND).to(PROPOSED).inWriting().as("proposeSame")),
    CONFIRM_SAME(
            turn(SECOND)
                    .from(PROPOSED)
                    .to(SAME)
                    .ends(IdentityReviews.DECIDE_CLOCK)
                    .as("confirmSame")),
    RETURN(turn(SECOND).from(PROPOSED).to(IN_HAND).inWriting().as("returnReview")),
    DECIDE_DIFFERENT(
            turn(HANDLER)
                    .from(IN_HAND)
                    .to(DIFFERENT)
                    .inWriting()
                    .ends(IdentityReviews.DECIDE_CLOCK)
                    .as("decideDifferent")),
    DEFER(
            waiting(
                    turn(HANDLER)
                            .from(IN_HAND)
                            .to(UNRESOLVED)
                            .inWriting()
                            .ends(IdentityReviews.DECIDE_CLOCK)
                            .as("deferReview"))),
    SEPARATE(turn(OFFICER).from(SAME).to(DIFFERENT).inWriting().as("separateRecord")),
    REOPEN(waiting(turn(OFFICER).from(DIFFERENT).to(OPEN).inWriting().as("reopenReview"))),
    /** The hub, where the record has changed, was taken back or is linked otherwise. */
    LAPSE(
            Row.<IdentityReviewState, IdentityReview>turn(OFFICER)
                    .from(OPEN, IN_HAND, PROPOSED, UNRESOLVED)
                    .to(LAPSED)
                    .ends(IdentityReviews.LIFE_CLOCK, IdentityReviews.DECIDE_CLOCK));

    private final Row<IdentityReviewState, IdentityReview> row;

    IdentityReviewTransition(Row<IdentityReviewState, IdentityReview> row) {
        this.row = row;
    }

    private static Row<IdentityReviewState, IdentityReview> turn(IdentityReviewSide side) {
        return Row.<IdentityReviewState, IdentityReview>turn(side)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    /** Until somebody looks into it, where it would end what somebody lives on. */
    private static Row<IdentityReviewState, IdentityReview> waiting(
            Row<IdentityReviewState, IdentityReview> row) {
        return row.starts(
                review ->
                        review.of().risk() == IdentityReview.Risk.LIFE
                                ? IdentityReviews.LIFE_CLOCK
                                : null,
                IdentityReview::department);
    }

    @Override
    public Row<IdentityReviewState, IdentityReview> row() {
        return row;
    }
}
