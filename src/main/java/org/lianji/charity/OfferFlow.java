package org.lianji.charity;

import org.lianji.audit.Entry;
import org.lianji.database.Fragment;
import org.lianji.platform.Code;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.stereotype.Component;

/** Offers in the graph: {@code (:HelpOffer)}. */
@Component
final class OfferFlow implements Flow<OfferState, OfferTransition, HelpOffer> {

    private final Organisations organisations;

    OfferFlow(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Class<OfferState> states() {
        return OfferState.class;
    }

    @Override
    public Class<OfferTransition> table() {
        return OfferTransition.class;
    }

    @Override
    public Class<HelpOffer> matter() {
        return HelpOffer.class;
    }

    @Override
    public char letter() {
        return 'F';
    }

    @Override
    public Code notFound() {
        return CharityCode.OFFER_NOT_FOUND;
    }

    /** Who offers it, and the department that leads, whose officers look for help. */
    @Override
    public Fragment visible(Actor actor) {
        return CharitySide.sees(actor);
    }

    /** Whoever is suspended offers nothing; what is offered it can still take back. */
    @Override
    public void taken(Actor actor, OfferTransition step, HelpOffer after) {
        if (step == OfferTransition.OFFER && !organisations.approvedCharity(after.organisation())) {
            throw new Problem(CharityCode.ORGANISATION_NOT_APPROVED);
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, OfferTransition step, HelpOffer after) {
        return CharityEntries.of(actor.caller(), after.stepText(step));
    }
}
