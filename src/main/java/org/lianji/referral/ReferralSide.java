package org.lianji.referral;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a need or of a pairing is. */
enum ReferralSide implements Party<ReferralMatter> {
    /** An officer of the leading department, in whose region the person lives. */
    OFFICER,
    /** The person, or a child's guardian, by their own token; or an officer whom they told. */
    PERSON,
    /** The organisation that helps. */
    ORGANISATION,
    /** Nobody: the hub takes the step with another one. */
    HUB;

    @Override
    public boolean has(Actor actor, ReferralMatter matter) {
        Caller caller = actor.caller();
        return switch (this) {
            case OFFICER ->
                    actor.leads()
                            && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                            && matter.places().contains(caller.region());
            case PERSON ->
                    OFFICER.has(actor, matter)
                            || caller.person() instanceof String who
                                    && (who.equals(matter.person())
                                            || matter.spokespeople().guardian(who, actor.today()));
            case ORGANISATION ->
                    caller.is(Role.CHARITY) && caller.department().equals(matter.organisation());
            case HUB -> false;
        };
    }
}
