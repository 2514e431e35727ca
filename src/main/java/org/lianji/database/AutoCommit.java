package org.lianji.database;

import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Runs statements that are transactions of their own, in one round trip each instead of three; each
 * sees what this hub has written before.
 */
@Component
public final class AutoCommit {

    private static final Logger log = LoggerFactory.getLogger(AutoCommit.class);

    private final Driver driver;
    private final DatabaseSelectionProvider databases;
    private final Neo4jBookmarkManager bookmarks;

    public AutoCommit(
            Driver driver, DatabaseSelectionProvider databases, Neo4jBookmarkManager bookmarks) {
        this.driver = driver;
        this.databases = databases;
        this.bookmarks = bookmarks;
    }

    /**
     * {@return all rows of a statement that writes nothing}
     *
     * @param timeout after which the server gives it up
     * @throws org.neo4j.driver.exceptions.Neo4jException where it fails
     */
    public List<Map<String, Object>> read(
            String cypher, Map<String, Object> parameters, Duration timeout) {
        return run(AccessMode.READ, cypher, parameters, timeout);
    }

    /**
     * Returns once what the statement writes is durable.
     *
     * @param timeout after which the server gives it up, nothing written
     * @throws org.neo4j.driver.exceptions.Neo4jException where it fails
     */
    public void write(String cypher, Map<String, Object> parameters, Duration timeout) {
        run(AccessMode.WRITE, cypher, parameters, timeout);
    }

    private List<Map<String, Object>> run(
            AccessMode mode, String cypher, Map<String, Object> parameters, Duration timeout) {
        log.debug("{}", cypher);
        Collection<Bookmark> seen = bookmarks.getBookmarks();
        try (Session session = driver.session(config(mode, seen))) {
            List<Map<String, Object>> rows =
                    session.run(
                                    cypher,
                                    parameters,
                                    TransactionConfig.builder().withTimeout(timeout).build())
                            .list(Record::asMap);
            bookmarks.updateBookmarks(seen, session.lastBookmarks());
            return rows;
        }
    }

    private SessionConfig config(AccessMode mode, Collection<Bookmark> seen) {
        SessionConfig.Builder config =
                SessionConfig.builder().withDefaultAccessMode(mode).withBookmarks(seen);
        String database = databases.getDatabaseSelection().getValue();
        return (database == null ? config : config.withDatabase(database)).build();
    }
}
