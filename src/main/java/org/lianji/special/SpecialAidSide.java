package org.lianji.special;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of special assistance is. */
enum SpecialAidSide implements Party<SpecialAid> {
    /** Who applied, by their own token, or an officer of the door where they did. */
    DOOR,
    /** An officer of the department that decides. */
    DEPARTMENT,
    /** The hub by itself. */
    HUB;

    @Override
    public boolean has(Actor actor, SpecialAid aid) {
        Caller caller = actor.caller();
        return switch (this) {
            case DOOR ->
                    sits(caller, aid.origin().department(), aid)
                            || caller.is(Role.CITIZEN)
                                    && aid.family().applicant().equals(caller.person());
            case DEPARTMENT -> sits(caller, aid.kind().department(), aid);
            case HUB -> false;
        };
    }

    private static boolean sits(Caller caller, String department, SpecialAid aid) {
        return caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                && caller.department().equals(department)
                && aid.origin().places().contains(caller.region());
    }
}
