package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Purpose;
import org.lianji.items.HouseholdKind;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Why people are read.
 *
 * @param id opaque
 * @param kind what it is
 * @param purposes letters of the purposes it serves, in the order that it names them
 * @param declared whether a client opened it on its word
 * @param matter identifier of the flow's object that it belongs to
 * @param department code of the department that opened it
 * @param client that opened it
 * @param reference the department's own number of it; of an emergency its reason
 * @param opened when
 * @param until nothing is read on it from then on
 * @param closed when it was closed before that
 * @param family whose members it leads to beside those named: that of the applicant, where it was
 *     asked for and shows
 * @param review of an emergency
 * @param confirmation of a declared one that the head must confirm
 * @param safeguarding where its looks are or were hidden from the persons
 */
public record Basis(
        String id,
        BasisKind kind,
        List<String> purposes,
        boolean declared,
        @Nullable String matter,
        String department,
        String client,
        String reference,
        ZonedDateTime opened,
        ZonedDateTime until,
        @Nullable ZonedDateTime closed,
        @Nullable HouseholdKind family,
        @Nullable Review review,
        @Nullable Confirmation confirmation,
        @Nullable Safeguarding safeguarding) {

    /**
     * @param idNumber checked
     * @param consentNo number of the person's consent
     */
    public record ConcernedPerson(String idNumber, @Nullable String consentNo) {}

    /** What is registered; see {@code OpenBasisInput}. */
    public record OpeningRequest(
            BasisKind kind,
            Purpose purpose,
            String reference,
            List<ConcernedPerson> persons,
            boolean withFamily,
            List<String> regions,
            @Nullable LocalDate until,
            Safeguarding.@Nullable HidingRequest safeguarding) {}

    /**
     * Looks on a basis are hidden from its persons: published in the transaction that hides them,
     * for flows that tell of somebody where they may be in danger.
     *
     * @param basis its identifier
     */
    public record LooksHidden(String basis) {}

    /**
     * How an emergency is judged.
     *
     * @param reviewer by whom
     * @param verdict JUSTIFIED or UNJUSTIFIED, once it is
     * @param note why
     * @param at when
     */
    record Review(
            Reviewer reviewer,
            @Nullable String verdict,
            @Nullable String note,
            @Nullable ZonedDateTime at) {

        static Review of(Map<String, Object> row) {
            return new Review(
                    row.get("reviewer") instanceof String reviewer
                            ? Reviewer.valueOf(reviewer)
                            : Reviewer.HEAD,
                    (String) row.get("verdict"),
                    (String) row.get("note"),
                    (ZonedDateTime) row.get("reviewedAt"));
        }
    }

    /**
     * What the head must confirm of what somebody declared, or nothing is read on it any longer.
     *
     * @param reasons why, of {@code ConfirmationReason}
     * @param due last day
     * @param askedUntil how long it was declared for
     * @param verdict CONFIRMED or REFUSED, once there is one
     */
    record Confirmation(
            List<String> reasons,
            LocalDate due,
            ZonedDateTime askedUntil,
            @Nullable String verdict,
            @Nullable String note,
            @Nullable ZonedDateTime at) {

        @SuppressWarnings("unchecked")
        static @Nullable Confirmation of(Map<String, Object> row) {
            return row.get("confirmDue") instanceof LocalDate due
                    ? new Confirmation(
                            List.copyOf(
                                    (List<String>)
                                            Objects.requireNonNull(row.get("confirmReasons"))),
                            due,
                            (ZonedDateTime) Objects.requireNonNull(row.get("askedUntil")),
                            (String) row.get("confirmation"),
                            (String) row.get("confirmNote"),
                            (ZonedDateTime) row.get("confirmedAt"))
                    : null;
        }

        /** {@return AWAITED, CONFIRMED, REFUSED or LAPSED} */
        String state(ZonedDateTime until, ZonedDateTime now) {
            if (verdict != null) {
                return verdict;
            }
            return until.isAfter(now) ? "AWAITED" : "LAPSED";
        }
    }

    /** {@return whether it was found that nobody should have looked on it} */
    boolean isUnfounded() {
        return (review != null && "UNJUSTIFIED".equals(review.verdict()))
                || (confirmation != null && "REFUSED".equals(confirmation.verdict()));
    }

    /** {@return the purpose that it names first} */
    public String purpose() {
        return purposes.getFirst();
    }

    @SuppressWarnings("unchecked")
    static Basis of(Map<String, Object> row) {
        BasisKind kind = BasisKind.valueOf(text(row, "kind"));
        return new Basis(
                text(row, "id"),
                kind,
                List.copyOf((List<String>) Objects.requireNonNull(row.get("purposes"))),
                Boolean.TRUE.equals(row.get("declared")),
                (String) row.get("matter"),
                text(row, "department"),
                text(row, "client"),
                text(row, "reference"),
                (ZonedDateTime) Objects.requireNonNull(row.get("opened")),
                (ZonedDateTime) Objects.requireNonNull(row.get("until")),
                (ZonedDateTime) row.get("closed"),
                row.get("family") instanceof String household
                        ? HouseholdKind.valueOf(household)
                        : null,
                kind == BasisKind.EMERGENCY ? Review.of(row) : null,
                Confirmation.of(row),
                Safeguarding.of(row));
    }

    /** {@return when its persons may learn of what is done on it} */
    @Nullable ZonedDateTime shownFrom() {
        return safeguarding == null ? null : safeguarding.hiddenUntil();
    }

    private static String text(Map<String, Object> row, String name) {
        return (String) Objects.requireNonNull(row.get(name));
    }
}
