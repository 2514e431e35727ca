package org.lianji;

import org.lianji.sharing.AgreementsInForce;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts agreements in force that nobody had to negotiate. */
public final class Agreed {

    private final Neo4jClient graph;
    private final AgreementsInForce inForce;

    public Agreed(Neo4jClient graph, AgreementsInForce inForce) {
        this.graph = graph;
        this.inForce = inForce;
    }

    /**
     * {@return identifier and version of the agreement}
     *
     * @param items such as {@code GA01.name}
     */
    public String on(
            String provider,
            String consumer,
            String purpose,
            String level,
            List<String> regions,
            List<String> items) {
        Map<String, Object> agreement = new HashMap<>();
        String id = "A" + UUID.randomUUID();
        agreement.put("id", id);
        agreement.put("version", 7L);
        agreement.put("state", "ACTIVE");
        agreement.put("provider", provider);
        agreement.put("consumer", consumer);
        agreement.put("purposes", List.of(purpose));
        agreement.put("items", items);
        agreement.put("regions", regions);
        agreement.put("level", level);
        agreement.put("mode", "API");
        agreement.put("months", 12L);
        agreement.put("basis", "社会救助法第四十一条");
        agreement.put("scenario", "核对");
        agreement.put("materialAsked", false);
        agreement.put("prepared", false);
        agreement.put("extended", false);
        agreement.put("from", LocalDate.now().minusDays(1));
        agreement.put("until", LocalDate.now().plusYears(1));
        agreement.put("createdAt", ZonedDateTime.now());
        agreement.put("changedAt", ZonedDateTime.now());
        graph.query("CREATE (a:Agreement) SET a = $agreement")
                .bind(agreement)
                .to("agreement")
                .run();
        inForce.refresh();
        return id + "@7";
    }
}
