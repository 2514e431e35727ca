package org.lianji.sharing;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.util.EnumSet;
import java.util.Set;

/** Whose turn a step of a correction is. */
enum CorrectionSide {
    /** The sharing unit of the source department. */
    OWNER,
    /** Who raised it, or the sharing unit of their department. */
    RAISER,
    /** Either of the two. */
    PARTY,
    /** The department that leads social assistance. */
    LEAD;

    private static final Set<CorrectionState> BEFORE_THE_LEAD =
            EnumSet.of(CorrectionState.REFERRED, CorrectionState.DECIDED, CorrectionState.APPEALED);

    /** {@return whether the caller stands on this side of the correction} */
    boolean has(Caller caller, Correction correction, String lead) {
        Correction.Raiser raiser = correction.raiser();
        boolean unit = caller.is(Role.SHARING_UNIT, Role.SHARING_HEAD);
        return switch (this) {
            case OWNER -> unit && caller.department().equals(correction.owner());
            case RAISER ->
                    caller.is(Role.CITIZEN)
                            ? caller.person() != null && caller.person().equals(raiser.person())
                            : raiser.person() == null
                                    && caller.department().equals(raiser.department())
                                    && (unit || caller.client().equals(raiser.client()));
            case PARTY ->
                    OWNER.has(caller, correction, lead) || RAISER.has(caller, correction, lead);
            case LEAD -> unit && caller.department().equals(lead);
        };
    }

    /** {@return whether the caller may know of it: the parties, and the lead once it is asked} */
    static boolean sees(Caller caller, Correction correction, String lead) {
        return PARTY.has(caller, correction, lead)
                || BEFORE_THE_LEAD.contains(correction.state())
                        && LEAD.has(caller, correction, lead);
    }
}
