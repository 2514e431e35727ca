package org.lianji.procedure;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What has been done to matters, the oldest first. */
@Component
public class ProcedureHistory {

    private static final String HISTORY =
            """
            MATCH (e:ProcedureEvent) WHERE e.matter IN $matters
            RETURN e{.*} AS event ORDER BY e.version
            """;

    private final Neo4jClient graph;

    ProcedureHistory(Neo4jClient graph) {
        this.graph = graph;
    }

    /** {@return the steps by matter; the notes as they are kept} */
    Map<String, List<ProcedureEvent>> of(Collection<String> matters) {
        return graph
                .query(HISTORY)
                .bind(List.copyOf(matters))
                .to("matters")
                .fetchAs(ProcedureEvent.class)
                .mappedBy((_, row) -> event(row.get("event")))
                .all()
                .stream()
                .collect(Collectors.groupingBy(ProcedureEvent::matter));
    }

    /** {@return the steps of one matter; the notes as they are kept} */
    public List<ProcedureEvent> of(String matter) {
        return of(List.of(matter)).getOrDefault(matter, List.of());
    }

    private static ProcedureEvent event(Value row) {
        return new ProcedureEvent(
                row.get("matter").asString(),
                row.get("version").asLong(),
                row.get("transition").asString(),
                text(row, "from"),
                row.get("to").asString(),
                row.get("department").asString(),
                row.get("client").asString(),
                text(row, "region"),
                row.get("at").asZonedDateTime(),
                text(row, "note"),
                text(row, "filedWith"));
    }

    private static @Nullable String text(Value row, String name) {
        return row.get(name).isNull() ? null : row.get(name).asString();
    }
}
