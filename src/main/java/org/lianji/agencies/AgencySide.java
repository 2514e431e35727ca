package org.lianji.agencies;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of an agency is. */
enum AgencySide implements Party<Agency> {
    /** An officer of the leading department in whose region it was recorded. */
    OFFICE,
    /** Who is acted for, or who acts. */
    EITHER,
    /** The hub by itself. */
    HUB;

    @Override
    public boolean has(Actor actor, Agency agency) {
        Caller caller = actor.caller();
        return switch (this) {
            case OFFICE ->
                    actor.leads()
                            && caller.is(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                            && agency.authority().places().contains(caller.region());
            case EITHER ->
                    caller.is(Role.CITIZEN)
                            && (agency.parties().principal().equals(caller.person())
                                    || agency.parties().agent().equals(caller.person()));
            case HUB -> false;
        };
    }
}
