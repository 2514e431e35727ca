package org.lianji.outreach;

import org.jspecify.annotations.Nullable;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.util.List;

/**
 * A clue (线索): somebody saw a person who may be in distress, and said so at once.
 *
 * @param progress how far it has come
 * @param seen what was seen, and where
 * @param about whom it is about, as far as that is known
 * @param reporter who saw it
 * @param handler who looks into it
 * @param dismissal why it was none; null where it was one, or nobody knows yet
 */
record Clue(
        Progress<ClueState> progress,
        Seen seen,
        About about,
        Reporter reporter,
        Handler handler,
        @Nullable Dismissal dismissal)
        implements Procedure<ClueState> {

    /**
     * @param places codes of the regions it lies in, the smallest first
     * @param statements what was seen, each sealed, the oldest first
     * @param distress what kind of distress it is
     * @param childAtRisk whether a child is at risk
     */
    record Seen(
            List<String> places,
            List<String> statements,
            @Nullable Distress distress,
            boolean childAtRisk) {

        Seen {
            places = List.copyOf(places);
            statements = List.copyOf(statements);
        }
    }

    /**
     * @param personName as it was said, sealed
     * @param identity keyed hash of the number; of somebody whom the graph may not know yet
     * @param person token of the person, once the graph knows them
     * @param warning identifier of the warning that it joined
     */
    record About(
            @Nullable String personName,
            @LinkedComponent @Nullable String identity,
            @LinkedComponent @Nullable String person,
            @LinkedComponent @Nullable String warning) {

        About joined(String with) {
            return new About(personName, identity, person, with);
        }
    }

    /**
     * @param receipt by which who reported it asks what became of it
     * @param reporterDepartment code of their department
     * @param reporter with whose token
     */
    record Reporter(String receipt, String reporterDepartment, String reporter) {}

    /**
     * @param department that answers for it
     * @param client who has accepted it
     * @param basis on which they see the person
     */
    record Handler(
            String department, @Nullable String client, @LinkedComponent @Nullable String basis) {}

    /** What kind of distress it is. */
    enum Distress {
        ILLNESS,
        DISABILITY,
        LOSS_OF_INCOME,
        ACCIDENT,
        DISASTER,
        OLD_AND_ALONE,
        NEGLECT,
        VIOLENCE,
        HOMELESS,
        OTHER
    }

    /** Why a clue was none. */
    enum Dismissal {
        NO_HARDSHIP,
        ALREADY_HELPED,
        REPORTED_BEFORE,
        NOBODY_FOUND,
        ELSEWHERE,
        OTHER
    }

    @Override
    public List<String> places() {
        return seen.places();
    }

    @Override
    public Clue progressed(Progress<ClueState> further) {
        return new Clue(further, seen, about, reporter, handler, dismissal);
    }

    /** {@return the same, accepted by the client; free for anybody where null} */
    Clue handledBy(@Nullable String client) {
        return new Clue(
                progress,
                seen,
                about,
                reporter,
                new Handler(handler.department(), client, handler.basis()),
                dismissal);
    }

    Clue dismissed(Dismissal why) {
        return new Clue(progress, seen, about, reporter, handler, why);
    }

    /** {@return the same, with more that was seen} */
    Clue completed(Seen more, About whom) {
        return new Clue(progress, more, whom, reporter, handler, dismissal);
    }
}
