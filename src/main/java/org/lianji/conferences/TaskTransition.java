package org.lianji.conferences;

import static org.lianji.conferences.ConferenceTask.State.DONE;
import static org.lianji.conferences.ConferenceTask.State.DROPPED;
import static org.lianji.conferences.ConferenceTask.State.GIVEN;

import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of a task: its owner does it, or who gave it takes it back. */
enum TaskTransition implements Transition<ConferenceTask.State, ConferenceTask> {
    GIVE(turn(Side.CONVENER).to(GIVEN).starts(Conferences.TASK_CLOCK, ConferenceTask::department)),
    COMPLETE(
            turn(Side.OWNER)
                    .from(GIVEN)
                    .to(DONE)
                    .inWriting()
                    .ends(Conferences.TASK_CLOCK)
                    .as("completeConferenceTask")),
    DROP(
            turn(Side.CONVENER)
                    .from(GIVEN)
                    .to(DROPPED)
                    .inWriting()
                    .ends(Conferences.TASK_CLOCK)
                    .as("dropConferenceTask"));

    /** Whose turn a step is. */
    enum Side implements Party<ConferenceTask> {
        CONVENER,
        OWNER;

        @Override
        public boolean has(Actor actor, ConferenceTask task) {
            String one = Conference.member(actor.caller());
            return one.equals(this == OWNER ? task.owner() : task.convener());
        }
    }

    private final Row<ConferenceTask.State, ConferenceTask> row;

    TaskTransition(Row<ConferenceTask.State, ConferenceTask> row) {
        this.row = row;
    }

    private static Row<ConferenceTask.State, ConferenceTask> turn(Side side) {
        return Row.<ConferenceTask.State, ConferenceTask>turn(side)
                .by(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    @Override
    public Row<ConferenceTask.State, ConferenceTask> row() {
        return row;
    }
}
