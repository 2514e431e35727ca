package org.lianji.parameters;

import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a change is; all of them are of the department that leads. */
enum ParameterSide implements Party<ParameterChange> {
    /** Whoever proposes it: for the region they look after, or the sharing unit for all. */
    PROPOSER,
    /** The head, who signs it. */
    HEAD;

    @Override
    public boolean has(Actor actor, ParameterChange change) {
        return actor.leads()
                && switch (this) {
                    case PROPOSER -> actor.caller().client().equals(change.proposer().client());
                    case HEAD -> actor.caller().is(Role.SHARING_HEAD);
                };
    }
}
