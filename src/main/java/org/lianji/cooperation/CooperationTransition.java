package org.lianji.cooperation;

import static org.lianji.cooperation.CooperationState.ACCEPTED;
import static org.lianji.cooperation.CooperationState.ANSWERED;
import static org.lianji.cooperation.CooperationState.ASKED;
import static org.lianji.cooperation.CooperationState.WITHDRAWN;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Kinship;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/**
 * The life of a cooperation task: in the city the county of registration takes it on and answers;
 * what comes from outside is recorded by who asked. It is late or not, and nothing waits for it.
 */
enum CooperationTransition implements Transition<CooperationState, CooperationTask> {
    ASK(timed(asking().to(ASKED))),
    ASK_BY_HUB(timed(turn(CooperationSide.HUB).to(ASKED))),
    ACCEPT(
            turn(CooperationSide.REGISTRATION)
                    .by(Role.COUNTY_OFFICER)
                    .from(ASKED)
                    .to(ACCEPTED)
                    .only(CooperationTransition::unrelated)),
    ANSWER(
            turn(CooperationSide.HANDLER)
                    .by(Role.COUNTY_OFFICER)
                    .from(ACCEPTED)
                    .to(ANSWERED)
                    .inWriting()
                    .only(CooperationTransition::unrelated)
                    .ends(Cooperation.CLOCK)),
    RECORD_ANSWER(
            asking().from(ASKED)
                    .to(ANSWERED)
                    .inWriting()
                    .only(CooperationTransition::unrelated)
                    .only(CooperationTransition::outside)
                    .ends(Cooperation.CLOCK)),
    WITHDRAW(
            asking().from(ASKED, ACCEPTED)
                    .to(WITHDRAWN)
                    .inWriting()
                    .ends(Cooperation.CLOCK)
                    .as("withdrawCooperation"));

    private final Row<CooperationState, CooperationTask> row;

    CooperationTransition(Row<CooperationState, CooperationTask> row) {
        this.row = row;
    }

    private static Row<CooperationState, CooperationTask> turn(CooperationSide side) {
        return Row.turn(side);
    }

    private static Row<CooperationState, CooperationTask> asking() {
        return turn(CooperationSide.ASKING).by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    private static Row<CooperationState, CooperationTask> timed(
            Row<CooperationState, CooperationTask> row) {
        return row.starts(Cooperation.CLOCK, task -> task.request().lead());
    }

    /** Nobody handles what is for them or for a near relative (社会救助法 §62). */
    private static @Nullable Code unrelated(Actor actor, CooperationTask task) {
        return Kinship.has(task.kin(), actor.caller())
                ? CooperationCode.COOPERATION_OF_RELATIVE
                : null;
    }

    private static @Nullable Code outside(Actor actor, CooperationTask task) {
        return task.inside() ? CooperationCode.COOPERATION_INSIDE : null;
    }

    @Override
    public Row<CooperationState, CooperationTask> row() {
        return row;
    }
}
