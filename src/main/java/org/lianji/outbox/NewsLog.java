package org.lianji.outbox;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.ZonedDateTime;
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

    private static final String WAITING = "RETURN EXISTS { MATCH (:Unplaced) }";

    private static final String EXTENT =
            """
            OPTIONAL MATCH (log:NewsLog {name: 'news'})
            RETURN coalesce(log.seq, 0) AS seq, coalesce(log.gone, 0) AS gone
            """;

    /** A listener that no hub has known since is none any more, and waited for no longer. */
    private static final String REMOVE =
            """
            MATCH (n:News)
            WHERE n.at < $before AND n.seq IS NOT NULL
              AND NOT EXISTS { MATCH (:ParkedNews {seq: n.seq}) }
              AND NOT EXISTS {
                MATCH (l:NewsListener) WHERE l.seenAt >= $before AND n.kind IN l.kinds AND l.after < n.seq
              }
            WITH n LIMIT $most
            WITH collect(n) AS old, max(n.seq) AS last
            MATCH (log:NewsLog {name: 'news'})
            SET log.gone = CASE WHEN last > log.gone THEN last ELSE log.gone END
            FOREACH (n IN old | DELETE n)
            RETURN size(old)
            """;

    /** In the order of the index, which then reads no more than is asked for. */
    private static final String BEHIND =
            """
            UNWIND $kinds AS kind
            CALL (kind) {
              MATCH (n:News {kind: kind}) WHERE n.seq > $seq
              RETURN n ORDER BY n.kind, n.seq LIMIT $most
            }
            WITH n ORDER BY n.seq LIMIT $most
            RETURN n{.*} AS news ORDER BY n.seq
            """;

    /** News are in their places nearly by their times, and are removed by these. */
    private static final String FIRST_BEHIND =
            """
            MATCH (n:News) WHERE n.seq > $place
            WITH n ORDER BY n.seq LIMIT 1
            WHERE n.at < $before
            RETURN n.seq
            """;

    /**
     * What of it there is.
     *
     * @param seq the last place that was given
     * @param gone the last place of what is kept no longer
     */
    record Extent(long seq, long gone) {

        boolean keepsAllBehind(long place) {
            return gone <= place && place <= seq;
        }
    }

    private final Neo4jClient graph;
    private final TransactionTemplate transactions;

    NewsLog(Neo4jClient graph, PlatformTransactionManager manager) {
        this.graph = graph;
        this.transactions = new TransactionTemplate(manager);
    }

    Extent extent() {
        return graph.query(EXTENT)
                .fetchAs(Extent.class)
                .mappedBy((_, row) -> new Extent(row.get("seq").asLong(), row.get("gone").asLong()))
                .one()
                .orElseThrow();
    }

    /**
     * {@return whether the first news behind a place are older than that: they may be removed at
     * any moment, and what others came with them may be already}
     */
    boolean isOlder(long place, ZonedDateTime before) {
        return graph.query(FIRST_BEHIND)
                .bindAll(Map.of("place", place, "before", before))
                .fetchAs(Long.class)
                .one()
                .isPresent();
    }

    /** Gives a place to all that wait for one. */
    void place() {
        if (graph.query(WAITING).fetchAs(Boolean.class).one().orElse(false)) {
            all(PLACE, Map.of());
        }
    }

    /** Removes what is older, and heard by all listeners. */
    void remove(ZonedDateTime before) {
        all(REMOVE, Map.of("before", before));
    }

    /** Part by part, by one hub at a time. */
    private void all(String statement, Map<String, Object> parameters) {
        while (Long.valueOf(MOST).equals(transactions.execute(_ -> some(statement, parameters)))) {}
    }

    private long some(String statement, Map<String, Object> parameters) {
        graph.query(LOCK).fetchAs(Long.class).one();
        return graph.query(statement)
                .bindAll(parameters)
                .bind(MOST)
                .to("most")
                .fetchAs(Long.class)
                .one()
                .orElse(0L);
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
