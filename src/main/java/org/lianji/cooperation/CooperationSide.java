package org.lianji.cooperation;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Party;

/** Whose turn a step of a cooperation task is. */
enum CooperationSide implements Party<CooperationTask> {
    /** An officer of the place of the help. */
    ASKING,
    /** An officer of the county of registration. */
    REGISTRATION,
    /** Who has taken it on there. */
    HANDLER,
    /** The hub by itself, where it knows that somebody who is helped is registered elsewhere. */
    HUB;

    @Override
    public boolean has(Actor actor, CooperationTask task) {
        Caller caller = actor.caller();
        boolean registration =
                actor.leads()
                        && caller.is(Role.COUNTY_OFFICER)
                        && caller.region().equals(task.request().registration());
        return switch (this) {
            case ASKING ->
                    actor.leads()
                            && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                            && task.asks(caller);
            case REGISTRATION -> registration;
            case HANDLER -> registration && caller.client().equals(task.reply().handler());
            case HUB -> false;
        };
    }
}
