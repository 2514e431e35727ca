package org.lianji.outbox;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All news, each in its place. Whoever posts does not wait for a place, which one hub at a time
 * gives to what is committed: so none has a place before one that is seen earlier, and whoever
 * reads on behind a place misses nothing.
 */
@Component
final class NewsLog {

    private static final int MOST = 1_000;

    private static final String LOCK =
            """
            MERGE (log:NewsLog {name: 'news'})
            ON CREATE SET log.seq = 0, log.gone = 0
            SET log.lock = true REMOVE log.lock
            RETURN log.seq
            """;

    /**
     * What commits while the waiting are looked through may be seen without what came before it: so
     * subjects and their last turns first, and then all up to those.
     */
    private static final String PLACE =
            """
            MATCH (n:Unplaced)
            WITH n.subject AS subject, max(n.turn) AS last
            MATCH (n:Unplaced {subject: subject}) WHERE n.turn <= last
            WITH n ORDER BY n.turn, n.at, n.id LIMIT $most
            WITH collect(n) AS waiting
            MATCH (log:NewsLog {name: 'news'})
            SET log.seq = log.seq + size(waiting)
            WITH waiting, log.seq - size(waiting) AS behind
            UNWIND range(0, size(waiting) - 1) AS i
            WITH waiting[i] AS n, behind + i + 1 AS seq
            SET n.seq = seq
            REMOVE n:Unplaced, n.turn
            RETURN count(n)
            """;

    private static final String BEHIND =
            """
            UNWIND $kinds AS kind
            CALL (kind) {
              MATCH (n:News {kind: kind}) WHERE n.seq > $seq
              RETURN n ORDER BY n.seq LIMIT $most
            }
            WITH n ORDER BY n.seq LIMIT $most
            RETURN n{.*} AS news ORDER BY n.seq
            """;

    private final Neo4jClient graph;
    private final TransactionTemplate transactions;

    NewsLog(Neo4jClient graph, PlatformTransactionManager manager) {
        this.graph = graph;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Gives a place to all that wait for one. */
    void place() {
        while (Long.valueOf(MOST).equals(transactions.execute(_ -> placeSome()))) {}
    }

    private long placeSome() {
        graph.query(LOCK).fetchAs(Long.class).one();
        return graph.query(PLACE).bind(MOST).to("most").fetchAs(Long.class).one().orElse(0L);
    }

    /** {@return the first news of some kinds behind a place, in order} */
    List<News> behind(Collection<String> kinds, long seq, int most) {
        return List.copyOf(
                graph.query(BEHIND)
                        .bindAll(Map.of("kinds", List.copyOf(kinds), "seq", seq, "most", most))
                        .fetchAs(News.class)
                        .mappedBy((_, row) -> News.read(row.get("news")))
                        .all());
    }
}
