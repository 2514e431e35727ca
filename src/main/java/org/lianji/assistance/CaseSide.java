package org.lianji.assistance;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a case is. */
enum CaseSide implements Party<Case> {
    /** Who applies, or acts for them, by their own token, or an officer whom they told. */
    APPLICANT,
    /** An officer of the town where the family lives. */
    OFFICE,
    /** An officer of the county where the family lives. */
    COUNTY,
    /**
     * Who can end it undecided: the town, or the county of what it decides or looks into itself.
     */
    HOLDER,
    /** Who decides it: the county, or the town where the county lets it. */
    DECIDER,
    /** The hub by itself. */
    HUB;

    @Override
    public boolean has(Actor actor, Case one) {
        Caller caller = actor.caller();
        return switch (this) {
            case APPLICANT ->
                    OFFICE.has(actor, one)
                            || COUNTY.has(actor, one)
                            || caller.is(Role.CITIZEN)
                                    && (one.family().applicant().equals(caller.person())
                                            || one.family().deputies().has(actor));
            case OFFICE -> answers(actor, one) && caller.is(Role.TOWN_OFFICER);
            case COUNTY -> answers(actor, one) && caller.is(Role.COUNTY_OFFICER);
            case HOLDER -> (ofTheCounty(one) ? COUNTY : OFFICE).has(actor, one);
            case DECIDER -> (CaseGuards.byTown(one) ? OFFICE : COUNTY).has(actor, one);
            case HUB -> false;
        };
    }

    private static boolean ofTheCounty(Case one) {
        return one.state() == CaseState.REPORTED && !CaseGuards.byTown(one)
                || CaseGuards.drawn(one)
                || one.conflicted();
    }

    private static boolean answers(Actor actor, Case one) {
        return actor.caller().department().equals(one.application().department())
                && one.application().places().contains(actor.caller().region());
    }
}
