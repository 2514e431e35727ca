package org.lianji.disclosure;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a notice is. */
enum NoticeSide implements Party<PublicNotice> {
    /** An officer of the leading department in whose township or county the village lies. */
    OFFICER,
    /** The hub by itself, for who has no token. */
    HUB;

    @Override
    public boolean has(Actor actor, PublicNotice notice) {
        Caller caller = actor.caller();
        return this == OFFICER
                && actor.leads()
                && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                && notice.places().contains(caller.region());
    }
}
