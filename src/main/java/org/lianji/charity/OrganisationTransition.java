package org.lianji.charity;

import static org.lianji.charity.CharitySide.LEAD;
import static org.lianji.charity.CharitySide.ORGANISATION;
import static org.lianji.charity.OrganisationState.APPROVED;
import static org.lianji.charity.OrganisationState.REFUSED;
import static org.lianji.charity.OrganisationState.REGISTERED;
import static org.lianji.charity.OrganisationState.SUSPENDED;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of an organisation at the hub: it says who it is, the leading department judges. */
enum OrganisationTransition implements Transition<OrganisationState, CharityOrganisation> {
    REGISTER(turn(ORGANISATION).by(Role.CHARITY, Role.PROVIDER).to(REGISTERED)),
    APPROVE(judge().from(REGISTERED).to(APPROVED).as("approveCharity")),
    REFUSE(judge().from(REGISTERED).to(REFUSED).inWriting().as("refuseCharity")),
    SUSPEND(judge().from(APPROVED).to(SUSPENDED).inWriting().as("suspendCharity")),
    REINSTATE(judge().from(SUSPENDED).to(APPROVED).inWriting().as("reinstateCharity")),
    /** What was refused is said anew. */
    RENEW(
            turn(ORGANISATION)
                    .by(Role.CHARITY, Role.PROVIDER)
                    .from(REFUSED)
                    .to(REGISTERED)
                    .only(OrganisationTransition::asRegistered));

    private final Row<OrganisationState, CharityOrganisation> row;

    OrganisationTransition(Row<OrganisationState, CharityOrganisation> row) {
        this.row = row;
    }

    /** What a charity says of itself its client for contracts doesn't change, nor the other way. */
    private static @Nullable Code asRegistered(Actor actor, CharityOrganisation one) {
        OrganisationKind kind = one.papers().kind();
        return actor.caller().is(Role.valueOf(kind.name())) ? null : CharityCode.OTHER_KIND;
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
