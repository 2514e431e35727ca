package org.lianji.identity;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Anchor;
import org.lianji.catalogue.Purpose;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.util.List;
import java.util.Map;

/**
 * A record that came in about nobody, and somebody whom it may be about.
 *
 * @param progress how far it has come
 * @param of the record
 * @param handler client that has taken it on
 * @param correction identifier of the last one that was raised in it
 * @param candidate token of whom it may be about
 * @param basis on which officers see them, while it is in hand
 */
record IdentityReview(
        Progress<IdentityReviewState> progress,
        Of of,
        @Nullable String handler,
        @Nullable String correction,
        @LinkedComponent @Nullable String candidate,
        @LinkedComponent @Nullable String basis)
        implements Procedure<IdentityReviewState> {

    /**
     * The record as it came.
     *
     * @param department code of the one that contributed it
     * @param category code of its category
     * @param fact its identifier
     * @param recordVersion this version of it, never given out
     * @param reason why the hub can't tell
     * @param risk what hangs on it
     * @param rivals how many others it may be about, by what shows to its department
     * @param places codes of the regions it lies in, the smallest first
     */
    record Of(
            String department,
            String category,
            String fact,
            String recordVersion,
            Reason reason,
            Risk risk,
            int rivals,
            List<String> places) {

        Of {
            places = List.copyOf(places);
        }

        /** {@return whether no county is known that it lies in: then each of them looks into it} */
        boolean everywhere() {
            return places.size() == Regions.WHOLE.size();
        }
    }

    /** Why the hub can't tell. */
    enum Reason {
        /** The number is somebody's of another name. */
        NAME_DIFFERS,
        /** It came without a number. */
        NO_NUMBER
    }

    /** What a wrong decision would do. */
    enum Risk {
        /** A death, or the end of a registration: it ends what somebody lives on. */
        LIFE,
        /** Money that is paid or a status that gives a right to it. */
        LIVELIHOOD,
        ORDINARY
    }

    @Override
    public List<String> places() {
        return of.places();
    }

    @Override
    public IdentityReview progressed(Progress<IdentityReviewState> further) {
        return new IdentityReview(further, of, handler, correction, candidate, basis);
    }

    /** {@return code of the department whose officers look into it} */
    String department() {
        return of.department();
    }

    IdentityReview handledBy(@Nullable String client) {
        return new IdentityReview(progress, of, client, correction, candidate, basis);
    }

    IdentityReview asking(String raised) {
        return new IdentityReview(progress, of, handler, raised, candidate, basis);
    }

    /** {@return whom it may be about, for those who look into it} */
    @Nullable Anchor anchor(Caller caller) {
        return basis != null
                        && candidate != null
                        && state().looked()
                        && caller.department().equals(of.department())
                ? new Anchor(basis, Purpose.C, Map.of("candidate", candidate))
                : null;
    }
}
