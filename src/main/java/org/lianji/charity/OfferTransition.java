package org.lianji.charity;

import static org.lianji.charity.OfferState.OPEN;
import static org.lianji.charity.OfferState.WITHDRAWN;

import org.lianji.platform.Role;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of an offer. */
enum OfferTransition implements Transition<OfferState, HelpOffer> {
    OFFER(turn().to(OPEN)),
    WITHDRAW(turn().from(OPEN).to(WITHDRAWN).as("withdrawOffer"));

    private final Row<OfferState, HelpOffer> row;

    OfferTransition(Row<OfferState, HelpOffer> row) {
        this.row = row;
    }

    private static Row<OfferState, HelpOffer> turn() {
        return Row.<OfferState, HelpOffer>turn(CharitySide.ORGANISATION).by(Role.CHARITY);
    }

    @Override
    public Row<OfferState, HelpOffer> row() {
        return row;
    }
}
