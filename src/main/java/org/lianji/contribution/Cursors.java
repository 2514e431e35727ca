package org.lianji.contribution;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Problem;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.Base64;

/** Cursors of lists of one's own: where in the list, and nothing that is secret. */
final class Cursors {

    /**
     * Behind which receipt a page begins.
     *
     * @param receivedAt of that receipt
     * @param id of that receipt
     */
    record Place(ZonedDateTime receivedAt, String id) {}

    private Cursors() {}

    static String of(Receipt receipt) {
        return encode(receipt.receivedAt() + " " + receipt.id());
    }

    static String of(Outcome outcome) {
        return encode(String.valueOf(outcome.row()));
    }

    static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = decode(cursor).split(" ");
        try {
            if (parts.length == 2) {
                return new Place(ZonedDateTime.parse(parts[0]), parts[1]);
            }
        } catch (DateTimeException e) {
            // answered below
        }
        throw new Problem(ContributionCode.CURSOR);
    }

    static long row(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(decode(cursor));
        } catch (NumberFormatException e) {
            throw new Problem(ContributionCode.CURSOR);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(ContributionCode.CURSOR);
        }
    }
}
