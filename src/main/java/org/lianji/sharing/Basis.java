package org.lianji.sharing;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Purpose;

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
 * @param purpose letter of the purpose it serves
 * @param reference the department's own number of it; of an emergency its reason
 * @param opened when
 * @param until nothing is read on it from then on
 * @param closed when it was closed before that
 * @param reviewDue last day for judging an emergency
 * @param verdict on an emergency
 */
record Basis(
        String id,
        String kind,
        String purpose,
        String reference,
        ZonedDateTime opened,
        ZonedDateTime until,
        @Nullable ZonedDateTime closed,
        @Nullable LocalDate reviewDue,
        @Nullable String verdict) {

    /**
     * @param idNumber checked
     * @param consentNo number of the person's consent
     */
    record Concerned(String idNumber, @Nullable String consentNo) {}

    /** What is registered; see {@code OpenBasisInput}. */
    record Opening(
            BasisKind kind,
            Purpose purpose,
            String reference,
            List<Concerned> persons,
            boolean withFamily,
            List<String> regions,
            @Nullable LocalDate until,
            boolean safeguarding) {}

    static Basis of(Map<String, Object> row) {
        return new Basis(
                text(row, "id"),
                text(row, "kind"),
                text(row, "purpose"),
                text(row, "reference"),
                (ZonedDateTime) Objects.requireNonNull(row.get("opened")),
                (ZonedDateTime) Objects.requireNonNull(row.get("until")),
                (ZonedDateTime) row.get("closed"),
                (LocalDate) row.get("reviewDue"),
                (String) row.get("verdict"));
    }

    private static String text(Map<String, Object> row, String name) {
        return (String) Objects.requireNonNull(row.get(name));
    }
}
