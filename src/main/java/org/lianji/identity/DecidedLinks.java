package org.lianji.identity;

import org.lianji.audit.Act;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.people.KnownNames;
import org.lianji.platform.Digests;
import org.lianji.records.RecordLinks;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links newer versions of facts without a number of which two officers have decided, under that
 * very name, whose they are.
 */
@Component
final class DecidedLinks {

    private static final String DECIDED =
            """
            MATCH (l:IdentityLabel {fact: $fact, same: true}) WHERE l.name = $name
            MATCH (:Person {idHash: l.hash})-[:MERGED_INTO*0..8]->(p:Person WHERE NOT EXISTS { (p)-[:MERGED_INTO]->() })
            RETURN p.id AS person, l.review AS review LIMIT 1
            """;

    private final Neo4jClient graph;
    private final KnownNames names;
    private final RecordLinks links;
    private final AuditLog chain;
    private final TransactionTemplate writing;

    DecidedLinks(
            Neo4jClient graph,
            KnownNames names,
            RecordLinks links,
            AuditLog chain,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.names = names;
        this.links = links;
        this.chain = chain;
        this.writing = new TransactionTemplate(transactions);
    }

    /** {@return whether the record was decided before; it is linked by that then} */
    boolean link(Category category, Value record) {
        Optional<Record> decided =
                record.get("personName").isNull()
                        ? Optional.empty()
                        : graph.query(DECIDED)
                                .bindAll(
                                        Map.of(
                                                "fact",
                                                record.get("key").asString(),
                                                "name",
                                                names.remembered(
                                                        record.get("personName").asString())))
                                .fetchAs(Record.class)
                                .mappedBy((_, row) -> row)
                                .one();
        return decided.isPresent()
                && Boolean.TRUE.equals(writing.execute(_ -> link(category, record, decided.get())));
    }

    private boolean link(Category category, Value record, Record decided) {
        String version = record.get("version").asString();
        String person = decided.get("person").asString();
        if (!links.link(category, version, person, decided.get("review").asString())) {
            return false;
        }
        chain.join(
                new Entry(
                        Kind.WRITE,
                        "",
                        "hub",
                        Purpose.C.name(),
                        null,
                        List.of(),
                        List.of(category.code()),
                        List.of(person),
                        Digests.hex(decided.get("review").asString() + " " + version),
                        null,
                        Act.RECORD_LINKED));
        return true;
    }
}
