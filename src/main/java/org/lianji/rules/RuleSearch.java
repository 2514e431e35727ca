package org.lianji.rules;

import org.jspecify.annotations.Nullable;
import org.lianji.access.PopulationCypher;
import org.lianji.access.PopulationScope;
import org.lianji.catalogue.Catalogue;
import org.lianji.people.DatedRelations;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/** Runs rules over given people. One text serves a whole run and a contribution of one row. */
@Component
public final class RuleSearch {

    /** People a statement. */
    private static final int CHUNK = 2_000;

    /**
     * The family is who lives together or, where no such family is known, who is registered
     * together, and those of it who died: a rule says itself whom it counts.
     */
    private static final String STATEMENT =
            """
            UNWIND $persons AS _id
            MATCH (p:Person {id: _id}) WHERE %s
            CALL (p) {
              OPTIONAL MATCH (p)-[_at:RESIDES_IN|REGISTERED_IN]->(_place:Region) WHERE %s
              RETURN _place ORDER BY type(_at) DESC LIMIT 1
            }
            CALL (p) {
              OPTIONAL MATCH (p)-[_m:MEMBER_OF]->(_home:Household) WHERE %s AND %s
              RETURN _home ORDER BY _home.kind, _home.id LIMIT 1
            }
            WITH p, _home, COLLECT { MATCH (_place)-[_up:PART_OF*0..4]->(_r:Region) RETURN _r.code ORDER BY size(_up) } AS places,
              CASE WHEN _home IS NULL THEN [p]
                ELSE COLLECT { MATCH (_home)<-[_n:MEMBER_OF]-(_q:Person) WHERE %s AND %s AND %s RETURN DISTINCT _q } END AS family
            CALL (p, family, places) {
            %s
            }
            RETURN p.id AS person, _home.id AS household, places,
              [_f IN facts | {key: _f.key, values: CASE _f.category %s END}] AS facts
            """;

    private static final String ANCHORS = "MATCH (:Record&`%s`)-[:ABOUT]->(p:Person) RETURN %s";

    private static final String AMONG =
            "MATCH (:Record&`%s`)-[:ABOUT]->(p:Person) WHERE %s RETURN DISTINCT p.id";

    private static final String KIN =
            """
            UNWIND $persons AS id
            MATCH (p:Person {id: id})
            OPTIONAL MATCH (p)-[m:MEMBER_OF]->(:Household)<-[n:MEMBER_OF]-(q:Person)
              WHERE %s AND %s
            WITH collect(DISTINCT p.id) + collect(DISTINCT q.id) AS some
            UNWIND some AS one
            RETURN DISTINCT one
            """
                    .formatted(DatedRelations.heldInLife("m"), DatedRelations.held("n"));

    private final Neo4jClient graph;
    private final Catalogue catalogue;
    private final Rules rules;
    private final RuleParameters parameters;
    private final Clock clock;

    RuleSearch(
            Neo4jClient graph,
            Catalogue catalogue,
            Rules rules,
            RuleParameters parameters,
            Clock clock) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.rules = rules;
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * {@return what the rule finds among these people, one finding a subject}
     *
     * @param persons tokens
     */
    public List<Finding> find(Rule rule, RuleScope scope, Collection<String> persons) {
        return find(rule, scope, persons, parameters.asOf(LocalDate.now(clock)));
    }

    /**
     * {@return what the rule would find among these people, one finding a subject}
     *
     * @param persons tokens
     * @param values of the parameters
     */
    public List<Finding> find(
            Rule rule, RuleScope scope, Collection<String> persons, List<RuleParameter> values) {
        if (persons.isEmpty() || !scope.runs()) {
            return List.of();
        }
        Map<String, Finding> found = new LinkedHashMap<>();
        graph.query(statement(rule, rules.pattern(rule), scope, catalogue))
                .bindAll(values(rule, scope, persons, values))
                .fetchAs(Finding.class)
                .mappedBy((_, row) -> finding(rule, row.asMap(value -> value)))
                .all()
                .forEach(one -> found.merge(one.subject(), one, RuleSearch::together));
        return List.copyOf(found.values());
    }

    /**
     * {@return all whom the rule may find, as many together as a statement takes: those of whom its
     * rarest category has a record}
     */
    public List<List<String>> everybody(Rule rule) {
        return chunks(anchors(rule, "DISTINCT p.id", String.class));
    }

    /** {@return the same of those who belong to the regions} */
    public List<List<String>> everybody(Rule rule, PopulationScope regions) {
        String category = catalogue.category(rule.anchor()).orElseThrow().type();
        String covered = PopulationCypher.covered("p", "$regions", Set.of(regions));
        return chunks(
                List.copyOf(
                        graph.query(AMONG.formatted(category, covered))
                                .bindAll(PopulationCypher.day(LocalDate.now(clock)))
                                .bind(PopulationCypher.rows(Set.of(regions)))
                                .to("regions")
                                .fetchAs(String.class)
                                .all()));
    }

    /** {@return the people, as many together as a statement takes} */
    public static List<List<String>> chunks(List<String> persons) {
        return persons.stream().gather(Gatherers.windowFixed(CHUNK)).toList();
    }

    /** {@return how many {@link #everybody} are} */
    public long size(Rule rule) {
        return anchors(rule, "count(DISTINCT p)", Long.class).getFirst();
    }

    private <T> List<T> anchors(Rule rule, String what, Class<T> type) {
        String category = catalogue.category(rule.anchor()).orElseThrow().type();
        return List.copyOf(graph.query(ANCHORS.formatted(category, what)).fetchAs(type).all());
    }

    /** {@return the people and those who belong to a household with them today} */
    public Collection<String> withFamilies(Collection<String> persons) {
        return graph.query(KIN)
                .bindAll(Map.of("persons", List.copyOf(persons), "today", LocalDate.now(clock)))
                .fetchAs(String.class)
                .all();
    }

    /** {@return what the statement is given, with the parameters as they are today} */
    Map<String, Object> values(Rule rule, RuleScope scope, Collection<String> persons) {
        return values(rule, scope, persons, parameters.asOf(LocalDate.now(clock)));
    }

    private Map<String, Object> values(
            Rule rule, RuleScope scope, Collection<String> persons, List<RuleParameter> some) {
        Map<String, Object> values = new HashMap<>(scope.values(LocalDate.now(clock)));
        values.put("persons", List.copyOf(persons));
        values.putAll(RuleParameters.values(rule.parameters(), some));
        return values;
    }

    /** {@return the statement of a rule} */
    static String statement(Rule rule, RulePattern pattern, RuleScope scope, Catalogue catalogue) {
        return STATEMENT.formatted(
                scope.judged("p", rule.subjects()),
                DatedRelations.held("_at"),
                DatedRelations.heldInLife("_m"),
                scope.member("_m", "p"),
                DatedRelations.heldInLife("_n"),
                scope.member("_n", "_q"),
                scope.seen("_q"),
                pattern(pattern, scope, catalogue),
                rule.items().entrySet().stream()
                        .map(
                                one ->
                                        "WHEN '%s' THEN _f {%s}"
                                                .formatted(
                                                        one.getKey(),
                                                        one.getValue().stream()
                                                                .map(item -> "." + item)
                                                                .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining(" ")));
    }

    /** {@return the pattern as it stands in the statement, with what its parameters are there} */
    static String pattern(RulePattern pattern, RuleScope scope, Catalogue catalogue) {
        return local(pattern.guarded(catalogue, scope), pattern).strip();
    }

    /** A parameter counts as it is where the person lives, else as everywhere. */
    private static String local(String text, RulePattern pattern) {
        String local = text;
        for (String name : pattern.parameters()) {
            local =
                    local.replaceAll(
                            "\\$" + name + "\\b",
                            "coalesce(head([_c IN places WHERE \\$%1\\$s[_c] IS NOT NULL | \\$%1\\$s[_c]]), \\$%1\\$s['*'])"
                                    .replace("%1\\$s", name));
        }
        return local;
    }

    private static Finding finding(Rule rule, Map<String, Value> row) {
        @Nullable Value home = row.get("household");
        return new Finding(
                text(row, "person"),
                rule.subject() == Rule.Subject.PERSON || home == null || home.isNull()
                        ? null
                        : home.asString(),
                Objects.requireNonNull(row.get("places")).asList(Value::asString),
                Objects.requireNonNull(row.get("facts"))
                        .asList(
                                fact ->
                                        new Finding.Fact(
                                                fact.get("key").asString(),
                                                fact.get("values").isNull()
                                                        ? Map.of()
                                                        : present(fact.get("values").asMap()))));
    }

    private static Map<String, Object> present(Map<String, Object> values) {
        return values.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String text(Map<String, Value> row, String name) {
        return Objects.requireNonNull(row.get(name)).asString();
    }

    private static Finding together(Finding one, Finding other) {
        List<Finding.Fact> facts = new ArrayList<>(one.facts());
        other.facts().stream().filter(fact -> !facts.contains(fact)).forEach(facts::add);
        return new Finding(one.person(), one.household(), one.places(), facts);
    }
}
