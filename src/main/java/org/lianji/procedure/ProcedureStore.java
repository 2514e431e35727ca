package org.lianji.procedure;

import org.jspecify.annotations.Nullable;
import org.lianji.clocks.Deadline;
import org.lianji.database.Fragment;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.people.MatterPlaces;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The matters of a flow in the graph. Works in the caller's transaction.
 *
 * @param <S> the flow's states
 * @param <P> the flow's matter
 */
final class ProcedureStore<S extends Enum<S>, P extends Record & Procedure<S>> {

    private static final String WHOLE =
            """
            RETURN m{.*, deadlines: COLLECT { MATCH (d:Deadline)-[:OF]->(m) RETURN d{.*} ORDER BY d.startedOn, d.code }%s} AS matter
            """;

    private static final String FIND = "MATCH (m:%s {id: $id}) WHERE (%s)\n";

    /** The lock comes first, so that what is read is so until the end of the transaction. */
    private static final String HOLD =
            """
            MATCH (m:%s {id: $id})
            SET m.lock = true
            WITH m WHERE (%s)
            """;

    private static final Keyset NEWEST = Keyset.newestFirst("m.createdAt", "m.id");

    private static final String SOME =
            """
            MATCH (m:%1$s)
            WHERE (%2$s) AND %3$s
            """;

    private static final String ONLY = "WITH m %s\n";

    private static final String COUNT =
            """
            WITH m LIMIT $most
            RETURN count(m)
            """;

    private static final String CREATE = "CREATE (m:%s) SET m = $properties\n";

    private static final String REPLACE = "MATCH (m:%s {id: $id}) SET m = $properties\n";

    private static final String REMEMBER =
            """
            CREATE (e:ProcedureEvent)-[:OF]->(m) SET e = $event
            FOREACH (row IN $deadlines |
              MERGE (d:Deadline {key: row.key})
              MERGE (d)-[:OF]->(m)
              SET d = row)
            """;

    private final Neo4jClient graph;
    private final Flow<S, ?, P> flow;
    private final String label;

    ProcedureStore(Neo4jClient graph, Flow<S, ?, P> flow) {
        this.graph = graph;
        this.flow = flow;
        this.label = flow.matter().getSimpleName();
    }

    Optional<P> find(String id, Fragment visible) {
        return one(FIND, id, visible);
    }

    /**
     * {@return the same, as nobody changes it meanwhile: neither another's step nor a merge of the
     * persons whom it is about}
     */
    Optional<P> hold(String id, Fragment visible) {
        return one(HOLD, id, visible);
    }

    private Optional<P> one(String cypher, String id, Fragment visible) {
        return graph.query(cypher.formatted(label, visible.text()) + WHOLE.formatted(flow.linked()))
                .bind(id)
                .to("id")
                .bindAll(visible.parameters())
                .fetchAs(flow.matter())
                .mappedBy((_, row) -> matter(row.get("matter")))
                .one();
    }

    /** {@return those that the condition holds for, the newest first} */
    ListSource<P> listing(Fragment which, @Nullable S state) {
        Fragment listed =
                state == null
                        ? which
                        : which.and(Fragment.of("m.state = $state", "state", state.name()));
        return new ListSource<>(
                stretch -> some(listed, stretch),
                matter -> List.of(matter.createdAt(), matter.id()),
                most -> count(listed, most));
    }

    private List<P> some(Fragment which, Stretch stretch) {
        String ordered = NEWEST.ordered(stretch);
        return List.copyOf(
                graph.query(
                                SOME.formatted(label, which.text(), NEWEST.within(stretch))
                                        + ONLY.formatted(ordered)
                                        + WHOLE.formatted(flow.linked())
                                        + ordered)
                        .bindAll(which.parameters())
                        .bindAll(NEWEST.parameters(stretch))
                        .fetchAs(flow.matter())
                        .mappedBy((_, row) -> matter(row.get("matter")))
                        .all());
    }

    private int count(Fragment which, int most) {
        return graph.query(SOME.formatted(label, which.text(), "true") + COUNT)
                .bindAll(which.parameters())
                .bind(most)
                .to("most")
                .fetchAs(Integer.class)
                .one()
                .orElse(0);
    }

    void create(P matter, ProcedureEvent event) {
        write(CREATE, matter, event);
    }

    /** Of a matter that the transaction holds. */
    void replace(P matter, ProcedureEvent event) {
        write(REPLACE, matter, event);
    }

    private void write(String cypher, P matter, ProcedureEvent event) {
        graph.query(cypher.formatted(label) + REMEMBER)
                .bindAll(
                        Map.of(
                                "id",
                                matter.id(),
                                "properties",
                                properties(matter),
                                "event",
                                PropertyRecords.properties(event),
                                "deadlines",
                                matter.deadlines().stream()
                                        .map(one -> deadline(matter, one))
                                        .toList()))
                .run();
    }

    private Map<String, @Nullable Object> properties(P matter) {
        Map<String, @Nullable Object> properties = PropertyRecords.properties(matter);
        properties.putAll(flow.derived(matter));
        properties.put("id", matter.id());
        properties.put("version", matter.version());
        properties.put("state", matter.state().name());
        properties.put("createdAt", matter.createdAt());
        if (properties.get("places") instanceof List<?> places) {
            properties.putAll(MatterPlaces.properties(places));
        }
        properties.put("changedAt", matter.changedAt());
        return properties;
    }

    /** While it runs its last day is a property of its own, which an index finds. */
    private Map<String, @Nullable Object> deadline(P matter, Deadline deadline) {
        Map<String, @Nullable Object> properties = PropertyRecords.properties(deadline);
        properties.put("key", deadline.key(matter.id()));
        properties.put("flow", label);
        properties.put("running", deadline.running() ? deadline.due() : null);
        return properties;
    }

    private P matter(Value row) {
        Map<String, Object> columns = row.asMap();
        return PropertyRecords.read(
                flow.matter(),
                columns,
                new Progress<>(
                        row.get("id").asString(),
                        row.get("version").asLong(),
                        state(row.get("state").asString()),
                        row.get("createdAt").asZonedDateTime(),
                        row.get("changedAt").asZonedDateTime(),
                        row.get("deadlines").asList(ProcedureStore::deadline)));
    }

    private S state(String name) {
        return Stream.of(Objects.requireNonNull(flow.states().getEnumConstants()))
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Deadline deadline(Value row) {
        return new Deadline(
                row.get("code").asString(),
                row.get("department").asString(),
                row.get("startedOn").asLocalDate(),
                row.get("due").asLocalDate(),
                row.get("pausedOn").isNull() ? null : row.get("pausedOn").asLocalDate(),
                row.get("endedOn").isNull() ? null : row.get("endedOn").asLocalDate(),
                row.get("region").asString(null),
                row.get("extended").asBoolean(false));
    }
}
