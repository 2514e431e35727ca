package org.lianji.sharing;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Problem;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.Base64;

/** Where in the list of agreements, or corrections, a page ends. */
final class AgreementCursor {

    private AgreementCursor() {}

    static String of(Agreement agreement) {
        return of(agreement.createdAt(), agreement.id());
    }

    static String of(ZonedDateTime createdAt, String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((createdAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    static AgreementGraph.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
                            .split(" ");
            if (parts.length == 2) {
                return new AgreementGraph.Place(ZonedDateTime.parse(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // answered below
        }
        throw new Problem(AgreementCode.CURSOR);
    }
}
