package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.people.DatedRelations;
import org.lianji.platform.Caller;
import org.lianji.procedure.Procedure;
import org.lianji.rules.Rule;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Warnings as other modules ask about them: by who asks. */
@Component
public final class WarningDirectory {

    private static final String FAMILIES =
            """
            MATCH (m:Warning) WHERE $own IN m.places AND $region IN m.places AND m.openKey IS NOT NULL AND m.state <> 'FED_BACK'
              AND m.kind IN $kinds AND ($before IS NULL OR m.createdAt < $before)
            MATCH (m)-[:WARNS]->(w:Person)
            CALL (w) {
              OPTIONAL MATCH (w)-[_m:MEMBER_OF]->(_home:Household) WHERE %s
              RETURN _home ORDER BY _home.kind, _home.id LIMIT 1
            }
            WITH coalesce(head([(m)-[:WARNS]->(h:Household) | h.id]), _home.id, w.id) AS family,
              [i IN range(1, size(m.places) - 1) WHERE m.places[i] = $region | m.places[i - 1]] AS below
            RETURN coalesce(head(below), $region) AS place, collect(DISTINCT family) AS families
            """
                    .formatted(DatedRelations.heldInLife("_m"));

    private static final int MOST_OF_RULE = 100;

    private static final String PERSONS =
            """
            UNWIND $warnings AS id
            MATCH (m:Warning {id: id})
            RETURN id AS warning, [(m)-[:WARNS]->(p:Person) | p.id] AS persons
            """;

    private final Warnings warnings;
    private final WarningFacts facts;
    private final Neo4jClient graph;
    private final Clock clock;

    WarningDirectory(Warnings warnings, WarningFacts facts, Neo4jClient graph, Clock clock) {
        this.warnings = warnings;
        this.facts = facts;
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * A warning whose finding shows to who asks.
     *
     * @param warning identifier
     * @param family identifier of the family as it shows, else the token of the person
     * @param level how urgent it is
     * @param confirmed whether somebody has verified it
     * @param place code of the smallest region it lies in
     * @param since when it was raised
     */
    public record WarningSight(
            String warning,
            String family,
            Rule.Level level,
            boolean confirmed,
            String place,
            ZonedDateTime since) {

        static WarningSight of(Record row) {
            return new WarningSight(
                    row.get("warning").asString(),
                    row.get("family").asString(),
                    Rule.Level.valueOf(row.get("level").asString()),
                    row.get("confirmed").asBoolean(),
                    row.get("place").asString(),
                    row.get("since").asZonedDateTime());
        }
    }

    /**
     * {@return for officers of the department that leads those of their region of which nobody has
     * fed back what was done, as far as their findings show to them; none for others}
     *
     * @param kinds of rules
     * @param region code of a region in which they lie; null for all
     */
    public List<WarningSight> unsettled(
            Caller caller, Collection<Rule.Kind> kinds, @Nullable String region) {
        return facts.sighted(caller, warnings.unsettled(caller, kinds, region));
    }

    /**
     * An open warning, and whose facts led to it.
     *
     * @param warning identifier
     * @param persons tokens
     */
    public record WarnedPersons(String warning, List<String> persons) {}

    /** {@return some of those of the rule that {@link #unsettled} are, the newest first} */
    public List<WarnedPersons> ofRule(Caller caller, Rule rule) {
        List<String> open =
                warnings.unsettled(caller, List.of(rule.kind()), null)
                        .getOrDefault(rule.code(), List.of());
        List<String> sighted =
                facts.sighted(caller, Map.of(rule.code(), open)).stream()
                        .sorted(Comparator.comparing(WarningSight::since).reversed())
                        .limit(MOST_OF_RULE)
                        .map(WarningSight::warning)
                        .toList();
        return List.copyOf(
                graph.query(PERSONS)
                        .bind(sighted)
                        .to("warnings")
                        .fetchAs(WarnedPersons.class)
                        .mappedBy(
                                (_, row) ->
                                        new WarnedPersons(
                                                row.get("warning").asString(),
                                                row.get("persons").asList(Value::asString)))
                        .all());
    }

    /** {@return of these all that the caller may know of} */
    public List<? extends Procedure<?>> all(Caller caller, Collection<String> ids) {
        return warnings.all(caller, ids);
    }

    /**
     * {@return identifiers of families with one of which nobody has fed back what was done, by the
     * code of the region right below in which it lies: to be counted, and for nothing else}
     *
     * @param own code of the region beyond which there is none
     * @param region code of the region
     * @param before only of those raised earlier; null for all
     */
    public Map<String, List<String>> families(
            Collection<Rule.Kind> kinds,
            String own,
            String region,
            @Nullable ZonedDateTime before) {
        Map<String, Object> values = new HashMap<>();
        values.put("kinds", kinds.stream().map(Enum::name).toList());
        values.put("own", own);
        values.put("region", region);
        values.put("before", before);
        values.put("today", LocalDate.now(clock));
        Map<String, List<String>> families = new HashMap<>();
        graph.query(FAMILIES)
                .bindAll(values)
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                families.put(
                                        row.get("place").asString(),
                                        row.get("families").asList(Value::asString)));
        return families;
    }

    /** {@return of these the open ones that the caller knows of} */
    public List<String> open(Caller caller, Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> warnings.find(caller, id).stream())
                .filter(warning -> warning.state().open())
                .map(Warning::id)
                .toList();
    }
}
