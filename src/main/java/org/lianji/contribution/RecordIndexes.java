package org.lianji.contribution;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Item;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.List;

/**
 * An index for every item that records can be ordered by, as the catalogue says; made at start
 * where missing.
 */
@Component
public final class RecordIndexes implements SmartInitializingSingleton {

    private final Driver driver;
    private final Catalogue catalogue;

    public RecordIndexes(Driver driver, Catalogue catalogue) {
        this.driver = driver;
        this.catalogue = catalogue;
    }

    @Override
    public void afterSingletonsInstantiated() {
        create();
    }

    /**
     * Makes the indexes that the graph lacks, all in one transaction, and waits until they can be
     * used.
     */
    public void create() {
        List<String> statements =
                catalogue.categories().stream()
                        .flatMap(
                                category ->
                                        category.items().stream()
                                                .filter(item -> item.limits().indexed())
                                                .map(item -> statement(category, item)))
                        .toList();
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(
                    transaction ->
                            statements.forEach(statement -> transaction.run(statement).consume()));
            session.run("CALL db.awaitIndexes(120)").consume();
        }
    }

    private static String statement(Category category, Item item) {
        return "CREATE INDEX `%1$s_%2$s` IF NOT EXISTS FOR (r:`%1$s`) ON (r.`%2$s`)"
                .formatted(category.type(), item.name());
    }
}
