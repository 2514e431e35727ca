package org.lianji.audit;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An entry as it is shown to those who oversee, without the persons.
 *
 * @param block height of its block, once sealed
 * @param position its place in the block, from 0
 */
record Kept(
        String id,
        ZonedDateTime at,
        Kind kind,
        String department,
        String client,
        @Nullable String purpose,
        @Nullable String basis,
        List<String> agreements,
        List<String> items,
        String digest,
        @Nullable Long block,
        @Nullable Long position) {

    /** What {@link #read} takes, of an entry {@code e}. */
    static final String FIELDS =
            """
            e {.id, .at, .kind, .department, .client, .purpose, .basis, .agreements, .items, .content, .block, .position}
            """;

    static Kept read(Map<String, Object> entry) {
        return new Kept(
                text(entry, "id"),
                ((ZonedDateTime) Objects.requireNonNull(entry.get("at")))
                        .withZoneSameInstant(Block.CHINA),
                Kind.valueOf(text(entry, "kind")),
                text(entry, "department"),
                text(entry, "client"),
                (String) entry.get("purpose"),
                (String) entry.get("basis"),
                texts(entry, "agreements"),
                texts(entry, "items"),
                text(entry, "content"),
                (Long) entry.get("block"),
                (Long) entry.get("position"));
    }

    /** {@return where the next page begins} */
    String cursor() {
        return new Cursor(at.toInstant(), id).text();
    }

    private static String text(Map<String, Object> entry, String name) {
        return String.valueOf(entry.get(name));
    }

    private static List<String> texts(Map<String, Object> entry, String name) {
        return entry.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
