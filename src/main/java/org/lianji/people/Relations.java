package org.lianji.people;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Relation.Kind;
import org.lianji.platform.Ids;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Households, and the dated relations of persons, households and regions. Every operation works in
 * the caller's transaction.
 */
@Component
public final class Relations {

    /** In ENDED, in place of a category: what ends with the person's life. */
    public static final String LIFE = "LIFE";

    /**
     * The first of the days on which {@code e} ends: by its own record, by what others say, and by
     * a death.
     */
    static final String FIRST_END =
            """
            CALL (e) { UNWIND [e.until, e.ended, e.died] AS day RETURN min(day) AS to }
            SET e.to = to
            """;

    private static final String HOUSEHOLDS =
            """
            UNWIND $rows AS row
            MERGE (h:Household {key: row.key})
            ON CREATE SET h.id = row.id, h.kind = row.kind, h.number = row.number, h.owner = row.owner
            """;

    /**
     * A duty ends with its own record, or by a later record of the same category about the same two
     * people.
     */
    private static final String SETTLE_DUTIES =
            """
            UNWIND $records AS record
            CALL (record) {
              MATCH (a)-[e:SUPPORTS {record: record}]->(b) RETURN a, b, e.kind AS kind, e.category AS category
              UNION
              MATCH (a)-[e:SUPPORT_ENDED {record: record}]->(b) RETURN a, b, e.kind AS kind, e.category AS category
            }
            WITH DISTINCT a, b, kind, category
            MATCH (a)-[duty:SUPPORTS {kind: kind, category: category}]-(b)
            OPTIONAL MATCH (a)-[end:SUPPORT_ENDED {kind: kind, category: category}]-(b)
            WHERE end.from >= duty.from AND coalesce(end.current, true)
            WITH duty AS e, min(end.from) AS ended
            SET e.ended = ended
            WITH e
            """
                    + FIRST_END;

    private static final String END_WHAT_WAS_SAID =
            """
            MATCH (p)<-[:ABOUT]-(said {category: $category})
            CALL (said) {
              MATCH ()-[e:MEMBER_OF {record: said.version}]->() RETURN e
              UNION ALL MATCH ()-[e:LIVES_IN {record: said.version}]->() RETURN e
              UNION ALL MATCH ()-[e:REGISTERED_IN {record: said.version}]->() RETURN e
              UNION ALL MATCH ()-[e:RESIDES_IN {record: said.version}]->() RETURN e
            }
            OPTIONAL MATCH (p)-[end:ENDED {ends: $category}]->(p)
            WHERE end.from >= e.from AND coalesce(end.current, true)
            WITH e, min(end.from) AS ended
            SET e.ended = ended
            WITH e
            """
                    + FIRST_END;

    /**
     * What records of a category say of a person ends on the day that a later record of another
     * category names. Two who write about the same person wait for each other.
     */
    private static final String SETTLE_ENDED =
            """
            UNWIND $records AS record
            CALL (record) {
              MATCH (r:Record {version: record}) RETURN r
              UNION MATCH (r:Superseded {version: record}) RETURN r
              UNION MATCH (r:Withdrawn {version: record}) RETURN r
            }
            MATCH (r)-[:ABOUT]->(p:Person) WHERE EXISTS { (p)-[:ENDED {ends: $category}]->() }
            WITH DISTINCT p
            SET p.lock = true REMOVE p.lock
            WITH p
            """
                    + END_WHAT_WAS_SAID;

    private static final String SETTLE_ENDED_OF =
            "MATCH (p:Person) WHERE p.id IN $persons\n" + END_WHAT_WAS_SAID;

    /** A marriage ends with either life, another duty with the life of who owes it. */
    private static final String END_WITH_LIVES =
            """
            MATCH (p)-[e:MEMBER_OF|SUPPORTS]-()
            WHERE startNode(e) = p OR e.kind = 'SPOUSAL'
            WITH DISTINCT e, startNode(e) AS a, endNode(e) AS b
            CALL (e, a, b) {
              UNWIND CASE e.kind WHEN 'SPOUSAL' THEN [a, b] ELSE [a] END AS one
              MATCH (one)-[end:ENDED {ends: 'LIFE'}]->(one) WHERE end.current
              RETURN min(end.from) AS died
            }
            SET e.died = CASE WHEN died < e.from THEN e.from ELSE died END
            WITH e
            """
                    + FIRST_END;

    private static final String SETTLE_DEATHS =
            """
            UNWIND $records AS record
            CALL (record) {
              MATCH (p:Person)-[:MEMBER_OF {record: record}]->()
              WHERE EXISTS { (p)-[:ENDED {ends: 'LIFE'}]->() } RETURN p
              UNION MATCH (p:Person)-[:SUPPORTS {record: record}]-()
              WHERE EXISTS { (p)-[:ENDED {ends: 'LIFE'}]->() } RETURN p
              UNION MATCH (p:Person)-[:ENDED {record: record, ends: 'LIFE'}]->() RETURN p
            }
            WITH DISTINCT p
            SET p.lock = true REMOVE p.lock
            WITH p
            """
                    + END_WITH_LIVES;

    private static final String SETTLE_DEATHS_OF =
            "MATCH (p:Person) WHERE p.id IN $persons\n" + END_WITH_LIVES;

    private static final String DUTIES_OF =
            """
            MATCH (p:Person)-[e:SUPPORTS|SUPPORT_ENDED]-() WHERE p.id IN $persons
            RETURN DISTINCT e.record
            """;

    private static final String ENDED_OF =
            """
            MATCH (p:Person)-[e:ENDED]->() WHERE p.id IN $persons
            RETURN DISTINCT e.ends
            """;

    /**
     * When the relations of a record end.
     *
     * @param record its id
     * @param to day they ended; none reopens them
     * @param current whether the record is the newest of its fact
     */
    public record RelationDates(String record, @Nullable LocalDate to, boolean current) {

        Map<String, Object> row() {
            Map<String, Object> row = new HashMap<>();
            row.put("record", record);
            row.put("to", to);
            row.put("current", current);
            return row;
        }
    }

    private final Neo4jClient graph;

    public Relations(Neo4jClient graph) {
        this.graph = graph;
    }

    /**
     * @param keys households to make where the graph lacks them
     */
    public void ensureHouseholds(Collection<HouseholdKey> keys) {
        run(
                HOUSEHOLDS,
                keys.stream()
                        .distinct()
                        .sorted(Comparator.comparing(HouseholdKey::key))
                        .map(
                                key ->
                                        Map.<String, Object>of(
                                                "key",
                                                key.key(),
                                                "id",
                                                Ids.next('H'),
                                                "kind",
                                                key.kind().name(),
                                                "number",
                                                key.number(),
                                                "owner",
                                                key.owner()))
                        .toList());
    }

    /**
     * @param relations to make; their persons, households and regions exist
     */
    public void create(Collection<Relation> relations) {
        Map<Kind, List<Relation>> byKind =
                relations.stream().collect(Collectors.groupingBy(Relation::kind));
        for (Kind kind : Kind.values()) {
            List<Relation> ofKind = byKind.getOrDefault(kind, List.of());
            run(
                    kind.create(),
                    ofKind.stream()
                            .sorted(
                                    Comparator.comparing(Relation::start)
                                            .thenComparing(Relation::end))
                            .map(Relation::row)
                            .toList());
        }
    }

    /**
     * @param kinds that records of the category make
     * @param datings new ends of relations by record
     */
    public void date(Set<Kind> kinds, Collection<RelationDates> datings) {
        List<Map<String, Object>> rows = datings.stream().map(RelationDates::row).toList();
        kinds.stream().sorted().forEach(kind -> run(kind.date(), rows));
    }

    /**
     * @param records whose duties to support, or ends of such, are new or newly dated
     */
    public void settleDuties(Collection<String> records) {
        if (!records.isEmpty()) {
            graph.query(SETTLE_DUTIES).bind(List.copyOf(records)).to("records").run();
        }
    }

    /**
     * @param records whose relations, or ends of such, are new or newly dated
     * @param category code of the category whose relations end by records of another
     */
    public void settleEnded(Collection<String> records, String category) {
        if (!records.isEmpty()) {
            graph.query(SETTLE_ENDED)
                    .bindAll(Map.of("records", List.copyOf(records), "category", category))
                    .run();
        }
    }

    /**
     * @param records whose memberships and duties, or deaths, are new or newly dated
     */
    public void settleDeaths(Collection<String> records) {
        if (!records.isEmpty()) {
            graph.query(SETTLE_DEATHS).bind(List.copyOf(records)).to("records").run();
        }
    }

    /** What the records of persons end, to be settled again once two are one, or two again. */
    record Settlement(List<String> duties, List<String> categories) {}

    /** {@return what is to be settled again when what hangs on these persons has changed hands} */
    Settlement unsettled(Collection<String> persons) {
        return new Settlement(among(DUTIES_OF, persons), among(ENDED_OF, persons));
    }

    private List<String> among(String statement, Collection<String> persons) {
        return List.copyOf(
                graph.query(statement)
                        .bind(List.copyOf(persons))
                        .to("persons")
                        .fetchAs(String.class)
                        .all());
    }

    /** Ends what the records of these persons say by all that is about them now. */
    void settle(Settlement unsettled, Collection<String> persons) {
        settleDuties(unsettled.duties());
        for (String category : unsettled.categories()) {
            graph.query(SETTLE_ENDED_OF)
                    .bindAll(Map.of("persons", List.copyOf(persons), "category", category))
                    .run();
        }
        graph.query(SETTLE_DEATHS_OF).bind(List.copyOf(persons)).to("persons").run();
    }

    private void run(String statement, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            graph.query(statement).bind(rows).to("rows").run();
        }
    }
}
