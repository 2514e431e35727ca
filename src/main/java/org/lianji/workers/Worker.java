package org.lianji.workers;

import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.util.List;

/**
 * Somebody who works in social assistance, as the county has registered them.
 *
 * @param progress whether they still work
 * @param work where, and with which account
 * @param person token of who they are
 */
record Worker(Progress<WorkerState> progress, Work work, @LinkedComponent String person)
        implements Procedure<WorkerState> {

    /**
     * Where somebody works.
     *
     * @param department code of the department
     * @param client the client of their account
     * @param post what they do
     * @param places codes of the region that they work for and of those above, the smallest first
     */
    record Work(String department, String client, WorkerPost post, List<String> places) {

        Work {
            places = List.copyOf(places);
        }
    }

    @Override
    public Worker progressed(Progress<WorkerState> further) {
        return new Worker(further, work, person);
    }

    /** {@return what the account is known by} */
    String account() {
        return Kinship.account(work.department(), work.client());
    }

    /** {@return whether it is the caller, by their account or by the person of their token} */
    boolean is(Caller caller) {
        return Kinship.has(List.of(account(), person), caller);
    }
}
