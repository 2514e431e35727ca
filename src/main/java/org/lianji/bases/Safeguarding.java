package org.lianji.bases;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Looks on a basis are hidden from the persons, since someone's safety is at stake: at once for as
 * long as its head needs to sign it, and for longer once signed.
 *
 * @param ground of which kind
 * @param reason in writing
 * @param until last day that was asked for
 * @param askedAt when
 * @param askedBy client that asked, and so doesn't sign
 * @param hiddenUntil when the looks show, as it stands
 * @param signedAt when the head signed what was asked last
 */
record Safeguarding(
        SafeguardingGround ground,
        String reason,
        LocalDate until,
        ZonedDateTime askedAt,
        String askedBy,
        ZonedDateTime hiddenUntil,
        @Nullable ZonedDateTime signedAt) {

    /** What is asked for; see {@code SafeguardingInput}. */
    record HidingRequest(SafeguardingGround ground, String reason, LocalDate until) {}

    /** Where it stands. */
    enum State {
        PENDING,
        SIGNED,
        ENDED
    }

    State state(ZonedDateTime now) {
        if (!hiddenUntil.isAfter(now)) {
            return State.ENDED;
        }
        return signedAt == null ? State.PENDING : State.SIGNED;
    }

    /** {@return the properties of a basis for which this is asked} */
    static Map<String, Object> properties(
            HidingRequest asked, String client, ZonedDateTime now, ZonedDateTime hiddenUntil) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("hidingGround", asked.ground().name());
        properties.put("hidingReason", asked.reason());
        properties.put("hidingUntil", asked.until());
        properties.put("hidingAskedAt", now);
        properties.put("hidingAskedBy", client);
        properties.put("hidingSignedAt", null);
        properties.put("hidingSignedBy", null);
        properties.put("shownFrom", hiddenUntil);
        return properties;
    }

    static @Nullable Safeguarding of(Map<String, Object> row) {
        if (!(row.get("hidingGround") instanceof String ground)) {
            return null;
        }
        return new Safeguarding(
                SafeguardingGround.valueOf(ground),
                (String) Objects.requireNonNull(row.get("hidingReason")),
                (LocalDate) Objects.requireNonNull(row.get("hidingUntil")),
                (ZonedDateTime) Objects.requireNonNull(row.get("hidingAskedAt")),
                (String) Objects.requireNonNull(row.get("hidingAskedBy")),
                (ZonedDateTime) Objects.requireNonNull(row.get("shownFrom")),
                (ZonedDateTime) row.get("hidingSignedAt"));
    }
}
