package org.lianji.database;

import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationSeverity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;

import java.io.IOException;
import java.net.URI;

@Configuration
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** Brought up to date before anything reads or writes. */
    record Graph(Driver driver) {}

    @Bean
    @ConditionalOnBean(EmbeddedDatabase.class)
    Neo4jConnectionDetails embeddedConnection(EmbeddedDatabase database) {
        return new Neo4jConnectionDetails() {
            @Override
            public URI getUri() {
                return database.uri();
            }

            @Override
            public AuthToken getAuthToken() {
                return database.auth();
            }
        };
    }

    /**
     * The server's remarks on labels that a new graph lacks are of no use to the hub. The driver's
     * own way to log spells every message out, values and all, before it asks whether anybody reads
     * it.
     */
    @Bean
    @SuppressWarnings("deprecation") // its successor is that way
    ConfigBuilderCustomizer quiet() {
        return config ->
                config.withMinimumNotificationSeverity(NotificationSeverity.OFF)
                        .withLogging(Logging.slf4j());
    }

    /** What this hub has written is seen by all its transactions, and by {@link AutoCommit}. */
    @Bean
    Neo4jBookmarkManager bookmarks() {
        return Neo4jBookmarkManager.create();
    }

    @Bean
    Neo4jTransactionManager transactionManager(
            Driver driver,
            DatabaseSelectionProvider databases,
            Neo4jBookmarkManager bookmarks,
            TransactionManagerCustomizers customizers) {
        Neo4jTransactionManager manager =
                Neo4jTransactionManager.with(driver)
                        .withDatabaseSelectionProvider(databases)
                        .withBookmarkManager(bookmarks)
                        .build();
        customizers.customize(manager);
        return manager;
    }

    /** In the background: the database comes up while the hub's other parts are made. */
    @Bean(bootstrap = Bean.Bootstrap.BACKGROUND)
    Graph graph(Driver driver, ObjectProvider<EmbeddedDatabase> embedded) throws IOException {
        embedded.ifAvailable(EmbeddedDatabase::ready);
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:graphql/graph/V*.cypher");
        new Migrations(files).apply(driver);
        return new Graph(driver);
    }
}
