package org.lianji.projects;

import org.jspecify.annotations.Nullable;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;

/**
 * A project of a charity, under which it offers help.
 *
 * @param progress how far it has come
 * @param organisation unified code of whose it is
 * @param name as its offers name it
 * @param lastDay on which it runs
 * @param lead code of the department that watches its clocks
 * @param account what was last disclosed
 */
record HelpProject(
        Progress<ProjectState> progress,
        String organisation,
        String name,
        LocalDate lastDay,
        String lead,
        Account account)
        implements Procedure<ProjectState> {

    /**
     * Since the project began.
     *
     * @param received in fen
     * @param spent in fen
     * @param disclosedOn day of the last disclosure; null before the first
     */
    record Account(long received, long spent, @Nullable LocalDate disclosedOn) {

        static final Account NONE = new Account(0, 0, null);
    }

    @Override
    public HelpProject progressed(Progress<ProjectState> further) {
        return new HelpProject(further, organisation, name, lastDay, lead, account);
    }

    HelpProject with(Account other) {
        return new HelpProject(progress, organisation, name, lastDay, lead, other);
    }

    HelpProject until(LocalDate later) {
        return new HelpProject(progress, organisation, name, later, lead, account);
    }

    boolean open() {
        return state() == ProjectState.RUNNING || state() == ProjectState.EMERGENCY;
    }
}
