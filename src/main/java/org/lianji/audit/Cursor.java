package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Problem;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Behind which entry a page begins, newest first. Holds nothing but what the page showed.
 *
 * @param at of that entry
 * @param id of that entry
 */
record Cursor(Instant at, String id) {

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String text) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split(" ");
            if (parts.length == 2) {
                return new Cursor(Instant.parse(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // answered below
        }
        throw new Problem(AuditCode.CURSOR);
    }

    /** Parameters {@code afterAt} and {@code afterId} of a list's statement; null at its start. */
    static Map<String, Object> parameters(@Nullable String after) {
        Map<String, Object> parameters = new HashMap<>();
        Cursor cursor = after == null ? null : read(after);
        parameters.put("afterAt", cursor == null ? null : Stamped.utc(cursor.at()));
        parameters.put("afterId", cursor == null ? null : cursor.id());
        return parameters;
    }
}
