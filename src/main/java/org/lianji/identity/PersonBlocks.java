package org.lianji.identity;

import org.lianji.people.IdentityHash;
import org.lianji.people.KnownNames;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By which persons are found without a number ({@link PersonKeys}), as keyed hashes, so that no
 * index holds a name, a day or a telephone. A record that waits is held by its own.
 */
@Component
final class PersonBlocks {

    private static final String KNOWN =
            """
            UNWIND $persons AS id
            MATCH (p:Person {id: id})
            RETURN id, COLLECT { MATCH (p)-[:BLOCKED_BY]->(k:NameBlock) RETURN k.key } AS blocks,
              COLLECT { MATCH (p)<-[:ABOUT]-(r:Record)
                WITH %s AS name
                WHERE name IS NOT NULL RETURN DISTINCT name } AS names,
              COLLECT { MATCH (p)<-[:ABOUT]-(r:Record) WHERE r.category = $register
                RETURN {place: r.hukouRegion, birth: toString(r.birthDate), sex: r.sex} } AS registered,
              COLLECT { MATCH (p)<-[:ABOUT]-(r:Record) WHERE r.phone IS NOT NULL RETURN DISTINCT r.phone } AS phones
            """
                    .formatted(KnownNames.OF_RECORD);

    private static final String REPLACE =
            """
            UNWIND $rows AS row
            MATCH (p:Person {id: row.person})
            CALL (p, row) {
              MATCH (p)-[b:BLOCKED_BY]->(k) WHERE NOT k.key IN row.blocks DELETE b
            }
            CALL (p, row) {
              UNWIND row.blocks AS key
              MERGE (k:NameBlock {key: key})
              MERGE (p)-[:BLOCKED_BY]->(k)
            }
            """;

    private static final String WAIT =
            """
            UNWIND $rows AS row
            MATCH (r:Record {id: row.fact})
            REMOVE r.nameBlock
            WITH r, row
            CALL (r, row) {
              MATCH (r)-[w:WAITS_FOR]->(k) WHERE NOT k.key IN row.blocks DELETE w
            }
            CALL (r, row) {
              UNWIND row.blocks AS key
              MERGE (k:NameBlock {key: key})
              MERGE (r)-[:WAITS_FOR]->(k)
            }
            """;

    private static final String WAITING =
            """
            UNWIND $blocks AS block
            MATCH (:NameBlock {key: block})<-[:WAITS_FOR]-(r:Record) WHERE r.linkage = 'TO_REVIEW'
            RETURN DISTINCT r.id ORDER BY r.id
            """;

    private final Neo4jClient graph;
    private final IdentityHash hashes;

    PersonBlocks(Neo4jClient graph, IdentityHash hashes) {
        this.graph = graph;
        this.hashes = hashes;
    }

    /** {@return the keys as they are kept, in an order of their own} */
    List<String> hashed(Set<String> keys) {
        return keys.stream().map(key -> hashes.identifier('B', key)).sorted().toList();
    }

    /**
     * Keeps by which keys records are looked for, for whoever comes later.
     *
     * @param rows of each {@code fact} and {@code blocks}
     */
    void await(List<Map<String, Object>> rows) {
        graph.query(WAIT).bind(rows).to("rows").run();
    }

    /**
     * Keeps the keys of persons as they are known now.
     *
     * @return identifiers of the facts that wait for somebody of a key that is new
     */
    Collection<String> refresh(Collection<String> persons) {
        List<Map<String, Object>> changed = new ArrayList<>();
        Set<String> added = new HashSet<>();
        graph.query(KNOWN)
                .bindAll(Map.of("persons", persons, "register", KnownNames.REGISTER))
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row -> {
                            Set<String> before =
                                    Set.copyOf(row.get("blocks").asList(Value::asString));
                            Set<String> now = blocks(row);
                            if (!before.equals(now)) {
                                changed.add(
                                        Map.of(
                                                "person",
                                                row.get("id").asString(),
                                                "blocks",
                                                now.stream().sorted().toList()));
                                now.stream()
                                        .filter(key -> !before.contains(key))
                                        .forEach(added::add);
                            }
                        });
        if (!changed.isEmpty()) {
            graph.query(REPLACE).bind(changed).to("rows").run();
        }
        return added.isEmpty()
                ? List.of()
                : graph.query(WAITING)
                        .bind(List.copyOf(added))
                        .to("blocks")
                        .fetchAs(String.class)
                        .all();
    }

    private Set<String> blocks(Record person) {
        List<Value> registered = person.get("registered").asList(one -> one);
        return Set.copyOf(
                hashed(
                        new PersonKeys(
                                        person.get("names").asList(Value::asString),
                                        items(registered, "place"),
                                        items(registered, "birth"),
                                        items(registered, "sex"),
                                        person.get("phones").asList(Value::asString))
                                .all()));
    }

    private static Set<String> items(List<Value> records, String item) {
        return records.stream()
                .map(record -> record.get(item))
                .filter(value -> !value.isNull())
                .map(Value::asString)
                .collect(Collectors.toSet());
    }
}
