package org.lianji.services;

import static org.lianji.services.ContractState.DISCARDED;
import static org.lianji.services.ContractState.DRAWN_UP;
import static org.lianji.services.ContractState.ENDED;
import static org.lianji.services.ContractState.SIGNED;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of a contract of services: two officers of the county answer for it. */
enum ContractTransition implements Transition<ContractState, ServiceContract> {
    DRAW_UP(officer().to(DRAWN_UP)),
    SIGN(
            officer()
                    .from(DRAWN_UP)
                    .to(SIGNED)
                    .only(ContractTransition::another)
                    .as("signServiceContract")),
    DISCARD(officer().from(DRAWN_UP).to(DISCARDED).as("discardServiceContract")),
    /** What is ordered goes on; nothing more is. */
    END(officer().from(SIGNED).to(ENDED).inWriting().as("endServiceContract"));

    private final Row<ContractState, ServiceContract> row;

    ContractTransition(Row<ContractState, ServiceContract> row) {
        this.row = row;
    }

    private static @Nullable Code another(Actor actor, ServiceContract contract) {
        return actor.caller().client().equals(contract.drafter()) ? ServiceCode.OWN_CONTRACT : null;
    }

    private static Row<ContractState, ServiceContract> officer() {
        return Row.<ContractState, ServiceContract>turn(ServiceSide.OFFICER)
                .by(Role.COUNTY_OFFICER);
    }

    @Override
    public Row<ContractState, ServiceContract> row() {
        return row;
    }
}
