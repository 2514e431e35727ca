package org.lianji.corrections;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a correction is. */
enum CorrectionSide implements Party<Correction> {
    /** The sharing unit of the source department. */
    OWNER,
    /** Who raised it, or the sharing unit of their department. */
    RAISER,
    /** Either of the two. */
    PARTY,
    /** The department that leads social assistance. */
    LEAD;

    @Override
    public boolean has(Actor actor, Correction correction) {
        Caller caller = actor.caller();
        Correction.Raiser raiser = correction.raiser();
        return switch (this) {
            case OWNER -> unit(caller) && caller.department().equals(correction.owner());
            case RAISER ->
                    caller.is(Role.CITIZEN)
                            ? caller.person() != null && caller.person().equals(raiser.person())
                            : raiser.person() == null
                                    && caller.department().equals(raiser.department())
                                    && (unit(caller) || caller.client().equals(raiser.client()));
            case PARTY -> OWNER.has(actor, correction) || RAISER.has(actor, correction);
            case LEAD -> unit(caller) && actor.leads();
        };
    }

    static boolean unit(Caller caller) {
        return caller.is(Role.SHARING_UNIT, Role.SHARING_HEAD);
    }
}
