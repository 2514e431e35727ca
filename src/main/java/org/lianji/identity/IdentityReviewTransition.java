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
    ARRIVE(Row.<IdentityReviewState, IdentityReview>turn(OFFICER).to(OPEN)),
    CLAIM(turn(OFFICER).from(OPEN, UNRESOLVED).to(IN_HAND)),
    /** Who has taken it on and can't go on with it. */
    RELEASE(turn(OFFICER).from(IN_HAND, PROPOSED).to(OPEN).inWriting().as("releaseReview")),
    ASK_SOURCE(turn(HANDLER).from(IN_HAND)),
    PROPOSE_SAME(turn(HANDLER).from(IN_HAND).to(PROPOSED).inWriting().as("proposeSame")),
    CONFIRM_SAME(turn(SECOND).from(PROPOSED).to(SAME).as("confirmSame")),
    RETURN(turn(SECOND).from(PROPOSED).to(IN_HAND).inWriting().as("returnReview")),
    DECIDE_DIFFERENT(turn(HANDLER).from(IN_HAND).to(DIFFERENT).inWriting().as("decideDifferent")),
    DEFER(turn(HANDLER).from(IN_HAND).to(UNRESOLVED).inWriting().as("deferReview")),
    SEPARATE(turn(OFFICER).from(SAME).to(DIFFERENT).inWriting().as("separateRecord")),
    REOPEN(turn(OFFICER).from(DIFFERENT).to(OPEN).inWriting().as("reopenReview")),
    /** The hub, where the record has changed, was taken back or is linked otherwise. */
    LAPSE(
            Row.<IdentityReviewState, IdentityReview>turn(OFFICER)
                    .from(OPEN, IN_HAND, PROPOSED, UNRESOLVED)
                    .to(LAPSED));

    private final Row<IdentityReviewState, IdentityReview> row;

    IdentityReviewTransition(Row<IdentityReviewState, IdentityReview> row) {
        this.row = row;
    }

    private static Row<IdentityReviewState, IdentityReview> turn(IdentityReviewSide side) {
        return Row.<IdentityReviewState, IdentityReview>turn(side)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    @Override
    public Row<IdentityReviewState, IdentityReview> row() {
        return row;
    }
}
