package org.lianji.audit;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Ids;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry with its place in time.
 *
 * @param id made for it
 * @param at when
 * @param entry what
 */
record Stamped(String id, Instant at, Entry entry) {

    static Stamped of(Entry entry, Instant at) {
        return new Stamped(Ids.next('E'), at, entry);
    }

    /** {@return the text that is sealed: persons as SHA-256 of their tokens} */
    String canonical() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("entry", id);
        fields.put("at", Canonical.time(at));
        fields.put("kind", entry.kind());
        fields.put("department", entry.department());
        fields.put("client", entry.client());
        fields.put("purpose", entry.purpose());
        fields.put("basis", entry.basis());
        fields.put("agreements", entry.agreements());
        fields.put("items", entry.items());
        fields.put("subjects", entry.subjects().stream().map(Merkle::sha256).sorted().toList());
        fields.put("content", entry.digest());
        Instant shownFrom = entry.shownFrom();
        fields.put("shownFrom", shownFrom == null ? null : Canonical.time(shownFrom));
        return Canonical.json(fields);
    }

    /** {@return how many nodes and relations it makes} */
    int weight() {
        return 1 + entry.subjects().size();
    }

    /** {@return as the graph takes it} */
    Map<String, Object> row() {
        String canonical = canonical();
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("id", id);
        properties.put("at", utc(at));
        properties.put("kind", entry.kind().name());
        properties.put("department", entry.department());
        properties.put("client", entry.client());
        properties.put("purpose", entry.purpose());
        properties.put("basis", entry.basis());
        properties.put("agreements", entry.agreements());
        properties.put("items", entry.items());
        properties.put("content", entry.digest());
        Instant shownFrom = entry.shownFrom();
        properties.put("shownFrom", shownFrom == null ? null : utc(shownFrom));
        properties.put("canonical", canonical);
        properties.put("digest", Merkle.leaf(canonical));
        List<String> subjects = entry.subjects();
        return Map.of("properties", properties, "subjects", subjects);
    }

    /** All times of the chain are kept in one zone, so that equal ones are equal to the graph. */
    static ZonedDateTime utc(Instant time) {
        return time.atZone(ZoneOffset.UTC);
    }
}
