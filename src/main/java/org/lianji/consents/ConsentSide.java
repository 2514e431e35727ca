package org.lianji.consents;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a consent is. */
enum ConsentSide implements Party<CaseConsent> {
    /** An officer who works on the application. */
    OFFICE,
    /** Whose it is, or a child's guardian. */
    PERSON,
    /** The hub by itself. */
    HUB;

    @Override
    public boolean has(Actor actor, CaseConsent consent) {
        Caller caller = actor.caller();
        return switch (this) {
            case OFFICE ->
                    caller.is(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                            && caller.department().equals(consent.matter().department())
                            && consent.matter().places().contains(caller.region());
            case PERSON ->
                    caller.is(Role.CITIZEN)
                            && caller.person() instanceof String self
                            && (self.equals(consent.matter().person())
                                    || consent.spokespeople().guardian(self, actor.today()));
            case HUB -> false;
        };
    }
}
