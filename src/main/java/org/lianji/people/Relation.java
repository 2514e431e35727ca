package org.lianji.people;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A dated relation that one record makes.
 *
 * @param kind which, and so what its ends are
 * @param start idHash of a person, or key of a household
 * @param end idHash of a person, key of a household or code of a region
 * @param detail how a member belongs to a household, or which duty; where the kind has it
 * @param category code of the record's category
 * @param record id of the record
 * @param from first day
 * @param to day on which its record ended, no longer in it
 * @param latest day on which it ends by what the record itself says, whatever becomes of the record
 * @param current whether the record is the newest of its fact
 */
public record Relation(
        Kind kind,
        String start,
        String end,
        @Nullable String detail,
        String category,
        String record,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate latest,
        boolean current) {

    /** The kinds of relation, by their types in the graph. */
    public enum Kind {
        MEMBER_OF("Person {idHash: row.start}", "Household {key: row.end}", "relation"),
        LIVES_IN("Household {key: row.start}", "Region {code: row.end}", "detail"),
        REGISTERED_IN("Person {idHash: row.start}", "Region {code: row.end}", "detail"),
        RESIDES_IN("Person {idHash: row.start}", "Region {code: row.end}", "detail"),
        SUPPORTS("Person {idHash: row.start}", "Person {idHash: row.end}", "kind"),
        SUPPORT_ENDED("Person {idHash: row.start}", "Person {idHash: row.end}", "kind"),
        ENDED("Person {idHash: row.start}", "Person {idHash: row.end}", "ends");

        private final String start;
        private final String end;
        private final String detail;

        Kind(String start, String end, String detail) {
            this.start = start;
            this.end = end;
            this.detail = detail;
        }

        String create() {
            return """
            UNWIND $rows AS row
            MATCH (a:%s)
            MATCH (b:%s)
            CREATE (a)-[e:%s]->(b) SET e = row.properties
            """
                    .formatted(start, end, name());
        }

        /** What ends is kept in {@code until} too, since other records may end it earlier. */
        String date() {
            return """
            UNWIND $rows AS row
            MATCH ()-[e:%s {record: row.record}]->()
            WITH e, row,
              CASE WHEN row.to IS NULL OR e.latest < row.to THEN e.latest ELSE row.to END AS until
            SET e.until = until, e.current = row.current
            WITH e
            """
                            .formatted(name())
                    + Relations.FIRST_END;
        }
    }

    Map<String, Object> row() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("category", category);
        properties.put("record", record);
        properties.put("from", from);
        LocalDate until = until();
        properties.put("to", until);
        properties.put("until", until);
        properties.put("latest", latest);
        if (detail != null) {
            properties.put(kind.detail, detail);
        }
        if (kind == Kind.SUPPORT_ENDED || kind == Kind.ENDED) {
            properties.put("current", current);
        }
        return Map.of("start", start, "end", end, "properties", properties);
    }

    private @Nullable LocalDate until() {
        return to == null || latest != null && latest.isBefore(to) ? latest : to;
    }
}
