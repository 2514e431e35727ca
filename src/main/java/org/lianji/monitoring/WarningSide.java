package org.lianji.monitoring;

import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;
import org.lianji.rules.Rule;

/** Whose turn a step of a warning is. */
enum WarningSide implements Party<Warning> {
    /**
     * An officer of the department that answers for it, in whose region it lies, of the level that
     * it is assigned to or above.
     */
    OFFICER,
    /** Who has taken it on. */
    HANDLER,
    /** Who has taken it on, or an officer of the department it was sent to. */
    RECIPIENT,
    /** An officer of a county or of the whole city. */
    COUNTY,
    /** The hub itself. */
    HUB;

    private static final int COUNTY_DIGITS = 6;

    @Override
    public boolean has(Actor actor, Warning warning) {
        Caller caller = actor.caller();
        return switch (this) {
            case OFFICER ->
                    officer(caller, warning, warning.handler().department())
                            && (warning.handler().assigned() == Rule.Assignment.TOWNSHIP
                                    || atCounty(caller));
            case HANDLER ->
                    officer(caller, warning, warning.handler().department())
                            && caller.client().equals(warning.handler().client());
            case RECIPIENT ->
                    warning.outcome().transferredTo() instanceof String recipient
                            ? officer(caller, warning, recipient)
                            : HANDLER.has(actor, warning);
            case COUNTY -> OFFICER.has(actor, warning) && atCounty(caller);
            case HUB -> false;
        };
    }

    private static boolean atCounty(Caller caller) {
        return caller.is(Role.COUNTY_OFFICER, Role.SYSTEM)
                && Regions.prefix(caller.region()).length() <= COUNTY_DIGITS;
    }

    private static boolean officer(Caller caller, Warning warning, String department) {
        return caller.department().equals(department)
                && warning.on().places().contains(caller.region());
    }
}
