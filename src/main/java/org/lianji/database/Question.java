package org.lianji.database;

import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.stereotype.Component;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The smallest question that needs all of the graph's server: a node, found by its index and read.
 * One is under way at a time, however many want to know.
 */
@Component
final class Question {

    enum Answer {
        /** As it should be. */
        GIVEN,
        /** The server is there and won't. */
        REFUSED,
        /** Nothing came, or not in time. */
        NONE
    }

    private static final Logger log = LoggerFactory.getLogger(Question.class);

    private static final String READ =
            "MATCH (m:Migration) WHERE m.version > 0 RETURN m.name LIMIT 1";

    /** Nobody's, as the migrations have it. */
    private static final String WRITE =
            "MERGE (lock:Migration {version: 0}) SET lock.takenAt = datetime()";

    /** In the codes of a server that is there, and too busy. */
    private static final String LATE = "TimedOut";

    private final Driver driver;
    private final DatabaseSelectionProvider databases;
    private final DatabaseSettings settings;
    private CompletableFuture<Answer> asked = CompletableFuture.completedFuture(Answer.GIVEN);
    private long begun;

    Question(Driver driver, DatabaseSelectionProvider databases, DatabaseSettings settings) {
        this.driver = driver;
        this.databases = databases;
        this.settings = settings;
    }

    /** {@return how it was answered, within the patience since it was asked} */
    Answer ask() {
        CompletableFuture<Answer> now;
        long left;
        synchronized (this) {
            if (asked.isDone()) {
                begun = System.nanoTime();
                asked = send(AccessMode.READ, READ);
            }
            now = asked;
            left = begun + settings.patience().toNanos() - System.nanoTime();
        }
        return await(now, left);
    }

    /** {@return whether something can be written} */
    boolean writes() {
        return await(send(AccessMode.WRITE, WRITE), settings.patience().toNanos()) == Answer.GIVEN;
    }

    private static Answer await(CompletableFuture<Answer> answer, long nanos) {
        try {
            return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        } catch (ExecutionException | TimeoutException e) {
            return Answer.NONE;
        }
    }

    private CompletableFuture<Answer> send(AccessMode mode, String cypher) {
        AsyncSession session;
        try {
            session = driver.session(AsyncSession.class, config(mode));
        } catch (IllegalStateException closed) {
            return CompletableFuture.completedFuture(Answer.NONE);
        }
        TransactionConfig limit =
                TransactionConfig.builder().withTimeout(settings.patience()).build();
        return session.runAsync(cypher, limit)
                .thenCompose(ResultCursor::consumeAsync)
                .handle((_, fault) -> fault == null ? Answer.GIVEN : refused(fault))
                .whenComplete((_, _) -> session.closeAsync())
                .toCompletableFuture();
    }

    private static Answer refused(Throwable fault) {
        Throwable cause =
                fault instanceof CompletionException && fault.getCause() != null
                        ? fault.getCause()
                        : fault;
        log.debug("The database gave no answer", cause);
        return cause instanceof ServiceUnavailableException
                        || cause instanceof SessionExpiredException
                        || cause instanceof Neo4jException late && late.code().contains(LATE)
                ? Answer.NONE
                : Answer.REFUSED;
    }

    private SessionConfig config(AccessMode mode) {
        SessionConfig.Builder config = SessionConfig.builder().withDefaultAccessMode(mode);
        String database = databases.getDatabaseSelection().getValue();
        return (database == null ? config : config.withDatabase(database)).build();
    }
}
