package org.lianji.identity;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a review is. */
enum IdentityReviewSide implements Party<IdentityReview> {
    /** An officer of the department whose record it is, in whose region it lies. */
    OFFICER,
    /** The one of them who has taken it on. */
    HANDLER,
    /** Another of them than who proposes. */
    SECOND;

    @Override
    public boolean has(Actor actor, IdentityReview review) {
        Caller caller = actor.caller();
        boolean officer =
                caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                        && caller.department().equals(review.of().department())
                        && (review.of().places().contains(caller.region())
                                || review.of().everywhere());
        boolean handler = caller.client().equals(review.handler());
        return officer
                && switch (this) {
                    case OFFICER -> true;
                    case HANDLER -> handler;
                    case SECOND -> !handler;
                };
    }
}
