package org.lianji.charity;

import org.lianji.audit.Entry;
import org.lianji.database.Fragment;
import org.lianji.platform.Code;
import org.lianji.platform.Reason;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.stereotype.Component;

/** Organisations in the graph: {@code (:CharityOrganisation)}, one for each unified code. */
@Component
final class OrganisationFlow
        implements Flow<OrganisationState, OrganisationTransition, CharityOrganisation> {

    @Override
    public Class<OrganisationState> states() {
        return OrganisationState.class;
    }

    @Override
    public Class<OrganisationTransition> table() {
        return OrganisationTransition.class;
    }

    @Override
    public Class<CharityOrganisation> matter() {
        return CharityOrganisation.class;
    }

    @Override
    public char letter() {
        return 'O';
    }

    @Override
    public Code notFound() {
        return CharityCode.ORGANISATION_NOT_FOUND;
    }

    /** Itself, and the department that judges it. */
    @Override
    public Fragment visible(Actor actor) {
        return CharitySide.sees(actor);
    }

    @Override
    public Entry entry(
            Actor actor, Reason stated, OrganisationTransition step, CharityOrganisation after) {
        return CharityEntries.of(actor.caller(), after.stepText(step));
    }
}
