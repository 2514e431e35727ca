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

    /** Of entries {@code n} on sheets {@code s}. */
    static final String BEHIND =
            """
            ($afterAt IS NULL OR s.at < $afterAt
              OR (s.at = $afterAt AND (s.id < $afterSheet OR (s.id = $afterSheet AND n < $afterNumber))))
            """;

    /** Parameters of {@link #BEHIND}; null at the list's start. */
    static Map<String, Object> parameters(@Nullable String after) {
        Map<String, Object> parameters = new HashMap<>();
        Cursor cursor = after == null ? null : read(after);
        EntryId id = cursor == null ? null : EntryId.of(cursor.id());
        parameters.put("afterAt", cursor == null ? null : Sheet.utc(cursor.at()));
        parameters.put("afterSheet", id == null ? null : id.sheet());
        parameters.put("afterNumber", id == null ? null : id.number());
        return parameters;
    }
}
