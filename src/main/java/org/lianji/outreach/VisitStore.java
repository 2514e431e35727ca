package org.lianji.outreach;

import org.jspecify.annotations.Nullable;
import org.lianji.procedure.SealedTexts;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Visits in the graph: {@code (:Visit)-[:ON]->(:Warning|Clue)}; what people wrote is sealed. */
@Component
final class VisitStore {

    /** The lock comes first, so that of two at the same time the later one knows of the other. */
    private static final String CREATE =
            """
            MATCH (m:Warning|Clue {id: $matter})
            SET m.lock = true
            WITH m
            OPTIONAL MATCH (known:Visit)-[:ON]->(m) WHERE date(known.recordedAt) >= $visit.day
            WITH m, collect(known) AS unknown
            CREATE (v:Visit)-[:ON]->(m)
            SET v = $visit
            FOREACH (other IN unknown | CREATE (v)-[:CONFLICTS]->(other))
            REMOVE m.lock
            """;

    private static final String WHOLE =
            """
            RETURN v {.*, matter: m.id, conflicts: COLLECT { MATCH (v)-[:CONFLICTS]->(o) RETURN o.id ORDER BY o.recordedAt, o.id }} AS visit
            ORDER BY v.day, v.recordedAt, v.id
            """;

    private static final long TEXT = 0;

    private final Neo4jClient graph;
    private final SealedTexts texts;

    VisitStore(Neo4jClient graph, SealedTexts texts) {
        this.graph = graph;
        this.texts = texts;
    }

    void create(Visit visit) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", visit.id());
        row.put("day", visit.day());
        row.put("recordedAt", visit.recordedAt());
        row.put("living", visit.findings().living().name());
        row.put("income", visit.findings().income().name());
        row.put("illness", visit.findings().illness().name());
        row.put("care", visit.findings().care().name());
        row.put("asks", visit.findings().asks().stream().map(Enum::name).toList());
        row.put("text", visit.text() == null ? null : sealed(visit, TEXT, visit.text()));
        row.put(
                "visitors",
                IntStream.range(0, visit.visitors().size())
                        .mapToObj(i -> sealed(visit, visitor(i), visit.visitors().get(i)))
                        .toList());
        graph.query(CREATE).bind(visit.matter()).to("matter").bind(row).to("visit").run();
    }

    private static long visitor(int i) {
        return -1L - i;
    }

    private String sealed(Visit visit, long place, String text) {
        return texts.close(Visit.class, visit.id(), place, text);
    }

    Optional<Visit> find(String id) {
        return graph.query("MATCH (v:Visit {id: $id})-[:ON]->(m)\n" + WHOLE)
                .bind(id)
                .to("id")
                .fetchAs(Visit.class)
                .mappedBy((_, row) -> visit(row.get("visit")))
                .one();
    }

    /** {@return the visits of the matters, the earliest first} */
    List<Visit> of(Collection<String> matters) {
        return List.copyOf(
                graph.query(
                                "MATCH (v:Visit)-[:ON]->(m:Warning|Clue) WHERE m.id IN $matters\n"
                                        + WHOLE)
                        .bind(List.copyOf(matters))
                        .to("matters")
                        .fetchAs(Visit.class)
                        .mappedBy((_, row) -> visit(row.get("visit")))
                        .all());
    }

    private Visit visit(Value row) {
        String id = row.get("id").asString();
        List<String> visitors = row.get("visitors").asList(Value::asString);
        return new Visit(
                id,
                row.get("matter").asString(),
                row.get("day").asLocalDate(),
                row.get("recordedAt").asZonedDateTime(),
                IntStream.range(0, visitors.size())
                        .mapToObj(i -> texts.open(Visit.class, id, visitor(i), visitors.get(i)))
                        .flatMap(Stream::ofNullable)
                        .toList(),
                new Visit.Findings(
                        Visit.Home.valueOf(row.get("living").asString()),
                        Visit.Income.valueOf(row.get("income").asString()),
                        Visit.Illness.valueOf(row.get("illness").asString()),
                        Visit.Care.valueOf(row.get("care").asString()),
                        row.get("asks").asList(one -> Visit.Help.valueOf(one.asString()))),
                row.get("text").isNull()
                        ? null
                        : texts.open(Visit.class, id, TEXT, row.get("text").asString()),
                row.get("conflicts").asList(Value::asString));
    }
}
