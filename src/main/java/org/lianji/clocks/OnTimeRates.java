package org.lianji.clocks;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each department keeps the clocks of all flows (政务数据共享条例 §38). */
@Component
class OnTimeRates {

    private static final int TEN = 10;

    private static final String RATES =
            """
            MATCH (d:Deadline|AgreementDeadline)
            WHERE $department IS NULL OR d.department = $department
            RETURN d.department AS department, d.code AS code,
              count(CASE WHEN d.endedOn <= d.due THEN 1 END) AS inTime,
              count(CASE WHEN d.endedOn > d.due THEN 1 END) AS late,
              count(CASE WHEN d.endedOn IS NULL AND coalesce(d.pausedOn, $today) > d.due THEN 1 END) AS openOverdue
            ORDER BY department, code
            """;

    /** How many, and how many in time. */
    record Rate(String department, String code, int inTime, int late, int openOverdue) {

        /** {@return the same in tens, by which no single matter shows} */
        Rate inTens() {
            return new Rate(department, code, tens(inTime), tens(late), tens(openOverdue));
        }

        private static int tens(int count) {
            return count - count % TEN;
        }

        boolean saysNothing() {
            return inTime + late + openOverdue == 0;
        }
    }

    private final Neo4jClient graph;

    OnTimeRates(Neo4jClient graph) {
        this.graph = graph;
    }

    /** {@return the rates by department and clock; of one department where it is given} */
    List<Rate> of(@Nullable String department, LocalDate today) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("department", department);
        parameters.put("today", today);
        return List.copyOf(
                graph.query(RATES)
                        .bindAll(parameters)
                        .fetchAs(Rate.class)
                        .mappedBy(
                                (_, row) ->
                                        new Rate(
                                                row.get("department").asString(),
                                                row.get("code").asString(),
                                                row.get("inTime").asInt(),
                                                row.get("late").asInt(),
                                                row.get("openOverdue").asInt()))
                        .all());
    }
}
