package org.lianji.caseload;

import org.jspecify.annotations.Nullable;
import org.lianji.database.Fragment;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.procedure.Procedures;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long applications take from acceptance to the decision, by kind. */
@Component
final class CaseDurations {

    private static final int MOST_YEARS = 3;

    /** The last acceptance and the last decision count: what was set aside was decided anew. */
    private static final String DURATIONS =
            """
            MATCH (m:Case) WHERE m.department = $department AND m.openKey IS NULL AND %s
            CALL (m) {
              MATCH (e:ProcedureEvent {matter: m.id}) WHERE e.transition IN ['ACCEPT', 'CONFIRM', 'REFUSE']
              RETURN max(CASE e.transition WHEN 'ACCEPT' THEN e.at END) AS accepted,
                max(CASE WHEN e.transition <> 'ACCEPT' THEN e.at END) AS decided,
                max(CASE e.transition WHEN 'REFUSE' THEN e.at END) AS refused
            }
            WITH m.kind AS kind, decided = refused AS no, date(decided) AS day,
              duration.inDays(date(accepted), date(decided)).days AS days
            WHERE days >= 0 AND day >= $from AND day <= $to
            RETURN kind, count(*) AS decided, count(CASE WHEN no THEN 1 END) AS refused,
              percentileCont(days, 0.5) AS median, percentileCont(days, 0.9) AS ninetieth, max(days) AS longest
            ORDER BY kind
            """;

    private final Neo4jClient graph;

    CaseDurations(Neo4jClient graph) {
        this.graph = graph;
    }

    /**
     * Of one kind of help, in calendar days.
     *
     * @param decided how many were granted or refused
     * @param refused how many of these were refused
     * @param medianDays half of them took no longer
     * @param ninetiethDays nine of ten took no longer
     * @param longestDays the one that took longest
     */
    record CaseDuration(
            String kind,
            long decided,
            long refused,
            double medianDays,
            double ninetiethDays,
            long longestDays) {}

    /**
     * {@return those of the caller's region that were decided between two days, these included}
     *
     * @throws Problem DURATION_DAYS
     */
    List<CaseDuration> of(Caller caller, @Nullable String region, LocalDate from, LocalDate to) {
        if (from.isAfter(to) || from.plusYears(MOST_YEARS).isBefore(to)) {
            throw new Problem(CaseloadCode.DURATION_DAYS);
        }
        Fragment place =
                MatterPlaces.within("region", caller.region()).and(Procedures.within(region));
        Map<String, Object> parameters = new HashMap<>(place.parameters());
        parameters.put("department", caller.department());
        parameters.put("from", from);
        parameters.put("to", to);
        return List.copyOf(
                graph.query(DURATIONS.formatted(place.text()))
                        .bindAll(parameters)
                        .fetchAs(CaseDuration.class)
                        .mappedBy(
                                (_, row) ->
                                        new CaseDuration(
                                                row.get("kind").asString(),
                                                row.get("decided").asLong(),
                                                row.get("refused").asLong(),
                                                row.get("median").asDouble(),
                                                row.get("ninetieth").asDouble(),
                                                row.get("longest").asLong()))
                        .all());
    }
}
