package org.lianji.complaints;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a complaint is. */
enum ComplaintSide implements Party<Complaint> {
    /** Whoever complains: anybody may. */
    COMPLAINANT,
    /** Somebody of the office that is to answer, whom it is not about. */
    OFFICE,
    /** Who has taken it on. */
    HANDLER,
    /** The hub by itself: for who has no token, and where a clock has run out. */
    HUB;

    @Override
    public boolean has(Actor actor, Complaint complaint) {
        return switch (this) {
            case COMPLAINANT -> true;
            case HUB -> false;
            case OFFICE -> answers(actor, complaint);
            case HANDLER ->
                    answers(actor, complaint)
                            && actor.caller().client().equals(complaint.treatment().handler());
        };
    }

    private static boolean answers(Actor actor, Complaint complaint) {
        Caller caller = actor.caller();
        boolean seated =
                switch (complaint.level()) {
                    case COUNTY -> caller.is(Role.COUNTY_OFFICER);
                    case CITY -> caller.is(Role.SHARING_UNIT, Role.SHARING_HEAD);
                };
        return actor.leads()
                && seated
                && caller.region().equals(complaint.answering())
                && !complaint.involves(caller);
    }
}
