package org.lianji.parameters;

import static org.lianji.parameters.ParameterChangeState.APPROVED;
import static org.lianji.parameters.ParameterChangeState.PROPOSED;
import static org.lianji.parameters.ParameterChangeState.REJECTED;
import static org.lianji.parameters.ParameterChangeState.WITHDRAWN;
import static org.lianji.parameters.ParameterSide.HEAD;
import static org.lianji.parameters.ParameterSide.PROPOSER;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/**
 * The life of a change: nobody changes alone what decides who is found, and nobody without having
 * been shown whom it would find.
 */
enum ParameterChangeTransition implements Transition<ParameterChangeState, ParameterChange> {
    PROPOSE(turn(PROPOSER).by(Role.SHARING_UNIT, Role.COUNTY_OFFICER).to(PROPOSED)),
    APPROVE(
            turn(HEAD)
                    .by(Role.SHARING_HEAD)
                    .from(PROPOSED)
                    .to(APPROVED)
                    .only(ParameterChangeTransition::byAnother)
                    .only(ParameterChangeTransition::ahead)
                    .only((_, change) -> change.previewed() ? null : ParameterCode.PREVIEW_PENDING)
                    .as("approveParameterChange")),
    REJECT(
            turn(HEAD)
                    .by(Role.SHARING_HEAD)
                    .from(PROPOSED)
                    .to(REJECTED)
                    .inWriting()
                    .as("rejectParameterChange")),
    /** Before it holds; afterwards another change is proposed. */
    WITHDRAW(
            turn(PROPOSER)
                    .by(Role.SHARING_UNIT, Role.COUNTY_OFFICER)
                    .from(PROPOSED)
                    .to(WITHDRAWN)
                    .as("withdrawParameterChange"));

    private final Row<ParameterChangeState, ParameterChange> row;

    ParameterChangeTransition(Row<ParameterChangeState, ParameterChange> row) {
        this.row = row;
    }

    private static Row<ParameterChangeState, ParameterChange> turn(ParameterSide side) {
        return Row.turn(side);
    }

    private static @Nullable Code byAnother(Actor actor, ParameterChange change) {
        return actor.caller().client().equals(change.proposer().client())
                ? ParameterCode.OWN_PROPOSAL
                : null;
    }

    private static @Nullable Code ahead(Actor actor, ParameterChange change) {
        return change.to().startsOn().isAfter(actor.today())
                ? null
                : ParameterCode.PARAMETER_STARTED;
    }

    @Override
    public Row<ParameterChangeState, ParameterChange> row() {
        return row;
    }
}
