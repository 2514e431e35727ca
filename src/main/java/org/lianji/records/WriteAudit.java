package org.lianji.records;

import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Category;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.List;

/** Has the chain know what was written, in the transaction that writes it (政务数据共享条例 §29). */
@Component
public final class WriteAudit {

    private static final String SUBJECTS =
            """
            MATCH (r:Withdrawn {version: $record})-[:ABOUT]->(p:Person) RETURN p.id
            UNION
            MATCH (r:Withdrawn {version: $record})-[:ABOUT]->(:Household)<-[:MEMBER_OF {record: $record}]-(p:Person) RETURN p.id
            """;

    private final AuditLog chain;
    private final Neo4jClient graph;

    WriteAudit(AuditLog chain, Neo4jClient graph) {
        this.chain = chain;
        this.graph = graph;
    }

    /**
     * One entry a chunk, known by its batch. It names no persons: a chunk is about a thousand, who
     * see in the records themselves what a department contributed, by whom and when.
     */
    void chunk(BatchHandle batch, Category category) {
        join(batch.department(), batch.client(), category, List.of(), batch.id());
    }

    /**
     * A record taken back is seen no more, and so its persons are named.
     *
     * @return their tokens
     */
    public List<String> withdrawal(Caller caller, Category category, String record) {
        List<String> subjects =
                List.copyOf(
                        graph.query(SUBJECTS)
                                .bind(record)
                                .to("record")
                                .fetchAs(String.class)
                                .all());
        join(caller.department(), caller.client(), category, subjects, record);
        return subjects;
    }

    private void join(
            String department,
            String client,
            Category category,
            List<String> subjects,
            String identifier) {
        chain.join(
                new Entry(
                        Kind.WRITE,
                        department,
                        client,
                        null,
                        null,
                        List.of(),
                        List.of(category.code()),
                        subjects,
                        Digests.hex(identifier),
                        null));
    }
}
