package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.people.HouseholdKey;
import org.lianji.people.Identity;
import org.lianji.people.IdentityHash;
import org.lianji.records.History.Version;
import org.lianji.upload.Columns;
import org.lianji.upload.Fields;
import org.neo4j.driver.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records in the graph, and what became of the rows they came from. Works in the caller's
 * transaction.
 */
@Component
public final class RecordGraph {

    private static final String LOCK_BATCH =
            "MATCH (b:Batch {id: $batch}) SET b.lock = true REMOVE b.lock RETURN b.next AS next";

    private static final String LOCK_RECORDS =
            "UNWIND $keys AS key MATCH (r:Record {key: key}) SET r.lock = true REMOVE r.lock RETURN"
                    + " r.version AS id, key";

    private static final String VERSIONS =
            """
            UNWIND $keys AS key
            CALL (key) {
              MATCH (r:Record {key: key}) RETURN r, true AS current
              UNION ALL
              MATCH (r:Superseded {key: key}) RETURN r, false AS current
            }
            RETURN key, current, r.version AS id, r.id AS record, r.observedAt AS observedAt, r.digest AS digest,
              coalesce(r.validFrom, date(r.observedAt)) AS from, r.ownValidTo AS validTo,
              [name IN keys(r) WHERE name STARTS WITH 'formerly ' | [substring(name, 9), r[name]]] AS formerly
            """;

    /** Whom records are about, and whom their items name. */
    private static final String PERSONS =
            """

            WITH r OPTIONAL MATCH (r)-[:ABOUT]->(p:Person)
            UNWIND reduce(all = [p.id], item IN $named | all + coalesce(r[item], [])) AS person
            RETURN collect(DISTINCT person) AS persons
            """;

    private static final String OF_WITHDRAWN = "MATCH (r:Withdrawn {version: $record})" + PERSONS;

    private static final String OF_CURRENT = "MATCH (r:Record {version: $record})" + PERSONS;

    private static final String DEMOTE =
            """
            UNWIND $rows AS row
            MATCH (r:Record {version: row.id})
            REMOVE r:Record:`%s`
            SET r:Superseded, r.validTo = row.to, r.supersededAt = $now, r.changed = null, r.changedAt = null, r.firstAt = null
            """
                    + PERSONS;

    private static final String REDATE =
            "UNWIND $rows AS row MATCH (r:Superseded {version: row.id}) SET r.validTo = row.to"
                    + PERSONS;

    private static final String PROGRESS =
            """
            MATCH (b:Batch {id: $batch})
            SET b.next = $next,
              b.accepted = b.accepted + $accepted, b.superseded = b.superseded + $superseded,
              b.unchanged = b.unchanged + $unchanged, b.toReview = b.toReview + $toReview,
              b.rejected = b.rejected + $rejected, b.skipped = coalesce(b.skipped, 0) + $skipped,
              b.state = CASE WHEN $last THEN 'COMPLETE' ELSE b.state END,
              b.finishedAt = CASE WHEN $last THEN $now END
            WITH b WHERE $next > $first
            CREATE (:Chunk {batch: $batch, first: $first, last: $next - 1, kinds: $kinds, recordNos: $recordNos,
              records: $records, nameDiffers: $nameDiffers})
            """;

    /**
     * Where a version stands in its history.
     *
     * @param end day on which it ends
     * @param newest whether it is the newest
     * @param demoted whether it was the newest until now
     */
    record VersionPlacement(@Nullable LocalDate end, boolean newest, boolean demoted) {}

    private final Neo4jClient graph;
    private final IdentityHash hashes;

    RecordGraph(Neo4jClient graph, IdentityHash hashes) {
        this.graph = graph;
        this.hashes = hashes;
    }

    /**
     * {@return the history of a fact; its identifier follows from the key, so that it is the same
     * after all versions were taken back}
     */
    History history(String key, List<Version> kept) {
        return new History(hashes.identifier('R', key), kept);
    }

    static String key(Category category, Row row) {
        return key(category.code(), row.recordNo());
    }

    public static String key(String category, String recordNo) {
        return category + "|" + recordNo;
    }

    /**
     * {@return the first row of the batch not yet written, by this writer's lock unchanged until it
     * ends}
     */
    long lockBatch(String batch) {
        return graph.query(LOCK_BATCH)
                .bind(batch)
                .to("batch")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    /**
     * Locks the newest versions first and looks then, so that nothing read here changes before it
     * is written. A fact without a newest version has none: whoever makes one meanwhile meets this
     * writer at the key's constraint.
     */
    Map<String, History> histories(Category category, List<Row> rows) {
        List<String> keys =
                rows.stream().map(row -> key(category, row)).distinct().sorted().toList();
        Map<String, String> locked = new HashMap<>();
        fetch(LOCK_RECORDS, keys)
                .forEach(
                        row ->
                                locked.put(
                                        Fields.of(row, "id", String.class),
                                        Fields.of(row, "key", String.class)));
        Map<String, List<Version>> versions = new HashMap<>();
        for (Map<String, Object> row : fetch(VERSIONS, locked.values())) {
            if (Fields.of(row, "current", Boolean.class)
                    && !locked.containsKey(Fields.of(row, "id", String.class))) {
                throw new ConcurrencyFailureException("a record changed hands");
            }
            versions.computeIfAbsent(Fields.of(row, "key", String.class), _ -> new ArrayList<>())
                    .add(version(row));
        }
        Map<String, History> histories = new HashMap<>();
        versions.forEach((key, kept) -> histories.put(key, history(key, kept)));
        return histories;
    }

    private Collection<Map<String, Object>> fetch(String statement, Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : graph.query(statement).bind(List.copyOf(keys)).to("keys").fetch().all();
    }

    private static Version version(Map<String, Object> row) {
        return new Version(
                Fields.of(row, "id", String.class),
                Fields.of(row, "record", String.class),
                Fields.of(row, "observedAt", ZonedDateTime.class).toInstant(),
                Fields.of(row, "digest", String.class),
                Fields.of(row, "from", LocalDate.class),
                (LocalDate) row.get("validTo"),
                formerly(Fields.of(row, "formerly", List.class)),
                null);
    }

    /** {@return instants as they were written, of a version older than their one form} */
    private static Map<String, OffsetDateTime> formerly(List<?> pairs) {
        Map<String, OffsetDateTime> formerly = new HashMap<>();
        for (Object pair : pairs) {
            List<?> named = (List<?>) pair;
            ZonedDateTime written = (ZonedDateTime) named.getLast();
            formerly.put((String) named.getFirst(), written.toOffsetDateTime());
        }
        return formerly;
    }

    /**
     * Takes superseded versions out of the current ones, and says until when they hold.
     *
     * @return whom they are about or name
     */
    Set<String> redate(
            Category category, Map<Version, VersionPlacement> redated, OffsetDateTime now) {
        List<Map<String, Object>> demoted = new ArrayList<>();
        List<Map<String, Object>> others = new ArrayList<>();
        redated.forEach(
                (version, placing) -> {
                    Map<String, Object> row = new HashMap<>();
                    row.put("id", version.id());
                    row.put("to", placing.end());
                    (placing.demoted() ? demoted : others).add(row);
                });
        Set<String> persons = redate(category, DEMOTE.formatted(category.type()), demoted, now);
        persons.addAll(redate(category, REDATE, others, now));
        return persons;
    }

    private Set<String> redate(
            Category category,
            String statement,
            List<Map<String, Object>> rows,
            OffsetDateTime now) {
        return rows.isEmpty()
                ? new HashSet<>()
                : persons(
                        graph.query(statement)
                                .bindAll(
                                        Map.of(
                                                "rows",
                                                rows,
                                                "now",
                                                now,
                                                "named",
                                                named(category))));
    }

    private static List<String> named(Category category) {
        return category.items().stream()
                .filter(item -> item.type() == ItemType.Scalar.ID_NUMBER)
                .map(Item::name)
                .toList();
    }

    /**
     * {@return whom a record that was taken back is about or names, and the one that holds again}
     *
     * @param restored its identifier, if there is one
     */
    public Set<String> persons(Category category, String withdrawn, @Nullable String restored) {
        Set<String> persons = ofRecord(category, OF_WITHDRAWN, withdrawn);
        if (restored != null) {
            persons.addAll(ofRecord(category, OF_CURRENT, restored));
        }
        return persons;
    }

    private Set<String> ofRecord(Category category, String statement, String record) {
        return persons(
                graph.query(statement).bindAll(Map.of("record", record, "named", named(category))));
    }

    private static Set<String> persons(Neo4jClient.RunnableSpec statement) {
        Set<String> persons = new HashSet<>();
        statement
                .fetchAs(Value.class)
                .mappedBy((_, row) -> row.get("persons"))
                .one()
                .ifPresent(all -> persons.addAll(all.asList(Value::asString)));
        return persons;
    }

    /** {@return whom the new records are about} */
    Set<String> create(
            BatchHandle batch,
            Category category,
            Map<Version, VersionPlacement> added,
            Map<String, String> tokens,
            RowRelations derived,
            OffsetDateTime now) {
        List<Map<String, Object>> newest = new ArrayList<>();
        List<Map<String, Object>> late = new ArrayList<>();
        added.forEach(
                (version, placing) -> {
                    if (version.row() instanceof Row row) {
                        Map<String, Object> one = new HashMap<>();
                        one.put(
                                "properties",
                                RecordProperties.of(
                                        batch, category, version, row, placing, tokens, now));
                        one.put(
                                "subject",
                                row.subject() instanceof Identity subject ? subject.hash() : null);
                        one.put(
                                "household",
                                derived.household(row).map(HouseholdKey::key).orElse(null));
                        (placing.newest() ? newest : late).add(one);
                    }
                });
        Set<String> persons = create(batch, createNewest(category), newest);
        persons.addAll(create(batch, RecordProperties.create(category, "Superseded"), late));
        return persons;
    }

    private Set<String> create(
            BatchHandle batch, String statement, List<Map<String, Object>> rows) {
        return rows.isEmpty()
                ? new HashSet<>()
                : persons(
                        graph.query(statement).bind(batch.id()).to("batch").bind(rows).to("rows"));
    }

    static String createNewest(Category category) {
        return RecordProperties.create(category, "Record:`" + category.type() + "`");
    }

    Outcome rejected(CheckedRow.Invalid faulty) {
        boolean echo =
                faulty.raw().values().get(Columns.RECORD_NO) instanceof String recordNo
                        && recordNo.matches("[\\w-]{1,64}")
                        && !recordNo.matches(".*\\d{11}.*")
                        && !recordNo.matches(".*(\\d[-_]*){15}.*");
        String recordNo =
                echo ? String.valueOf(faulty.raw().values().get(Columns.RECORD_NO)) : null;
        return new Outcome(
                faulty.raw().number(), recordNo, OutcomeKind.REJECTED, null, faulty.findings());
    }

    /** Keeps what became of each row, and counts the batch on. */
    void progress(String batch, Chunk chunk, List<Outcome> outcomes, OffsetDateTime now) {
        StringBuilder kinds = new StringBuilder();
        outcomes.forEach(outcome -> kinds.append(outcome.kind().letter()));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("batch", batch);
        parameters.put("first", chunk.first());
        parameters.put("next", chunk.first() + outcomes.size());
        parameters.put("last", chunk.last());
        parameters.put("now", now);
        parameters.put("kinds", kinds.toString());
        parameters.put(
                "recordNos",
                outcomes.stream().map(outcome -> orEmpty(outcome.recordNo())).toList());
        parameters.put(
                "records", outcomes.stream().map(outcome -> orEmpty(outcome.record())).toList());
        parameters.put(
                "nameDiffers",
                outcomes.stream().filter(Outcome::nameDiffers).map(Outcome::row).toList());
        parameters.put("accepted", count(outcomes, OutcomeKind.ACCEPTED));
        parameters.put("superseded", count(outcomes, OutcomeKind.SUPERSEDED));
        parameters.put("unchanged", count(outcomes, OutcomeKind.UNCHANGED));
        parameters.put("toReview", count(outcomes, OutcomeKind.TO_REVIEW));
        parameters.put("rejected", count(outcomes, OutcomeKind.REJECTED));
        parameters.put("skipped", count(outcomes, OutcomeKind.SKIPPED));
        graph.query(PROGRESS).bindAll(parameters).run();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static long count(List<Outcome> outcomes, OutcomeKind kind) {
        return outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
    }

    /**
     * Keeps with the newest version what changed last and when, so that whoever sees a part is told
     * since when that part has been as it is.
     *
     * @param keys of facts that have several versions, or had
     */
    public void noteChanges(Collection<String> keys) {
        if (!keys.isEmpty()) {
            graph.query(RecordProperties.NOTE_CHANGES)
                    .bindAll(Map.of("keys", keys, "common", RecordProperties.NOT_CONTENT))
                    .run();
        }
    }
}
