package org.lianji.records;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An index for every item that records can be ordered by, or are looked up by as by a certificate's
 * number, together with the record's key: a page of records with one value of the item is read from
 * it in order. Made at start where missing; those of items that the catalogue no longer says it of
 * are dropped.
 */
@Component
public final class RecordIndexes implements SmartInitializingSingleton {

    private static final String PRESENT =
            """
            SHOW INDEXES YIELD name, entityType, labelsOrTypes
            WHERE entityType = 'NODE' AND labelsOrTypes[0] IN $types
            RETURN name
            """;

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
     * Makes the indexes that the graph lacks and drops those that it has too many, all in one
     * transaction, and waits until they can be used.
     */
    public void create() {
        Map<String, String> missing = new TreeMap<>();
        for (Category category : catalogue.categories()) {
            category.items().stream()
                    .filter(RecordIndexes::isLookedUp)
                    .forEach(item -> missing.put(name(category, item), statement(category, item)));
        }
        try (Session session = driver.session()) {
            List<String> present =
                    session.run(PRESENT, Map.of("types", types()))
                            .list(row -> row.get("name").asString());
            List<String> changes = new ArrayList<>();
            present.stream()
                    .filter(name -> !missing.containsKey(name))
                    .map("DROP INDEX `%s`"::formatted)
                    .forEach(changes::add);
            missing.keySet().removeAll(present);
            changes.addAll(missing.values());
            session.executeWriteWithoutResult(
                    transaction -> changes.forEach(change -> transaction.run(change).consume()));
            session.run("CALL db.awaitIndexes(120)").consume();
        }
    }

    private List<String> types() {
        return catalogue.categories().stream().map(Category::type).toList();
    }

    private static boolean isLookedUp(Item item) {
        return item.limits().indexed() || item.type() == ItemType.Scalar.CERTIFICATE_NUMBER;
    }

    private static String name(Category category, Item item) {
        return category.type() + "_" + item.name() + "_key";
    }

    private static String statement(Category category, Item item) {
        return "CREATE INDEX `%s` IF NOT EXISTS FOR (r:`%s`) ON (r.`%s`, r.key)"
                .formatted(name(category, item), category.type(), item.lookup());
    }
}
