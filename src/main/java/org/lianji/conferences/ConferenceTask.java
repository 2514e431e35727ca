package org.lianji.conferences;

import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

/**
 * What somebody is to do by the decision of a conference.
 *
 * @param progress how far it has come
 * @param conference its identifier
 * @param convener who convened that, as department and client
 * @param owner who is to do it, as department and client
 * @param what is to be done, sealed
 */
record ConferenceTask(
        Progress<State> progress, String conference, String convener, String owner, String what)
        implements Procedure<ConferenceTask.State> {

    /** Where it stands. */
    enum State {
        GIVEN,
        DONE,
        DROPPED
    }

    @Override
    public ConferenceTask progressed(Progress<State> further) {
        return new ConferenceTask(further, conference, convener, owner, what);
    }

    /** {@return code of the department that is to do it} */
    String department() {
        return owner.substring(0, owner.indexOf('|'));
    }
}
