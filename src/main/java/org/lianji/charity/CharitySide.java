package org.lianji.charity;

import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of an organisation or of an offer is. */
enum CharitySide implements Party<CharityMatter> {
    /** Who speaks for the organisation. */
    ORGANISATION,
    /** The sharing unit of the department that leads. */
    LEAD;

    @Override
    public boolean has(Actor actor, CharityMatter matter) {
        return switch (this) {
            case ORGANISATION ->
                    actor.caller().is(Role.CHARITY)
                            && actor.caller().department().equals(matter.organisation());
            case LEAD -> actor.leads() && actor.caller().is(Role.SHARING_UNIT, Role.SHARING_HEAD);
        };
    }
}
