package org.lianji.charity;

import org.lianji.database.Fragment;
import org.lianji.platform.Caller;
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
                    actor.caller().is(Role.CHARITY, Role.PROVIDER)
                            && actor.caller().department().equals(matter.organisation());
            case LEAD -> actor.leads() && actor.caller().is(Role.SHARING_UNIT, Role.SHARING_HEAD);
        };
    }

    /**
     * {@return the matters of an organisation for itself, and all for the department that leads}
     */
    static Fragment sees(Actor actor) {
        Caller caller = actor.caller();
        if (caller.is(Role.CHARITY, Role.PROVIDER)) {
            return Fragment.of("m.organisation = $own", "own", caller.department());
        }
        return actor.leads() && !caller.atTheDoor() ? Fragment.TRUE : Fragment.FALSE;
    }
}
