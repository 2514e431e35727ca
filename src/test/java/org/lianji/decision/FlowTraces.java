package org.lianji.decision;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where in the database words stand in clear. */
final class FlowTraces {

    private static final String ALL =
            """
            MATCH (n) WHERE NOT n:Region AND NOT n:Department
            UNWIND keys(n) AS key
            RETURN labels(n)[0] + '.' + key AS place, toStringOrNull(n[key]) AS one,
              CASE WHEN n[key] IS :: LIST<ANY> THEN [v IN n[key] | toStringOrNull(v)] ELSE [] END AS more
            """;

    private FlowTraces() {}

    /** {@return labels and properties that hold one of the words} */
    static Set<String> stored(Driver driver, Collection<String> words) {
        Set<String> found = new TreeSet<>();
        try (Session session = driver.session()) {
            List<Record> all = session.run(ALL).list();
            for (Record row : all) {
                String place = row.get("place").asString();
                String value = row.get("one").asString("") + row.get("more").asList();
                if (words.stream().anyMatch(value::contains)) {
                    found.add(place);
                }
            }
        }
        return found;
    }
}
