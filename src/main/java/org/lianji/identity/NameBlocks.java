package org.lianji.identity;

import org.lianji.linkage.NameAgreement;
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

/**
 * By which persons are found without a number: how a name sounds, and the county of registration; a
 * keyed hash of both, so that no index holds a name.
 */
@Component
final class NameBlocks {

    private static final int COUNTY = 6;

    private static final String KNOWN =
            """
            UNWIND $persons AS id
            MATCH (p:Person {id: id})
            RETURN id, COLLECT { MATCH (p)-[:BLOCKED_BY]->(k:NameBlock) RETURN k.key } AS blocks,
              COLLECT { MATCH (p)<-[:ABOUT]-(r:Record)
                WITH %s AS name
                WHERE name IS NOT NULL RETURN DISTINCT name } AS names,
              COLLECT { MATCH (p)<-[:ABOUT]-(r:Record) WHERE r.category = $register AND r.hukouRegion IS NOT NULL
                RETURN DISTINCT left(r.hukouRegion, 6) } AS counties
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

    private static final String WAITING =
            """
            UNWIND $blocks AS block
            MATCH (r:Record {nameBlock: block}) WHERE r.linkage = 'TO_REVIEW'
            RETURN DISTINCT r.id LIMIT 1000
            """;

    private final Neo4jClient graph;
    private final IdentityHash hashes;

    NameBlocks(Neo4jClient graph, IdentityHash hashes) {
        this.graph = graph;
        this.hashes = hashes;
    }

    /**
     * {@return the key of a name in the county of a place; empty where one of them is not known}
     */
    String key(String name, String place) {
        return place.length() < COUNTY
                ? ""
                : NameAgreement.sound(name)
                        .map(
                                sound ->
                                        hashes.identifier(
                                                'B', sound + "|" + place.substring(0, COUNTY)))
                        .orElse("");
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
        Set<String> blocks = new HashSet<>();
        for (String name : person.get("names").asList(Value::asString)) {
            for (String county : person.get("counties").asList(Value::asString)) {
                blocks.add(key(name, county));
            }
        }
        blocks.remove("");
        return blocks;
    }
}
