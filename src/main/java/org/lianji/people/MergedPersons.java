package org.lianji.people;

import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two persons of the graph who are one: {@code (:Person)-[:MERGED_INTO {merge}]->(:Person)}. All
 * that hangs on the one, of whatever type, leads to the other; each relation remembers by which
 * merges its ends were moved, so that it goes back as it was, with what came later by the old
 * number. No flow is named here: what a new one hangs on people moves too. Works in the caller's
 * transaction.
 */
@Component
public final class MergedPersons {

    private static final int LONGEST_CHAIN = 8;

    private static final String TOKENS =
            "MATCH (:Person {id: $person})<-[:MERGED_INTO*0..%d]-(p) RETURN DISTINCT p.id"
                    .formatted(LONGEST_CHAIN);

    private static final String OWN =
            """
            MATCH (p:Person {id: $person}) WHERE EXISTS { (p)<-[:MERGED_INTO]-() }
            MATCH (p)-[e]-(m {id: $matter})
            WITH p, coalesce(e.endMoved, e.startMoved)[0] AS first WHERE first IS NOT NULL
            MATCH (a:Person)-[merged:MERGED_INTO*1..%d]->(p) WHERE merged[0].merge = first
            RETURN a.id LIMIT 1
            """
                    .formatted(LONGEST_CHAIN);

    private static final String LOCK =
            """
            MATCH (p:Person) WHERE p.id IN [$from, $to]
            WITH p ORDER BY p.id SET p.lock = true REMOVE p.lock
            WITH p WHERE NOT EXISTS { (p)-[:MERGED_INTO]->() }
            RETURN count(p) = 2
            """;

    private static final String JOIN =
            """
            MATCH (a:Person {id: $from}), (k:Person {id: $to})
            CREATE (a)-[:MERGED_INTO {merge: $merge}]->(k)
            """;

    private static final String PART =
            """
            MATCH (p:Person {id: $to}) SET p.lock = true REMOVE p.lock
            WITH p MATCH (a:Person {id: $from})-[m:MERGED_INTO {merge: $merge}]->(p)
            SET a.lock = true REMOVE a.lock
            DELETE m
            RETURN $merge AS merge, $from AS from, $to AS to, a.idHash AS old, p.idHash AS kept
            """;

    private static final String MAKE_KEY =
            """
            MATCH (:Identity {hash: $from})
            MERGE (k:Identity {hash: $to}) ON CREATE SET k.madeBy = $merge
            """;

    private static final String DROP_KEY =
            """
            MATCH (k:Identity {hash: $to, madeBy: $merge})
            REMOVE k.madeBy
            WITH k WHERE NOT EXISTS { (k)--() }
            DELETE k
            """;

    /** Whom somebody was merged into, and where that leads, the nearest first. */
    private static final String CHAIN =
            """
            MATCH (:Person {id: $from})-[way:MERGED_INTO*1..8]->(k)
            WITH way, k, startNode(last(way)) AS a ORDER BY size(way)
            RETURN a.id AS from, k.id AS to, a.idHash AS old, k.idHash AS kept, last(way).merge AS merge
            """;

    private static final String MERGED =
            """
            UNWIND $hashes AS hash
            MATCH (p:Person {idHash: hash}) WHERE EXISTS { (p)-[:MERGED_INTO]->() }
            RETURN p.id ORDER BY p.id
            """;

    /** Who was merged, and has something that came at the same time, or by another way. */
    private static final String LEFT_BEHIND =
            """
            MATCH (p:Person)-[:MERGED_INTO]->()
            WHERE EXISTS { (p)-[e]-() WHERE type(e) <> 'MERGED_INTO' }
              OR EXISTS { MATCH (k:Identity {hash: p.idHash}) WHERE EXISTS { (k)--() } }
            RETURN DISTINCT p.id ORDER BY p.id
            """;

    private static final String PERSON = "Person {id: $%s}";
    private static final String KEY = "Identity {hash: $%s}";

    private final Neo4jClient graph;
    private final MovedRelations moved;
    private final Relations relations;

    MergedPersons(Neo4jClient graph, MovedRelations moved, Relations relations) {
        this.graph = graph;
        this.moved = moved;
        this.relations = relations;
    }

    /**
     * {@return a pattern: the person who goes on for one that is found by a property}
     *
     * @param p variable for who goes on
     */
    public static String led(String property, String value, String p) {
        return "(:Person {%1$s: %2$s})-[:MERGED_INTO*0..%4$d]->(%3$s:Person WHERE NOT EXISTS { (%3$s)-[:MERGED_INTO]->() })"
                .formatted(property, value, p, LONGEST_CHAIN);
    }

    /**
     * {@return a subquery: the node that a person is known by, that of their number, else their
     * own}
     *
     * @param who variable for the node
     */
    public static String knownBy(String p, String who) {
        return """
        CALL (%1$s) {
          WITH %1$s WHERE %1$s.idHash IS NOT NULL
          MERGE (k:Identity {hash: %1$s.idHash})
          RETURN k AS %2$s
          UNION
          WITH %1$s WHERE %1$s.idHash IS NULL
          RETURN %1$s AS %2$s
        }
        """
                .formatted(p, who);
    }

    /** {@return an expression: tokens of who was merged into the person} */
    public static String before(String p) {
        return "COLLECT { MATCH (%s)<-[:MERGED_INTO*1..%d]-(old:Person) RETURN old.id ORDER BY old.id }"
                .formatted(p, LONGEST_CHAIN);
    }

    /** {@return an expression: all tokens of the persons of these numbers, whoever goes on} */
    public static String all(String hashes) {
        return "COLLECT { UNWIND %1$s AS h MATCH (:Person {idHash: h})-[:MERGED_INTO*0..%2$d]->(k:Person) MATCH (k)<-[:MERGED_INTO*0..%2$d]-(t:Person) RETURN DISTINCT t.id }"
                .formatted(hashes, LONGEST_CHAIN);
    }

    /** {@return tokens under which the person was known before, and theirs} */
    public List<String> tokens(String person) {
        return List.copyOf(
                graph.query(TOKENS).bind(person).to("person").fetchAs(String.class).all());
    }

    /**
     * {@return the person for whom a flow's matter was begun, where they were merged since into who
     * it leads to now}
     *
     * @param matter identifier
     * @param person token of who it leads to
     */
    public Optional<String> own(String matter, String person) {
        return graph.query(OWN)
                .bindAll(Map.of("matter", matter, "person", person))
                .fetchAs(String.class)
                .one();
    }

    /** {@return whether both are there and go on; nothing is begun for them meanwhile} */
    public boolean hold(String from, String to) {
        return graph.query(LOCK)
                .bindAll(Map.of("from", from, "to", to))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    /**
     * {@return whether both were there and went on; if so, all that hangs on the one leads to the
     * other}
     *
     * @param merge identifier of what decided it
     * @param from token of who does not go on
     * @param to token of who goes on
     */
    public boolean merge(String merge, String from, String to) {
        if (!hold(from, to)) {
            return false;
        }
        graph.query(JOIN).bindAll(ends(merge, from, to)).run();
        List<String> one = List.of(follow(from));
        relations.settle(relations.unsettled(one), one);
        return true;
    }

    /**
     * Moves what has come by old numbers.
     *
     * @param identities by which something may have come
     * @return who goes on, by the old token
     */
    public Map<String, String> follow(Collection<Identity> identities) {
        Map<String, String> led = new HashMap<>();
        if (!identities.isEmpty()) {
            for (String person :
                    graph.query(MERGED)
                            .bind(identities.stream().map(Identity::hash).distinct().toList())
                            .to("hashes")
                            .fetchAs(String.class)
                            .all()) {
                led.put(person, follow(person));
            }
        }
        return led;
    }

    /** Moves what has come to those who were merged and was moved by nobody. */
    public void follow() {
        graph.query(LEFT_BEHIND).fetchAs(String.class).all().forEach(this::follow);
    }

    /** {@return who goes on} */
    private String follow(String person) {
        String last = person;
        for (Hop hop : chain(person)) {
            last = hop.to();
            moved.move(PERSON, ends(hop.merge(), hop.from(), last));
            Map<String, Object> keys = ends(hop.merge(), hop.old(), hop.kept());
            graph.query(MAKE_KEY).bindAll(keys).run();
            moved.move(KEY, keys);
        }
        return last;
    }

    /**
     * From somebody who was merged to who goes on.
     *
     * @param old hash of the one's number
     * @param kept hash of the other's
     */
    private record Hop(String merge, String from, String to, String old, String kept) {

        static Hop read(Record row) {
            return new Hop(
                    row.get("merge").asString(),
                    row.get("from").asString(),
                    row.get("to").asString(),
                    row.get("old").asString(),
                    row.get("kept").asString());
        }
    }

    private List<Hop> chain(String person) {
        return List.copyOf(
                graph.query(CHAIN)
                        .bind(person)
                        .to("from")
                        .fetchAs(Hop.class)
                        .mappedBy((_, row) -> Hop.read(row))
                        .all());
    }

    private static Map<String, Object> ends(String merge, String from, String to) {
        return Map.of("merge", merge, "from", from, "to", to);
    }

    /**
     * {@return whether that merge was there; if so, all is as if it had never been, and what has
     * come since by the old number is about the old person}
     */
    public boolean split(String merge, String from, String to) {
        List<Hop> on = chain(to);
        Optional<Hop> parted =
                graph.query(PART)
                        .bindAll(ends(merge, from, to))
                        .fetchAs(Hop.class)
                        .mappedBy((_, row) -> Hop.read(row))
                        .one();
        if (parted.isEmpty()) {
            return false;
        }
        String last = on.isEmpty() ? to : on.getLast().to();
        Relations.Settlement unsettled = relations.unsettled(List.of(last));
        back(parted.get());
        for (Hop hop : on) {
            back(new Hop(merge, from, hop.to(), parted.get().old(), hop.kept()));
        }
        relations.settle(unsettled, List.of(from, last));
        return true;
    }

    private void back(Hop hop) {
        moved.back(PERSON, ends(hop.merge(), hop.from(), hop.to()));
        Map<String, Object> keys = ends(hop.merge(), hop.old(), hop.kept());
        moved.back(KEY, keys);
        graph.query(DROP_KEY).bindAll(keys).run();
    }
}
