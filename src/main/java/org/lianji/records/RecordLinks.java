package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Subject;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.outbox.Outbox;
import org.lianji.people.HouseholdKey;
import org.lianji.people.Identity;
import org.lianji.people.MergedPersons;
import org.lianji.people.People;
import org.lianji.people.Relation;
import org.lianji.people.Relations;
import org.lianji.records.History.Version;
import org.lianji.upload.Columns;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Links facts that came in about nobody to the person whom somebody found out, as if they had been
 * linked when they came, and takes such a link back. Works in the caller's transaction.
 */
@Component
public final class RecordLinks {

    /** The lock comes first: whoever writes the fact meanwhile waits, or is met by this. */
    private static final String LOCK =
            """
            MATCH (r:Record {version: $version}) WHERE r.linkage = $linkage
            SET r.lock = true REMOVE r.lock
            RETURN r.id AS fact
            """;

    private static final String VERSIONS =
            """
            CALL () {
              MATCH (r:Record {key: $key}) RETURN r, true AS newest
              UNION ALL MATCH (r:Superseded {key: $key}) RETURN r, false AS newest
            }
            WITH r, newest WHERE %s
            RETURN r {.*} AS record, newest
            """;

    private static final String UNLINKED =
            "r.linkage = 'TO_REVIEW' AND (r.claims = $hash OR r.version = $version)";

    private static final String LINKED = "r.linkedBy = $review";

    /** The number that it came with may be one that was merged into the person. */
    private static final String CLAIMED =
            """
            MATCH (r:Record {version: $version})
            MATCH (p:Person {idHash: r.claims})-[:MERGED_INTO*1..8]->(:Person {id: $person})
            RETURN p.id
            """;

    private static final String LINK =
            """
            UNWIND $rows AS row
            CALL (row) {
              MATCH (r:Record {version: row.version}) RETURN r
              UNION MATCH (r:Superseded {version: row.version}) RETURN r
            }
            MATCH (p:Person {idHash: $hash})
            SET r.linkage = 'LINKED', r.claimed = r.claims, r.linkedBy = $review REMOVE r.claims
            CREATE (r)-[:ABOUT]->(p)
            WITH r, row
            OPTIONAL MATCH (h:Household {key: row.household})
            FOREACH (household IN CASE WHEN h IS NULL THEN [] ELSE [h] END | CREATE (r)-[:ABOUT]->(household))
            """;

    private static final String UNLINK =
            """
            UNWIND $versions AS version
            CALL (version) {
              MATCH (r:Record {version: version}) RETURN r
              UNION MATCH (r:Superseded {version: version}) RETURN r
            }
            MATCH (r)-[about:ABOUT]->()
            DELETE about
            WITH DISTINCT r
            SET r.linkage = 'TO_REVIEW', r.claims = r.claimed REMOVE r.claimed, r.linkedBy
            """;

    private static final String UNRELATE =
            "UNWIND $versions AS version MATCH ()-[e:%s {record: version}]->() DELETE e";

    private static final String NUMBERS =
            "UNWIND $tokens AS token MATCH (p:Person {id: token}) RETURN p.id AS token, p.idHash AS"
                    + " hash, p.idNumber AS number";

    private final Neo4jClient graph;
    private final People people;
    private final Relations relations;
    private final MergedPersons merged;
    private final Outbox news;

    RecordLinks(
            Neo4jClient graph,
            People people,
            Relations relations,
            MergedPersons merged,
            Outbox news) {
        this.graph = graph;
        this.people = people;
        this.relations = relations;
        this.merged = merged;
        this.news = news;
    }

    /** A version that is kept, about whomever. */
    private record Kept(Version version, boolean newest, @Nullable LocalDate end) {}

    /**
     * {@return whether the version was still the newest of its fact and about nobody; if so, all
     * versions that came with that number are about the person now, and who waits for records of
     * theirs hears of it}
     *
     * @param person token
     * @param review identifier of what decided it
     */
    public boolean link(Category category, String version, String person, String review) {
        Optional<Identity> known =
                graph.query(CLAIMED)
                        .bindAll(Map.of("version", version, "person", person))
                        .fetchAs(String.class)
                        .one()
                        .or(() -> Optional.of(person))
                        .flatMap(people::known);
        if (known.isEmpty() || !locked(version, "TO_REVIEW")) {
            return false;
        }
        Identity subject = known.get();
        List<Kept> kept = kept(category, version, UNLINKED, subject, review);
        RowRelations derived = new RowRelations(category);
        List<HouseholdKey> households =
                kept.stream()
                        .flatMap(one -> derived.household(row(one)).stream())
                        .distinct()
                        .toList();
        relations.ensureHouseholds(households);
        graph.query(LINK)
                .bindAll(
                        Map.of(
                                "rows",
                                kept.stream().map(one -> link(category, derived, one)).toList(),
                                "hash",
                                subject.hash(),
                                "review",
                                review))
                .run();
        List<Relation> made = new ArrayList<>();
        kept.forEach(one -> made.addAll(derived.of(one.version(), one.end(), one.newest())));
        relations.create(made);
        merged.follow(List.of(subject));
        settle(category, derived, kept, person);
        return true;
    }

    /** {@return whether that link was there; if so, the record is about nobody again} */
    public boolean unlink(Category category, String version, String person, String review) {
        Optional<Identity> known = people.known(person);
        if (known.isEmpty() || !locked(version, "LINKED")) {
            return false;
        }
        List<Kept> kept = kept(category, version, LINKED, known.get(), review);
        List<String> versions = kept.stream().map(one -> one.version().id()).toList();
        RowRelations derived = new RowRelations(category);
        relations.date(
                derived.kinds(),
                kept.stream()
                        .map(
                                one ->
                                        new Relations.RelationDates(
                                                one.version().id(), one.version().from(), false))
                        .toList());
        settle(category, derived, kept, person);
        derived.kinds()
                .forEach(
                        kind ->
                                graph.query(UNRELATE.formatted(kind.name()))
                                        .bind(versions)
                                        .to("versions")
                                        .run());
        graph.query(UNLINK).bind(versions).to("versions").run();
        return !kept.isEmpty();
    }

    private boolean locked(String version, String linkage) {
        return graph.query(LOCK)
                .bindAll(Map.of("version", version, "linkage", linkage))
                .fetch()
                .one()
                .isPresent();
    }

    private static Row row(Kept one) {
        return Objects.requireNonNull(one.version().row());
    }

    private static Map<String, Object> link(Category category, RowRelations derived, Kept one) {
        Map<String, Object> link = new HashMap<>();
        link.put("version", one.version().id());
        link.put(
                "household",
                category.subject() == Subject.HOUSEHOLD
                        ? derived.household(row(one)).map(HouseholdKey::key).orElse(null)
                        : null);
        return link;
    }

    /** What others say of the same people ends, or goes on, by what has come or gone. */
    private void settle(Category category, RowRelations derived, List<Kept> kept, String person) {
        derived.settle(relations, kept.stream().map(one -> one.version().id()).toList());
        kept.stream()
                .filter(Kept::newest)
                .findFirst()
                .ifPresent(
                        one ->
                                news.post(
                                        RecordsContributed.KIND,
                                        one.version().record(),
                                        new RecordsContributed(
                                                category.code(),
                                                "",
                                                List.of(one.version().record()),
                                                List.of(person))));
    }

    private List<Kept> kept(
            Category category, String version, String which, Identity subject, String review) {
        return graph.query("MATCH (r:Record {version: $version}) RETURN r.key")
                .bind(version)
                .to("version")
                .fetchAs(String.class)
                .one()
                .map(
                        key ->
                                List.copyOf(
                                        graph.query(VERSIONS.formatted(which))
                                                .bindAll(
                                                        Map.of(
                                                                "key",
                                                                key,
                                                                "version",
                                                                version,
                                                                "hash",
                                                                subject.hash(),
                                                                "review",
                                                                review))
                                                .fetchAs(Kept.class)
                                                .mappedBy((_, row) -> kept(category, row, subject))
                                                .all()))
                .orElse(List.of());
    }

    private Kept kept(Category category, Record found, Identity subject) {
        Value record = found.get("record");
        OffsetDateTime observedAt = record.get("observedAt").asZonedDateTime().toOffsetDateTime();
        LocalDate validFrom = day(record, "validFrom");
        Row row =
                new Row(
                        record.get("row").asLong(1),
                        record.get("recordNo").asString(),
                        observedAt,
                        validFrom,
                        day(record, "ownValidTo"),
                        subject,
                        subject,
                        record.get(Columns.PERSON_NAME).asString(null),
                        false,
                        items(category, record),
                        RowDigest.of(Map.of(), Map.of()));
        Instant instant = observedAt.toInstant();
        Version version =
                new Version(
                        record.get("version").asString(),
                        record.get("id").asString(),
                        instant,
                        "",
                        row.from(),
                        row.validTo(),
                        Map.of(),
                        row);
        return new Kept(version, found.get("newest").asBoolean(), day(record, "validTo"));
    }

    private static @Nullable LocalDate day(Value record, String name) {
        return record.get(name).isNull() ? null : record.get(name).asLocalDate();
    }

    private Map<String, Object> items(Category category, Value record) {
        Map<String, Object> items = new HashMap<>();
        for (Item item : category.items()) {
            Value value = record.get(item.name());
            if (!value.isNull()) {
                items.put(
                        item.name(),
                        item.type() == ItemType.Scalar.ID_NUMBER
                                ? identities(value)
                                : value.asObject());
            }
        }
        return items;
    }

    private List<Identity> identities(Value tokens) {
        List<Object> all =
                tokens.asObject() instanceof List<?> list
                        ? List.copyOf(list)
                        : List.of(tokens.asObject());
        return List.copyOf(
                graph.query(NUMBERS)
                        .bind(all)
                        .to("tokens")
                        .fetchAs(Identity.class)
                        .mappedBy(
                                (_, row) ->
                                        new Identity(
                                                row.get("hash").asString(),
                                                row.get("number").asString()))
                        .all());
    }
}
