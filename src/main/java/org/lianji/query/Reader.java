package org.lianji.query;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs a compiled statement: one round trip for a request. */
@Component
class Reader {

    private final Neo4jClient graph;
    private final TransactionTemplate reading;

    Reader(Neo4jClient graph, PlatformTransactionManager transactions) {
        this.graph = graph;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** {@return the answer, by result key of the root fields} */
    @SuppressWarnings("unchecked")
    Map<String, Object> read(Compiled compiled) {
        Map<String, Object> row = new HashMap<>(compiled.parameters());
        row.put("n", 0);
        return (Map<String, Object>)
                Objects.requireNonNull(
                        reading.execute(
                                transaction ->
                                        graph.query(compiled.cypher())
                                                .bind(List.of(row))
                                                .to("rows")
                                                .fetch()
                                                .one()
                                                .orElseThrow()
                                                .get("data")));
    }
}
