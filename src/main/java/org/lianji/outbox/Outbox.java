package org.lianji.outbox;

import org.lianji.platform.Ids;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a module posts news of what it has written. They are written in its transaction, with one
 * statement however many they are, right before it commits: no news without what happened, and
 * nothing happens without its news.
 */
@Component
public final class Outbox {

    /** The turn is the place among those of the subject that have no place in the log yet. */
    private static final String WRITE =
            """
            UNWIND $news AS row
            CALL (row) {
              OPTIONAL MATCH (before:Unplaced {subject: row.subject})
              RETURN coalesce(max(before.turn), 0) AS turns
            }
            CREATE (n:News:Unplaced {id: row.id, subject: row.subject, kind: row.kind, payload: row.payload, at: row.at,
              turn: turns + row.turn})
            """;

    private final Neo4jClient graph;
    private final NewsDispatcher dispatcher;
    private final Clock clock;

    Outbox(Neo4jClient graph, NewsDispatcher dispatcher, Clock clock) {
        this.graph = graph;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /**
     * Posts news in the caller's transaction.
     *
     * @param kind what happened, such as {@code Contributed}
     * @param subject identifier of what it happened to, which the caller's transaction has locked:
     *     that lock is what makes the order
     * @param payload identifiers, and nothing that tells of a person
     * @throws IllegalStateException outside of a transaction
     */
    public void post(String kind, String subject, Record payload) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("news are posted in the transaction of what happened");
        }
        posted().add(kind, subject, News.text(payload));
    }

    private PostedNews posted() {
        if (TransactionSynchronizationManager.getResource(this) instanceof PostedNews posted) {
            return posted;
        }
        PostedNews posted = new PostedNews();
        posted.resume();
        TransactionSynchronizationManager.registerSynchronization(posted);
        return posted;
    }

    /** What one transaction posts. */
    private final class PostedNews implements TransactionSynchronization {

        private final List<Map<String, Object>> news = new ArrayList<>();
        private final Map<String, Integer> turns = new HashMap<>();

        void add(String kind, String subject, String payload) {
            news.add(
                    Map.of(
                            "id",
                            Ids.next('N'),
                            "kind",
                            kind,
                            "subject",
                            subject,
                            "payload",
                            payload,
                            "at",
                            ZonedDateTime.now(clock),
                            "turn",
                            turns.merge(subject, 1, Integer::sum)));
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            graph.query(WRITE).bind(news).to("news").run();
        }

        @Override
        public void afterCommit() {
            dispatcher.wake();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Outbox.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Outbox.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
        }
    }
}
