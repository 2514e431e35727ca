package org.lianji.households;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a change is. */
enum HouseholdChangeSide implements Party<HouseholdChange> {
    /** Who works on the matter of the visit, and has reported the change. */
    REPORTER,
    /** Another officer of the leading department, in the county of the family. */
    SECOND;

    @Override
    public boolean has(Actor actor, HouseholdChange change) {
        Caller caller = actor.caller();
        HouseholdChange.Of of = change.of();
        boolean reporter = caller.client().equals(of.reporter());
        return actor.leads()
                && caller.department().equals(of.department())
                && switch (this) {
                    case REPORTER -> reporter;
                    case SECOND ->
                            !reporter
                                    && caller.is(Role.COUNTY_OFFICER)
                                    && of.places().contains(caller.region());
                };
    }
}
