package org.lianji.relief;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a relief case is. */
enum ReliefSide implements Party<ReliefCase> {
    /** An officer of the leading department in whose township or county the place lies. */
    OFFICER,
    /** The second of the two workers. */
    SECOND_WORKER,
    /** An officer of the county. */
    COUNTY,
    /** The hub by itself. */
    HUB;

    @Override
    public boolean has(Actor actor, ReliefCase relief) {
        Caller caller = actor.caller();
        boolean near =
                actor.leads()
                        && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                        && relief.found().places().contains(caller.region());
        return switch (this) {
            case OFFICER -> near;
            case SECOND_WORKER -> near && caller.client().equals(relief.workers().second());
            case COUNTY -> near && caller.is(Role.COUNTY_OFFICER);
            case HUB -> false;
        };
    }
}
