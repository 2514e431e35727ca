package org.lianji.special;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Anchor;
import org.lianji.catalogue.Purpose;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Special assistance that another department decides: a part of an application, or for a family
 * that is in receipt already.
 *
 * @param progress how far it has come
 * @param kind of help
 * @param origin where it came in
 * @param family whom it is for
 * @param answer of the department: what is given, or why nothing; sealed
 * @param given what has been put on record since: code of the category and day, oldest first
 */
record SpecialAid(
        Progress<SpecialAidState> progress,
        SpecialAidKind kind,
        Origin origin,
        Family family,
        @Nullable String answer,
        List<String> given)
        implements Procedure<SpecialAidState> {

    SpecialAid {
        given = List.copyOf(given);
    }

    /**
     * @param caseId the application; null where the family was in receipt already
     * @param department where it came in
     * @param places codes of the regions that the family lives in, the smallest first
     */
    record Origin(@Nullable String caseId, String department, List<String> places) {

        Origin {
            places = List.copyOf(places);
        }
    }

    /**
     * @param applicant token of who applied
     * @param household identifier of the family, as far as it shows
     * @param kin tokens of who applied and of their near relatives, who handle nothing of it
     * @param basis on which the department sees the family, while it decides
     */
    record Family(
            @LinkedComponent String applicant,
            @LinkedComponent @Nullable String household,
            @LinkedComponent List<String> kin,
            @LinkedComponent @Nullable String basis) {

        Family {
            kin = List.copyOf(kin);
        }
    }

    @Override
    public List<String> places() {
        return origin.places();
    }

    @Override
    public SpecialAid progressed(Progress<SpecialAidState> further) {
        return new SpecialAid(further, kind, origin, family, answer, given);
    }

    SpecialAid answered(String sealed) {
        return new SpecialAid(progress, kind, origin, family, sealed, given);
    }

    /** {@return it with one more record of what was given} */
    SpecialAid gave(Given one) {
        return new SpecialAid(
                progress,
                kind,
                origin,
                family,
                answer,
                Stream.concat(given.stream(), Stream.of(one.category() + " " + one.on())).toList());
    }

    /**
     * What was given, as the library has it.
     *
     * @param category code of the record's category
     * @param on when it was put on record
     */
    record Given(String category, LocalDate on) {

        static Given of(String kept) {
            String[] parts = kept.split(" ", 2);
            return new Given(parts[0], LocalDate.parse(parts[1]));
        }
    }

    /** {@return what was given, oldest first} */
    List<Given> records() {
        return given.stream().map(Given::of).toList();
    }

    /** {@return whether the officer is near to who applied} */
    boolean keepsOff(Caller caller) {
        return Kinship.keepsOff(family.kin, caller);
    }

    /** {@return why the department reads the family; null for everybody else} */
    @Nullable Anchor anchor(Caller caller) {
        if (!(family.basis instanceof String basis)
                || !caller.is(Role.COUNTY_OFFICER)
                || !caller.department().equals(kind.department())
                || Kinship.has(family.kin, caller)) {
            return null;
        }
        Map<String, String> tokens = new HashMap<>(Map.of("applicant", family.applicant));
        if (family.household instanceof String household) {
            tokens.put("household", household);
        }
        return new Anchor(basis, Purpose.E, tokens);
    }

    /** {@return the key by which an applicant has one open of a kind} */
    String openKey() {
        return kind + "|" + family.applicant;
    }
}
