package org.lianji.merges;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a merge is. */
enum PersonMergeSide implements Party<PersonMerge> {
    /** An officer of the leading department in the county where it was proposed. */
    OFFICER,
    /** The one of them who proposes. */
    PROPOSER,
    /** Another of them. */
    SECOND;

    @Override
    public boolean has(Actor actor, PersonMerge merge) {
        Caller caller = actor.caller();
        boolean officer =
                actor.leads()
                        && caller.is(Role.COUNTY_OFFICER)
                        && merge.of().places().contains(caller.region());
        boolean proposer = caller.client().equals(merge.proposer());
        return officer
                && switch (this) {
                    case OFFICER -> true;
                    case PROPOSER -> proposer;
                    case SECOND -> !proposer;
                };
    }
}
