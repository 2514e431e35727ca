package org.lianji.households;

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
 * A change of a household that a visit has found.
 *
 * @param progress how far it has come
 * @param of what has changed, and who says so
 * @param person token of who came or left
 * @param household token of the household
 * @param basis on which they are seen, while somebody is to decide
 * @param kin tokens of the person, the household and near relatives, who confirm nothing of it
 */
record HouseholdChange(
        Progress<HouseholdChangeState> progress,
        Of of,
        @LinkedComponent String person,
        @LinkedComponent String household,
        @LinkedComponent @Nullable String basis,
        @LinkedComponent List<String> kin)
        implements Procedure<HouseholdChangeState> {

    HouseholdChange {
        kin = List.copyOf(kin);
    }

    /**
     * What has changed.
     *
     * @param kind how
     * @param visit identifier of the visit that found it
     * @param department code of whose visit it was
     * @param reporter client of who works on its matter
     * @param places codes of the regions that the family lives in, the smallest first
     */
    record Of(
            HouseholdChangeKind kind,
            String visit,
            String department,
            String reporter,
            List<String> places) {

        Of {
            places = List.copyOf(places);
        }
    }

    @Override
    public List<String> places() {
        return of.places();
    }

    @Override
    public HouseholdChange progressed(Progress<HouseholdChangeState> further) {
        return new HouseholdChange(further, of, person, household, basis, kin);
    }

    /** {@return whom it is about, for those who decide} */
    @Nullable Anchor anchor(Caller caller) {
        return basis != null
                        && state().open()
                        && caller.department().equals(of.department())
                        && !Kinship.has(kin, caller)
                ? new Anchor(basis, Purpose.C, Map.of("person", person, "household", household))
                : null;
    }
}
