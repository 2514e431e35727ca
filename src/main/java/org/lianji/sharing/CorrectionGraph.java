package org.lianji.sharing;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Keyset;
import org.lianji.platform.Listing;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corrections in the graph. Works in the caller's transaction. */
@Component
final class CorrectionGraph {

    private static final String WHOLE =
            """
             RETURN c{.*, record: head([(c)-[:ON]->(r) | r.id]), persons: [(c)-[:ON]->()-[:ABOUT]->(p:Person) | p.id],
              deadline: head([(d:CorrectionDeadline)-[:OF]->(c) | d{.*}])} AS correction
            """;

    private static final String FIND = "MATCH (c:Correction {id: $id})" + WHOLE;

    private static final Keyset NEWEST = Keyset.newestFirst("c.createdAt", "c.id");

    private static final String SOME =
            """
            MATCH (c:Correction)
            WHERE (
                ($side IS NULL OR $side = 'OWNER') AND $unit AND c.owner = $department
                OR ($side IS NULL OR $side = 'RAISER') AND (
                  $person IS NOT NULL AND c.person = $person
                  OR c.person IS NULL AND c.department = $department AND ($unit OR c.client = $client))
                OR $side IS NULL AND $lead AND c.state IN ['REFERRED', 'DECIDED', 'APPEALED'])
              AND ($state IS NULL OR c.state = $state)
              AND %1$s
            WITH c %2$s
            """
                    + WHOLE
                    + " %2$s";

    /** What was seen a moment ago may have been superseded since: then it is not there any more. */
    private static final String CREATE =
            """
            MATCH (r:Record {id: $record})
            CREATE (c:Correction)-[:ON]->(r) SET c = $properties
            """;

    /** The lock comes first and the comparison after it, so that of several callers one wins. */
    private static final String REPLACE =
            """
            MATCH (c:Correction {id: $id})
            SET c.lock = true
            WITH c WHERE c.version = $version
            SET c = $properties
            """;

    private static final String REMEMBER =
            """
            CREATE (e:CorrectionEvent)-[:OF]->(c) SET e = $event
            MERGE (d:CorrectionDeadline {correction: $id, code: $deadline.code})
            MERGE (d)-[:OF]->(c)
            SET d = $deadline
            RETURN count(c) AS written
            """;

    /** The version that was the newest when the correction was raised is so no longer. */
    private static final String REPLACED =
            "MATCH (c:Correction {id: $id})-[:ON]->(r) RETURN NOT r:Record AS replaced";

    private static final String HISTORY =
            """
            MATCH (e:CorrectionEvent)-[:OF]->(c:Correction) WHERE c.id IN $ids
            RETURN e{.*} AS event ORDER BY e.version
            """;

    /**
     * Which corrections.
     *
     * @param department whose
     * @param client of those that it raised itself
     * @param person of the citizen who asks
     * @param unit whether for the whole department
     * @param lead whether those that were referred to it, too
     * @param side on which they stand
     * @param state where they stand
     */
    record Which(
            String department,
            String client,
            @Nullable String person,
            boolean unit,
            boolean lead,
            @Nullable CorrectionSide side,
            @Nullable CorrectionState state) {

        Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("department", department);
            parameters.put("client", client);
            parameters.put("person", person);
            parameters.put("unit", unit);
            parameters.put("lead", lead);
            parameters.put("side", side == null ? null : side.name());
            parameters.put("state", state == null ? null : state.name());
            return parameters;
        }
    }

    private final Neo4jClient graph;

    CorrectionGraph(Neo4jClient graph) {
        this.graph = graph;
    }

    Optional<Correction> find(String id) {
        return graph.query(FIND)
                .bind(id)
                .to("id")
                .fetchAs(Correction.class)
                .mappedBy((_, row) -> CorrectionRows.correction(row.get("correction")))
                .one();
    }

    /** {@return corrections, the newest first} */
    Listing<Correction> listing(Which which) {
        return new Listing<>(
                stretch ->
                        List.copyOf(
                                graph.query(
                                                SOME.formatted(
                                                        NEWEST.within(stretch),
                                                        NEWEST.ordered(stretch)))
                                        .bindAll(which.parameters())
                                        .bindAll(NEWEST.parameters(stretch))
                                        .fetchAs(Correction.class)
                                        .mappedBy(
                                                (_, row) ->
                                                        CorrectionRows.correction(
                                                                row.get("correction")))
                                        .all()),
                correction -> List.of(correction.createdAt(), correction.id()));
    }

    /** {@return whether the record is still there} */
    boolean create(Correction correction, CorrectionEvent event) {
        return write(CREATE + REMEMBER, correction, event);
    }

    /** {@return whether the correction still had the version before this one, and now has this} */
    boolean replace(Correction correction, CorrectionEvent event) {
        return write(REPLACE + REMEMBER, correction, event);
    }

    private boolean write(String cypher, Correction correction, CorrectionEvent event) {
        return graph.query(cypher)
                        .bindAll(
                                Map.of(
                                        "id",
                                        correction.id(),
                                        "record",
                                        correction.on().record(),
                                        "version",
                                        correction.version() - 1,
                                        "properties",
                                        CorrectionRows.properties(correction),
                                        "event",
                                        CorrectionRows.properties(event),
                                        "deadline",
                                        CorrectionRows.properties(
                                                correction.id(), correction.deadline())))
                        .fetchAs(Long.class)
                        .one()
                        .orElse(0L)
                > 0;
    }

    /** {@return whether the record has a newer version, or was withdrawn} */
    boolean replaced(String id) {
        return graph.query(REPLACED).bind(id).to("id").fetchAs(Boolean.class).one().orElse(false);
    }

    Map<String, List<CorrectionEvent>> history(List<String> ids) {
        Map<String, List<CorrectionEvent>> events = new HashMap<>();
        graph
                .query(HISTORY)
                .bind(ids)
                .to("ids")
                .fetchAs(Value.class)
                .mappedBy((_, row) -> row.get("event"))
                .all()
                .stream()
                .map(CorrectionRows::event)
                .forEach(
                        event ->
                                events.computeIfAbsent(event.correction(), _ -> new ArrayList<>())
                                        .add(event));
        return events;
    }
}
