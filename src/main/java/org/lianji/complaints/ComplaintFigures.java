package org.lianji.complaints;

import org.jspecify.annotations.Nullable;
import org.lianji.statistics.PublicCount;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** How many complained, and what came of it, in numbers behind which nobody can be picked out. */
@Component
final class ComplaintFigures {

    private static final String COUNTS =
            """
            MATCH (m:Complaint) WHERE m.filedOn >= $from AND m.filedOn < $to
            OPTIONAL MATCH (d:Deadline {code: $clock})-[:OF]->(m)
            WITH m.county AS region, m.kind AS kind, count(DISTINCT m) AS filed,
              count(DISTINCT CASE WHEN m.state = 'ANSWERED' THEN m END) AS answered,
              count(DISTINCT CASE WHEN d.endedOn <= d.due THEN m END) AS inTime,
              count(DISTINCT CASE WHEN m.outcome IN ['UPHELD', 'PARTLY_UPHELD'] THEN m END) AS upheld
            WHERE filed >= $least
            RETURN region, kind, filed, answered, inTime, upheld
            ORDER BY region, kind
            """;

    private final Neo4jClient graph;
    private final Clock clock;

    ComplaintFigures(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * Of a year, a county and a kind; tens alone are told, and none below the first.
     *
     * @param inTime answered in time
     * @param upheld wholly or partly
     */
    record Figure(
            int year,
            String region,
            Complaint.Kind kind,
            @Nullable Integer filed,
            @Nullable Integer answered,
            @Nullable Integer inTime,
            @Nullable Integer upheld) {}

    List<Figure> of(@Nullable Integer asked) {
        int year = asked == null ? LocalDate.now(clock).getYear() : asked;
        LocalDate from = LocalDate.of(Math.clamp(year, 1, 9998), 1, 1);
        return List.copyOf(
                graph.query(COUNTS)
                        .bind(from)
                        .to("from")
                        .bind(from.plusYears(1))
                        .to("to")
                        .bind(Complaints.ANSWER_CLOCK)
                        .to("clock")
                        .bind(PublicCount.LEAST)
                        .to("least")
                        .fetchAs(Figure.class)
                        .mappedBy(
                                (_, row) ->
                                        new Figure(
                                                from.getYear(),
                                                row.get("region").asString(),
                                                Complaint.Kind.valueOf(row.get("kind").asString()),
                                                PublicCount.of(row.get("filed").asLong()),
                                                PublicCount.of(row.get("answered").asLong()),
                                                PublicCount.of(row.get("inTime").asLong()),
                                                PublicCount.of(row.get("upheld").asLong())))
                        .all());
    }
}
