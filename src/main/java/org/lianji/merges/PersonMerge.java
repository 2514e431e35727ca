package org.lianji.merges;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Anchor;
import org.lianji.catalogue.Purpose;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.util.List;
import java.util.Map;

/**
 * Two persons of the graph who may be one.
 *
 * @param progress how far it has come
 * @param of whom it is about
 * @param proposer client that has proposed what is to be decided
 * @param basis on which officers see them, while somebody is to decide
 * @param kin tokens of both and of near relatives, who handle nothing of it
 */
record PersonMerge(
        Progress<PersonMergeState> progress,
        Of of,
        String proposer,
        @LinkedComponent @Nullable String basis,
        @LinkedComponent List<String> kin)
        implements Procedure<PersonMergeState> {

    PersonMerge {
        kin = List.copyOf(kin);
    }

    /**
     * The two.
     *
     * @param department code of the one that merges
     * @param kept token of who goes on
     * @param merged token of who is merged into them
     * @param places codes of the regions it lies in, the smallest first
     */
    record Of(String department, String kept, String merged, List<String> places) {

        Of {
            places = List.copyOf(places);
        }

        /** {@return the two, whichever is named first} */
        String pair() {
            return kept.compareTo(merged) < 0 ? kept + "|" + merged : merged + "|" + kept;
        }
    }

    @Override
    public List<String> places() {
        return of.places();
    }

    @Override
    public PersonMerge progressed(Progress<PersonMergeState> further) {
        return new PersonMerge(further, of, proposer, basis, kin);
    }

    PersonMerge proposedBy(String client) {
        return new PersonMerge(progress, of, client, basis, kin);
    }

    /** {@return code of the department whose officers decide} */
    String department() {
        return of.department();
    }

    /** {@return whom it is about, for those who decide} */
    @Nullable Anchor anchor(Caller caller) {
        return basis != null
                        && state().looked()
                        && caller.department().equals(of.department())
                        && !Kinship.has(kin, caller)
                ? new Anchor(basis, Purpose.C, Map.of("kept", of.kept(), "merged", of.merged()))
                : null;
    }
}
