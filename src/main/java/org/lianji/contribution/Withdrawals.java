package org.lianji.contribution;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.outbox.Outbox;
import org.lianji.people.Regions;
import org.lianji.people.Relations;
import org.lianji.people.Relations.RelationDates;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Prose;
import org.lianji.records.ChunkWriter;
import org.lianji.records.RecordGraph;
import org.lianji.records.RecordWithdrawn;
import org.lianji.records.RowRelations;
import org.lianji.records.WriteAudit;
import org.lianji.texts.PlainText;
import org.lianji.upload.ContributionCode;
import org.lianji.upload.Fields;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes back records that should not have been contributed, and lets the version before them hold
 * again.
 */
@Component
final class Withdrawals {

    private static final String LOCK =
            """
            MATCH (r:Record) WHERE r.%s = $value AND r.department = $department
              AND ($everywhere OR EXISTS {
                (r)-[:ABOUT]->(:Person)-[e:RESIDES_IN|REGISTERED_IN]->(:Region)-[:PART_OF*0..4]->(:Region {code: $region})
                WHERE (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR e.to > $today) })
            SET r.lock = true REMOVE r.lock
            RETURN r.version AS id
            """;

    private static final String READ =
            """
            MATCH (r:Record {version: $id})
            RETURN r.key AS key, r.id AS record, r.category AS category, coalesce(r.validFrom, date(r.observedAt)) AS from
            """;

    private static final String WITHDRAW =
            """
            MATCH (r:Record {version: $id})
            REMOVE r:Record:`%s`
            SET r:Withdrawn, r.withdrawnAt = $now, r.reason = $reason
            REMOVE r.changed, r.changedAt, r.firstAt
            """;

    private static final String RESTORE =
            """
            MATCH (r:Superseded {key: $key})
            WITH r ORDER BY r.observedAt DESC LIMIT 1
            REMOVE r:Superseded
            SET r:Record:`%s`, r.validTo = r.ownValidTo
            REMOVE r.supersededAt
            RETURN r.version AS id, r.ownValidTo AS validTo
            """;

    private static final int LONGEST_REASON = 500;

    /**
     * @param record the record taken back
     * @param restored the same, where an older version is current again
     * @param withdrawnAt when
     */
    record Withdrawal(String record, @Nullable String restored, OffsetDateTime withdrawnAt) {}

    private final Neo4jClient graph;
    private final Catalogue catalogue;
    private final Relations relations;
    private final ChunkWriter writer;
    private final WriteAudit written;
    private final RecordGraph records;
    private final Outbox outbox;
    private final Regions regions;
    private final Clock clock;

    Withdrawals(
            Neo4jClient graph,
            Catalogue catalogue,
            Relations relations,
            ChunkWriter writer,
            WriteAudit written,
            RecordGraph records,
            Outbox outbox,
            Regions regions,
            Clock clock) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.relations = relations;
        this.writer = writer;
        this.written = written;
        this.records = records;
        this.outbox = outbox;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * {@return what was taken back}
     *
     * @param property by which the record is found: {@code id} or {@code key}
     * @throws Problem when there is no such current record of the caller's: another's looks the
     *     same, and one about somebody who does not belong to the caller's region
     */
    Withdrawal withdraw(Caller caller, Property property, String value, String given) {
        String reason = PlainText.kept(given);
        if (reason.isEmpty() || PlainText.length(reason) > LONGEST_REASON) {
            throw new Problem(ContributionCode.REASON_MISSING);
        }
        Prose.said("reason", reason, 1);
        return writer.inTransaction(
                () -> {
                    String id =
                            graph.query(
                                            LOCK.formatted(
                                                    property.name()
                                                            .toLowerCase(java.util.Locale.ROOT)))
                                    .bindAll(
                                            Map.of(
                                                    "value",
                                                    value,
                                                    "department",
                                                    caller.department(),
                                                    "region",
                                                    caller.region(),
                                                    "everywhere",
                                                    regions.whole(caller.region()),
                                                    "today",
                                                    LocalDate.now(clock)))
                                    .fetchAs(String.class)
                                    .one()
                                    .orElseThrow(
                                            () -> new Problem(ContributionCode.RECORD_NOT_FOUND));
                    Map<String, Object> record =
                            graph.query(READ)
                                    .bind(id)
                                    .to("id")
                                    .fetch()
                                    .one()
                                    .orElseThrow(
                                            () -> new Problem(ContributionCode.RECORD_NOT_FOUND));
                    return withdraw(caller, id, record, reason);
                });
    }

    /** By which property of the graph a record is found. */
    enum Property {
        ID,
        KEY
    }

    private Withdrawal withdraw(
            Caller caller, String id, Map<String, Object> record, String reason) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Category category =
                catalogue.category(Fields.of(record, "category", String.class)).orElseThrow();
        graph.query(WITHDRAW.formatted(category.type()))
                .bindAll(Map.of("id", id, "now", now, "reason", reason))
                .run();
        Optional<Map<String, Object>> restored =
                graph.query(RESTORE.formatted(category.type()))
                        .bind(Fields.of(record, "key", String.class))
                        .to("key")
                        .fetch()
                        .one();
        List<RelationDates> datings = new ArrayList<>();
        datings.add(new RelationDates(id, Fields.of(record, "from", LocalDate.class), false));
        restored.ifPresent(
                version ->
                        datings.add(
                                new RelationDates(
                                        Fields.of(version, "id", String.class),
                                        (LocalDate) version.get("validTo"),
                                        true)));
        date(category, datings);
        String again = restored.map(version -> Fields.of(version, "id", String.class)).orElse(null);
        restored.ifPresent(
                _ -> records.noteChanges(List.of(Fields.of(record, "key", String.class))));
        Set<String> persons = new TreeSet<>(written.withdrawal(caller, category, id));
        persons.addAll(records.persons(category, id, again));
        String fact = Fields.of(record, "record", String.class);
        String restoredFact = again == null ? null : fact;
        outbox.post(
                RecordWithdrawn.KIND,
                fact,
                new RecordWithdrawn(category.code(), fact, restoredFact, List.copyOf(persons)));
        return new Withdrawal(fact, restoredFact, now);
    }

    private void date(Category category, List<RelationDates> datings) {
        RowRelations derived = new RowRelations(category);
        relations.date(derived.kinds(), datings);
        derived.settle(relations, datings.stream().map(RelationDates::record).toList());
    }
}
