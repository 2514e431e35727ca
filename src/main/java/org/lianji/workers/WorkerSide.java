package org.lianji.workers;

import org.lianji.people.Regions;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a registration is. */
enum WorkerSide implements Party<Worker> {
    /** An officer of the leading department in the county where they work. */
    COUNTY;

    @Override
    public boolean has(Actor actor, Worker worker) {
        return actor.leads()
                && actor.caller().is(Role.COUNTY_OFFICER)
                && Regions.county(worker.work().places().getFirst())
                        .equals(actor.caller().region());
    }
}
