package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.people.CertificateNumber;
import org.lianji.people.People;
import org.lianji.upload.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Certificate numbers that an earlier version kept in clear: a migration has marked their records,
 * and here, where the key of the hash is, each gets its kept form. A start that is cut goes on
 * where it was; where none is marked, nothing is done.
 */
@Component
final class ClearNumbers implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ClearNumbers.class);

    private static final String NEXT =
            """
            MATCH (r:NumberInClear) WITH r LIMIT 1000
            RETURN elementId(r) AS record, r.category AS category, properties(r) AS properties
            """;

    private static final String KEEP =
            """
            UNWIND $rows AS row
            MATCH (r:NumberInClear) WHERE elementId(r) = row.record
            SET r += row.properties
            REMOVE r:NumberInClear
            """;

    private final Neo4jClient graph;
    private final Catalogue catalogue;
    private final People people;

    ClearNumbers(Neo4jClient graph, Catalogue catalogue, People people) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.people = people;
    }

    @Override
    public void afterSingletonsInstantiated() {
        long kept = 0;
        for (var next = next(); !next.isEmpty(); next = next()) {
            graph.query(KEEP).bind(next).to("rows").run();
            kept += next.size();
        }
        if (kept > 0) {
            log.info("{} certificate numbers are no longer kept in clear", kept);
        }
    }

    private List<Map<String, Object>> next() {
        return graph.query(NEXT).fetch().all().stream().map(this::kept).toList();
    }

    private Map<String, Object> kept(Map<String, Object> row) {
        Map<String, Object> properties = new HashMap<>();
        Map<?, ?> present = Fields.of(row, "properties", Map.class);
        catalogue
                .category(Fields.of(row, "category", String.class))
                .map(Category::items)
                .orElse(List.of())
                .stream()
                .filter(item -> item.type() == ItemType.Scalar.CERTIFICATE_NUMBER)
                .forEach(item -> put(properties, item, present.get(item.name())));
        return Map.of("record", row.get("record"), "properties", properties);
    }

    private void put(Map<String, Object> properties, Item item, @Nullable Object value) {
        if (value instanceof String number && !number.contains("*")) {
            CertificateNumber certificate = people.certificate(number);
            properties.put(item.name(), certificate.shown());
            properties.put(item.lookup(), certificate.hash());
        }
    }
}
