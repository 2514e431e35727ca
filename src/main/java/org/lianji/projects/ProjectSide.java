package org.lianji.projects;

import org.lianji.database.Fragment;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a project is. */
enum ProjectSide implements Party<HelpProject> {
    /** The charity. */
    ORGANISATION,
    /** The sharing unit of the department that leads. */
    LEAD,
    /** Nobody: the hub takes the step by itself. */
    HUB;

    @Override
    public boolean has(Actor actor, HelpProject project) {
        Caller caller = actor.caller();
        return switch (this) {
            case ORGANISATION ->
                    caller.is(Role.CHARITY) && caller.department().equals(project.organisation());
            case LEAD -> actor.leads() && caller.is(Role.SHARING_UNIT, Role.SHARING_HEAD);
            case HUB -> false;
        };
    }

    /**
     * {@return a charity's own projects, and all for the sharing unit of the department that leads}
     */
    static Fragment sees(Actor actor) {
        Caller caller = actor.caller();
        if (caller.is(Role.CHARITY)) {
            return Fragment.of("m.organisation = $own", "own", caller.department());
        }
        return actor.leads() && caller.is(Role.SHARING_UNIT, Role.SHARING_HEAD)
                ? Fragment.TRUE
                : Fragment.FALSE;
    }
}
