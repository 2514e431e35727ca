package org.lianji.outreach;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a clue is. */
enum ClueSide implements Party<Clue> {
    /** Who reported it. */
    REPORTER,
    /** An officer of the department that answers for it, in whose region it lies. */
    OFFICER,
    /** Who has accepted it. */
    HANDLER,
    /** Who reported it, or who has accepted it. */
    INFORMANT;

    @Override
    public boolean has(Actor actor, Clue clue) {
        Caller caller = actor.caller();
        return switch (this) {
            case REPORTER -> reported(caller, clue);
            case OFFICER -> answers(caller, clue) && (!county(clue) || atCounty(caller));
            case HANDLER ->
                    answers(caller, clue) && caller.client().equals(clue.handler().client());
            case INFORMANT -> REPORTER.has(actor, clue) || HANDLER.has(actor, clue);
        };
    }

    /** {@return whether the caller reported it} */
    static boolean reported(Caller caller, Clue clue) {
        return caller.department().equals(clue.reporter().reporterDepartment())
                && caller.client().equals(clue.reporter().reporter());
    }

    private static boolean answers(Caller caller, Clue clue) {
        return caller.department().equals(clue.handler().department())
                && clue.seen().places().contains(caller.region());
    }

    private static boolean county(Clue clue) {
        return clue.state() == ClueState.WITH_COUNTY;
    }

    private static boolean atCounty(Caller caller) {
        return caller.is(Role.COUNTY_OFFICER, Role.SYSTEM);
    }
}
