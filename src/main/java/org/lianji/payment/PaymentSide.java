package org.lianji.payment;

import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a sheet is. */
enum PaymentSide implements Party<PaymentSheet> {
    /** An officer of the leading department in the county that the township lies in. */
    COUNTY;

    @Override
    public boolean has(Actor actor, PaymentSheet sheet) {
        return actor.leads()
                && actor.caller().is(Role.COUNTY_OFFICER)
                && sheet.places().contains(actor.caller().region());
    }
}
