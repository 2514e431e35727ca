package org.lianji.review;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a review is. */
enum ReviewSide implements Party<AwardReview> {
    /** Who applied, by their own token, or an officer whom they told. */
    FAMILY,
    /** An officer of the town where the family lives. */
    OFFICE,
    /** An officer of the county where the family lives. */
    COUNTY,
    /** The hub by itself. */
    HUB;

    @Override
    public boolean has(Actor actor, AwardReview review) {
        Caller caller = actor.caller();
        return switch (this) {
            case FAMILY ->
                    OFFICE.has(actor, review)
                            || COUNTY.has(actor, review)
                            || caller.is(Role.CITIZEN)
                                    && review.family().applicant().equals(caller.person());
            case OFFICE -> answers(actor, review) && caller.is(Role.TOWN_OFFICER);
            case COUNTY -> answers(actor, review) && caller.is(Role.COUNTY_OFFICER);
            case HUB -> false;
        };
    }

    private static boolean answers(Actor actor, AwardReview review) {
        return actor.caller().department().equals(review.subject().department())
                && review.subject().places().contains(actor.caller().region());
    }
}
