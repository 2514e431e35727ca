package org.lianji.consents;

import static org.lianji.consents.ConsentSide.HUB;
import static org.lianji.consents.ConsentSide.OFFICE;
import static org.lianji.consents.ConsentSide.PERSON;
import static org.lianji.consents.ConsentState.GIVEN;
import static org.lianji.consents.ConsentState.REVOKED;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Kinship;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The way of a consent: given, and taken back at any time. */
enum ConsentTransition implements Transition<ConsentState, CaseConsent> {
    /** By the joint paper with which the family applies. */
    JOIN(turn(HUB).to(GIVEN)),
    RECORD(office().to(GIVEN)),
    /** The person came to the window. */
    REVOKE(office().from(GIVEN).to(REVOKED).inWriting().only(ConsentTransition::newest)),
    /** No reason is asked for (个人信息保护法 §15). */
    REVOKE_OWN(
            turn(PERSON).by(Role.CITIZEN).from(GIVEN).to(REVOKED).only(ConsentTransition::newest));

    private final Row<ConsentState, CaseConsent> row;

    ConsentTransition(Row<ConsentState, CaseConsent> row) {
        this.row = row;
    }

    private static Row<ConsentState, CaseConsent> turn(ConsentSide side) {
        return Row.turn(side);
    }

    private static Row<ConsentState, CaseConsent> office() {
        return turn(OFFICE)
                .by(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                .only(ConsentTransition::unrelated);
    }

    /** Nobody handles what is their own or a near relative's (社会救助法 §62). */
    private static @Nullable Code unrelated(Actor actor, CaseConsent consent) {
        return Kinship.has(consent.matter().kin(), actor.caller())
                        || consent.matter().person().equals(actor.caller().person())
                ? ConsentCode.CASE_CONSENT_OF_RELATIVE
                : null;
    }

    private static @Nullable Code newest(Actor actor, CaseConsent consent) {
        return consent.overtaken() ? ConsentCode.CASE_CONSENT_REPLACED : null;
    }

    @Override
    public Row<ConsentState, CaseConsent> row() {
        return row;
    }
}
