package org.lianji.charity;

import static org.lianji.charity.CharitySide.LEAD;
import static org.lianji.charity.CharitySide.ORGANISATION;
import static org.lianji.charity.OrganisationState.APPROVED;
import static org.lianji.charity.OrganisationState.REFUSED;
import static org.lianji.charity.OrganisationState.REGISTERED;
import static org.lianji.charity.OrganisationState.SUSPENDED;

import org.lianji.platform.Role;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of an organisation at the hub: it says who it is, the leading department judges. */
enum OrganisationTransition implements Transition<OrganisationState, CharityOrganisation> {
    REGISTER(turn(ORGANISATION).by(Role.CHARITY).to(REGISTERED)),
    APPROVE(judge().from(REGISTERED).to(APPROVED).as("approveCharity")),
    REFUSE(judge().from(REGISTERED).to(REFUSED).inWriting().as("refuseCharity")),
    SUSPEND(judge().from(APPROVED).to(SUSPENDED).inWriting().as("suspendCharity")),
    REINSTATE(judge().from(SUSPENDED).to(APPROVED).inWriting().as("reinstateCharity")),
    /** What was refused is said anew. */
    RENEW(turn(ORGANISATION).by(Role.CHARITY).from(REFUSED).to(REGISTERED));

    private final Row<OrganisationState, CharityOrganisation> row;

    OrganisationTransition(Row<OrganisationState, CharityOrganisation> row) {
        this.row = row;
    }

    private static Row<OrganisationState, CharityOrganisation> turn(CharitySide side) {
        return Row.turn(side);
    }

    private static Row<OrganisationState, CharityOrganisation> judge() {
        return turn(LEAD).by(Role.SHARING_UNIT, Role.SHARING_HEAD);
    }

    @Override
    public Row<OrganisationState, CharityOrganisation> row() {
        return row;
    }
}
