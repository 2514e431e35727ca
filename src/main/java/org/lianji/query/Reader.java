package org.lianji.query;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs a compiled statement: one round trip for a request. */
@Component
class Reader {

    private static final int COUNTING_SECONDS = 30;

    private final Neo4jClient graph;
    private final TransactionTemplate reading;
    private final TransactionTemplate counting;

    Reader(Neo4jClient graph, PlatformTransactionManager transactions) {
        this.graph = graph;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.counting = new TransactionTemplate(transactions);
        this.counting.setReadOnly(true);
        this.counting.setTimeout(COUNTING_SECONDS);
    }

    /**
     * @param data the answer, by result key of the root fields
     * @param asked tokens of the persons who were asked for by name, whether or not they may be
     *     seen; null where there is no such person
     * @param shownFrom when the persons may learn of the look, where it is not at once
     */
    record Read(
            Map<String, Object> data, List<@Nullable String> asked, @Nullable Instant shownFrom) {

        static final Read NOTHING = new Read(Map.of(), List.of(), null);
    }

    /** {@return what the graph answers} */
    Read read(Compiled compiled) {
        return read(compiled, reading);
    }

    /** {@return what the graph answers, unless it takes too long} */
    Read count(Compiled compiled) {
        return read(compiled, counting);
    }

    @SuppressWarnings("unchecked")
    private Read read(Compiled compiled, TransactionTemplate transactions) {
        Map<String, Object> row = new HashMap<>(compiled.parameters());
        row.put("n", 0);
        Map<String, Object> answer =
                Objects.requireNonNull(
                        transactions.execute(
                                transaction ->
                                        graph.query(compiled.cypher())
                                                .bind(List.of(row))
                                                .to("rows")
                                                .fetch()
                                                .one()
                                                .orElseThrow()));
        return new Read(
                (Map<String, Object>) Objects.requireNonNull(answer.get("data")),
                (List<@Nullable String>) Objects.requireNonNull(answer.get("asked")),
                answer.get("shownFrom") instanceof ZonedDateTime from ? from.toInstant() : null);
    }
}
