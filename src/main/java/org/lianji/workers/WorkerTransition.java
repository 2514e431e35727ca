package org.lianji.workers;

import static org.lianji.workers.WorkerSide.COUNTY;
import static org.lianji.workers.WorkerState.ENDED;
import static org.lianji.workers.WorkerState.REGISTERED;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** A worker is registered by the county, and their work ends. */
enum WorkerTransition implements Transition<WorkerState, Worker> {
    REGISTER(county().to(REGISTERED)),
    END(county().from(REGISTERED).to(ENDED).inWriting().as("endWorker"));

    private final Row<WorkerState, Worker> row;

    WorkerTransition(Row<WorkerState, Worker> row) {
        this.row = row;
    }

    private static Row<WorkerState, Worker> county() {
        return Row.<WorkerState, Worker>turn(COUNTY)
                .by(Role.COUNTY_OFFICER)
                .only(WorkerTransition::another);
    }

    /** Nobody says of themself who they are, or that they don't work any more. */
    private static @Nullable Code another(Actor actor, Worker worker) {
        return worker.is(actor.caller()) ? WorkerCode.WORKER_SELF : null;
    }

    @Override
    public Row<WorkerState, Worker> row() {
        return row;
    }
}
