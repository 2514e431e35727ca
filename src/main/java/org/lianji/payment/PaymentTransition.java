package org.lianji.payment;

import static org.lianji.payment.PaymentState.APPROVED;
import static org.lianji.payment.PaymentState.CANCELLED;
import static org.lianji.payment.PaymentState.DRAWN_UP;
import static org.lianji.payment.PaymentState.RECONCILED;
import static org.lianji.payment.PaymentState.SENT;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The way of a sheet: nobody pays alone, and what was sent is not taken back but reconciled. */
enum PaymentTransition implements Transition<PaymentState, PaymentSheet> {
    DRAW_UP(county().to(DRAWN_UP)),
    APPROVE(
            county().from(DRAWN_UP)
                    .to(APPROVED)
                    .only(PaymentTransition::byAnother)
                    .as("approvePayments")),
    SEND(county().from(APPROVED).to(SENT).as("sendPayments")),
    RECONCILE(county().from(SENT).to(RECONCILED)),
    CANCEL(county().from(DRAWN_UP, APPROVED).to(CANCELLED).inWriting().as("cancelPayments"));

    private final Row<PaymentState, PaymentSheet> row;

    PaymentTransition(Row<PaymentState, PaymentSheet> row) {
        this.row = row;
    }

    private static Row<PaymentState, PaymentSheet> county() {
        return Row.<PaymentState, PaymentSheet>turn(PaymentSide.COUNTY).by(Role.COUNTY_OFFICER);
    }

    private static @Nullable Code byAnother(Actor actor, PaymentSheet sheet) {
        return actor.caller().client().equals(sheet.drawnBy())
                ? PaymentCode.PAYMENT_SECOND_PERSON
                : null;
    }

    @Override
    public Row<PaymentState, PaymentSheet> row() {
        return row;
    }
}
