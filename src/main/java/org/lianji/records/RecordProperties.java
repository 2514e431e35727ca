package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Subject;
import org.lianji.items.Item;
import org.lianji.people.CertificateNumber;
import org.lianji.people.Identity;
import org.lianji.records.History.Version;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A version of a fact as its node keeps it. */
final class RecordProperties {

    private static final String CREATE =
            """
            MATCH (b:Batch {id: $batch})
            UNWIND $rows AS row
            CREATE (r:%s)-[:FROM]->(b) SET r = row.properties
            WITH r, row
            MATCH (p:Person {idHash: row.subject})
            CREATE (r)-[:ABOUT]->(p)
            """;

    private static final String ABOUT_HOUSEHOLD =
            """
            WITH r, row, p
            OPTIONAL MATCH (h:Household {key: row.household})
            FOREACH (household IN CASE WHEN h IS NULL THEN [] ELSE [h] END | CREATE (r)-[:ABOUT]->(household))
            """;

    private static final String SUBJECTS =
            """
            WITH p
            RETURN collect(DISTINCT p.id) AS persons
            """;

    /** The same as migration V060 does for what was there before. */
    static final String NOTE_CHANGES =
            """
            UNWIND $keys AS key
            MATCH (r:Record {key: key})
            WITH r, COLLECT { MATCH (v:Superseded {key: r.key}) RETURN v ORDER BY v.observedAt } AS older
            WITH r, older, older + [r] AS versions
            WITH r, older, COLLECT {
              UNWIND range(1, size(versions) - 1) AS i
              WITH versions[i - 1] AS before, versions[i] AS after
              UNWIND [name IN keys(after) + [gone IN keys(before) WHERE after[gone] IS NULL] WHERE NOT name IN $common
                AND NOT name STARTS WITH 'formerly ' AND NOT coalesce(before[name] = after[name], false)] AS name
              WITH name, max(after.observedAt) AS at ORDER BY at, name
              RETURN {name: name, at: at}
            } AS changes
            SET r.changed = CASE WHEN older <> [] THEN [change IN changes | change.name] END,
              r.changedAt = CASE WHEN older <> [] THEN [change IN changes | change.at] END,
              r.firstAt = CASE WHEN older <> [] THEN older[0].observedAt END
            """;

    /** What differs between versions and says nothing of the fact, or shows to its owner alone. */
    static final List<String> NOT_CONTENT =
            List.of(
                    "id",
                    "version",
                    "key",
                    "category",
                    "recordNo",
                    "observedAt",
                    "validTo",
                    "personName",
                    "claims",
                    "claimed",
                    "linkedBy",
                    "nameBlock",
                    "receivedAt",
                    "supersededAt",
                    "department",
                    "batch",
                    "row",
                    "digest",
                    "linkage",
                    "changed",
                    "changedAt",
                    "firstAt");

    private RecordProperties() {}

    static Map<String, Object> of(
            BatchHandle batch,
            Category category,
            Version version,
            Row row,
            RecordGraph.VersionPlacement placing,
            Map<String, String> tokens,
            OffsetDateTime now) {
        Map<String, Object> properties = new HashMap<>();
        for (Item item : category.items()) {
            switch (row.items().get(item.name())) {
                case null -> {}
                case CertificateNumber number -> {
                    properties.put(item.name(), number.shown());
                    properties.put(item.lookup(), number.hash());
                }
                case Object value -> properties.put(item.name(), withTokens(value, tokens));
            }
        }
        properties.put("id", version.record());
        properties.put("version", version.id());
        properties.put("key", RecordGraph.key(category, row));
        properties.put("category", category.code());
        properties.put("recordNo", row.recordNo());
        properties.put("observedAt", row.observedAt());
        properties.put("validFrom", row.validFrom());
        properties.put("validTo", placing.end());
        properties.put("ownValidTo", row.validTo());
        properties.put("personName", row.personName());
        properties.put("claims", row.nameDiffers() ? claimed(row) : null);
        properties.put("receivedAt", now);
        properties.put("department", batch.department());
        properties.put("batch", batch.id());
        properties.put("row", row.number());
        properties.put("digest", row.digest().text());
        properties.put("linkage", linkage(category, row));
        return properties;
    }

    /** Whose number it came with, for whoever reviews it. */
    private static @Nullable String claimed(Row row) {
        return row.named() instanceof Identity named ? named.hash() : null;
    }

    private static String linkage(Category category, Row row) {
        if (category.subject() == Subject.NONE) {
            return "GENERAL";
        }
        return row.subject() == null ? "TO_REVIEW" : "LINKED";
    }

    private static Object withTokens(Object value, Map<String, String> tokens) {
        return switch (value) {
            case Identity identity -> Objects.requireNonNull(tokens.get(identity.hash()));
            case List<?> list -> list.stream().map(element -> withTokens(element, tokens)).toList();
            default -> value;
        };
    }

    /** {@return the statement that makes such records} */
    static String create(Category category, String labels) {
        return CREATE.formatted(labels)
                + (category.subject() == Subject.HOUSEHOLD ? ABOUT_HOUSEHOLD : "")
                + SUBJECTS;
    }
}
