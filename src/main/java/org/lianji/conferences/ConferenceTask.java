package org.lianji.conferences;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.util.List;

/**
 * What somebody is to do by the decision of a conference.
 *
 * @param progress how far it has come
 * @param conference its identifier
 * @param convener who convened that, as department and client
 * @param owner who is to do it, as department and client
 * @param what is to be done, sealed
 * @param basis on which the owner learns for whom, until it is done
 * @param persons tokens of whom it is for
 */
record ConferenceTask(
        Progress<State> progress,
        String conference,
        String convener,
        String owner,
        String what,
        @LinkedComponent @Nullable String basis,
        @LinkedComponent List<String> persons)
        implements Procedure<ConferenceTask.State> {

    ConferenceTask {
        persons = List.copyOf(persons);
    }

    /** Where it stands. */
    enum State {
        GIVEN,
        DONE,
        DROPPED
    }

    @Override
    public ConferenceTask progressed(Progress<State> further) {
        return new ConferenceTask(further, conference, convener, owner, what, basis, persons);
    }

    /** {@return code of the department that is to do it} */
    String department() {
        return department(owner);
    }

    /** {@return code of the department that gave it} */
    String givenBy() {
        return department(convener);
    }

    private static String department(String member) {
        return member.substring(0, member.indexOf('|'));
    }

    /** {@return whether the caller may learn for whom it is} */
    boolean opens(Caller caller) {
        return state() == State.GIVEN && Conference.member(caller).equals(owner);
    }
}
