package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.Keyset;
import org.lianji.proof.Block;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * An entry as it is shown to those who oversee, without the persons.
 *
 * @param absent what was asked, and of which there was nothing
 * @param act what was done with a basis, where the kind does not tell
 * @param block height of its block, once sealed
 * @param position its place in the block, from 0
 */
public record AuditEntryView(
        String id,
        ZonedDateTime at,
        Kind kind,
        String department,
        String client,
        @Nullable String purpose,
        @Nullable String basis,
        List<String> agreements,
        List<String> items,
        List<String> absent,
        String digest,
        @Nullable Act act,
        @Nullable Long block,
        @Nullable Long position) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of entries {@code n} on sheets {@code s}. */
    public static final Keyset NEWEST = Keyset.newestFirst("s.at", "s.id", "n");

    /** The end of a statement for {@link #read}, of entries {@code n} on sheets {@code s}. */
    public static final String ROW =
            "RETURN s.texts[n] AS text, s.block AS block, s.first + n AS position\n";

    public static AuditEntryView read(Record row) {
        JsonNode entry = JSON.readTree(row.get("text").asString());
        return new AuditEntryView(
                entry.path("entry").asString(),
                Instant.parse(entry.path("at").asString()).atZone(Block.CHINA),
                Kind.valueOf(entry.path("kind").asString()),
                entry.path("department").asString(),
                entry.path("client").asString(),
                entry.path("purpose").asStringOpt().orElse(null),
                entry.path("basis").asStringOpt().orElse(null),
                texts(entry.path("agreements")),
                texts(entry.path("items")),
                texts(entry.path("absent")),
                entry.path("content").asString(),
                entry.path("act").asStringOpt().map(Act::valueOf).orElse(null),
                number(row.get("block")),
                number(row.get("position")));
    }

    private static @Nullable Long number(Value value) {
        return value.isNull() ? null : Long.valueOf(value.asLong());
    }

    /** {@return where it lies among others} */
    public List<?> place() {
        EntryId place = EntryId.of(id);
        return List.of(EntryGroup.utc(at.toInstant()), place.sheet(), place.number());
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream().map(JsonNode::asString).toList();
    }
}
