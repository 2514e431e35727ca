package org.lianji.consents;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Anchor;
import org.lianji.catalogue.Purpose;
import org.lianji.people.Kinship;
import org.lianji.people.Spokespeople;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.LinkedComponent;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * Somebody's consent to the check of means for an application.
 *
 * @param progress how far it has come
 * @param paper what was signed
 * @param overtaken whether a newer one of the same person stands in its place
 * @param revokedAt when it was taken back
 * @param answers what the check's sources said last of a relative outside the family; the family
 *     has its own
 * @param matter what it is for, and whose it is
 * @param spokespeople who may take it back
 */
public record CaseConsent(
        Progress<ConsentState> progress,
        Paper paper,
        boolean overtaken,
        @Nullable ZonedDateTime revokedAt,
        List<String> answers,
        Matter matter,
        @LinkedComponent Spokespeople spokespeople)
        implements Procedure<ConsentState> {

    /** What somebody is to the application. */
    public enum Relation {
        APPLICANT,
        FAMILY_MEMBER,
        /** A relative outside the family who owes support (赡养、抚养、扶养义务人). */
        SUPPORTER
    }

    /**
     * @param relation what the person is to the application
     * @param consentNo number of the paper
     * @param signedOn the day on which it came in or, where it was said, was signed
     * @param sha256 of the paper; null where it wasn't asked for
     * @param until last day; null for as long as the application and the help that comes of it last
     * @param recordedBy client of the officer who recorded it; null where the family applied by
     *     itself
     */
    record Paper(
            Relation relation,
            String consentNo,
            LocalDate signedOn,
            @Nullable String sha256,
            @Nullable LocalDate until,
            @Nullable String recordedBy) {}

    /**
     * @param caseId the application
     * @param person token of whose consent it is
     * @param kin tokens of who applies and of their near relatives, who handle nothing of it
     * @param department that answers for the application
     * @param places codes of the regions that it lies in
     * @param basis on which the application's officers read, until it is decided
     */
    record Matter(
            @LinkedComponent String caseId,
            @LinkedComponent String person,
            @LinkedComponent List<String> kin,
            @LinkedComponent String department,
            @LinkedComponent List<String> places,
            @LinkedComponent @Nullable String basis) {

        Matter {
            kin = List.copyOf(kin);
            places = List.copyOf(places);
        }
    }

    public CaseConsent {
        answers = List.copyOf(answers);
    }

    @Override
    public CaseConsent progressed(Progress<ConsentState> further) {
        return new CaseConsent(further, paper, overtaken, revokedAt, answers, matter, spokespeople);
    }

    /** {@return the same, taken back} */
    CaseConsent revoked(ZonedDateTime now) {
        return new CaseConsent(progress, paper, overtaken, now, answers, matter, spokespeople);
    }

    /** {@return whether the person may be asked about on that day} */
    boolean inForce(LocalDate today) {
        return state() == ConsentState.GIVEN
                && !overtaken
                && (paper.until == null || !paper.until.isBefore(today));
    }

    /** {@return whom it is of, for the application's officers while it is open} */
    @Nullable Anchor anchor(Caller caller) {
        return matter.basis instanceof String basis
                        && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                        && !Kinship.has(matter.kin, caller)
                ? new Anchor(basis, Purpose.A, Map.of("person", matter.person))
                : null;
    }
}
