package org.lianji.contribution;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Item;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.TreeMap;

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
        Map<String, String> missing = new TreeMap<>();
        for (Category category : catalogue.categories()) {
            category.items().stream()
                    .filter(item -> item.limits().indexed())
                    .forEach(item -> missing.put(name(category, item), statement(category, item)));
        }
        try (Session session = driver.session()) {
            missing.keySet()
                    .removeAll(
                            session.run("SHOW INDEXES YIELD name")
                                    .list(row -> row.get("name").asString()));
            session.executeWriteWithoutResult(
                    transaction ->
                            missing.values()
                                    .forEach(statement -> transaction.run(statement).consume()));
            session.run("CALL db.awaitIndexes(120)").consume();
        }
    }

    private static String name(Category category, Item item) {
        return category.type() + "_" + item.name();
    }

    private static String statement(Category category, Item item) {
        return "CREATE INDEX `%s` IF NOT EXISTS FOR (r:`%s`) ON (r.`%s`)"
                .formatted(name(category, item), category.type(), item.name());
    }
}
