package org.lianji.contribution;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * What a flow puts into the library about a person: a decision, a relief that was given, help that
 * arrived.
 *
 * @param category code of its category
 * @param person token of whom it is about
 * @param matter identifier of the matter that leads to that person
 * @param recordNo the flow's own number of it; the same number is the same record, whose newest
 *     version counts
 * @param observedAt as of when it is so
 * @param items by name, written as in a contribution (dates, months and amounts as text)
 */
public record FlowRecord(
        String category,
        String person,
        String matter,
        String recordNo,
        OffsetDateTime observedAt,
        Map<String, Object> items) {

    public FlowRecord {
        items = Map.copyOf(items);
    }

    /** A record that has the number of its matter. */
    public FlowRecord(
            String category,
            String person,
            String recordNo,
            OffsetDateTime observedAt,
            Map<String, Object> items) {
        this(category, person, recordNo, recordNo, observedAt, items);
    }
}
