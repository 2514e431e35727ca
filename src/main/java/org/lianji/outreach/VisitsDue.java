package org.lianji.outreach;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.platform.Caller;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where somebody is to be at the door: matters that were taken on and not visited yet. */
@Component
final class VisitsDue {

    private static final String DUE =
            """
            CALL () {
              MATCH (d:Deadline {code: 'WARNING_VERIFY', department: $department})-[:OF]->(m:Warning)
              WHERE m.state IN ['CLAIMED', 'VERIFYING'] RETURN d, m
              UNION ALL
              MATCH (d:Deadline {code: 'CLUE_VISIT', department: $department})-[:OF]->(m:Clue)
              WHERE m.state = 'ACCEPTED' RETURN d, m
            }
            WITH d, m
            WHERE d.endedOn IS NULL AND m.department = $department AND $own IN m.places AND $region IN m.places
              AND NOT EXISTS { MATCH (v:Visit)-[:ON]->(m) WHERE date(v.recordedAt) >= d.startedOn }
              AND (%s)
            RETURN {warning: CASE WHEN m:Warning THEN m.id END, clue: CASE WHEN m:Clue THEN m.id END,
              key: m.id, region: m.places[0], due: d.due, mine: m.client = $client} AS due
            %s
            """;

    private static final Keyset EARLIEST = new Keyset(true, List.of("d.due", "m.id"));

    private final Neo4jClient graph;
    private final Clock clock;

    VisitsDue(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * A visit that is due.
     *
     * @param warning identifier of the warning, or null
     * @param clue identifier of the clue, or null
     * @param key by which it lies in the list
     * @param due last day in time
     */
    record Due(
            @Nullable String warning,
            @Nullable String clue,
            String key,
            String region,
            LocalDate due,
            boolean overdue,
            boolean mine) {}

    /**
     * {@return those of the caller's region, the most urgent first}
     *
     * @param region only in this one; null for all
     */
    ListSource<Due> listing(Caller caller, @Nullable String region) {
        return new ListSource<>(
                stretch -> some(caller, region == null ? caller.region() : region, stretch),
                one -> List.of(one.due(), one.key()));
    }

    private List<Due> some(Caller caller, String region, Stretch stretch) {
        Map<String, Object> values = new HashMap<>(EARLIEST.parameters(stretch));
        values.put("department", caller.department());
        values.put("client", caller.client());
        values.put("own", caller.region());
        values.put("region", region);
        return List.copyOf(
                graph.query(DUE.formatted(EARLIEST.within(stretch), EARLIEST.ordered(stretch)))
                        .bindAll(values)
                        .fetchAs(Due.class)
                        .mappedBy((_, row) -> due(row.get("due")))
                        .all());
    }

    private Due due(Value row) {
        LocalDate due = row.get("due").asLocalDate();
        return new Due(
                row.get("warning").isNull() ? null : row.get("warning").asString(),
                row.get("clue").isNull() ? null : row.get("clue").asString(),
                row.get("key").asString(),
                row.get("region").asString(),
                due,
                due.isBefore(LocalDate.now(clock)),
                row.get("mine").isTrue());
    }
}
