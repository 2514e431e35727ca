package org.lianji.parameters;

import org.jspecify.annotations.Nullable;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsListener;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Procedure;
import org.lianji.rules.Finding;
import org.lianji.rules.Rule;
import org.lianji.rules.RuleGrants;
import org.lianji.rules.RuleParameter;
import org.lianji.rules.RuleParameters;
import org.lianji.rules.RuleScope;
import org.lianji.rules.RuleSearch;
import org.lianji.rules.Rules;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change would do before it counts: both values are tried on everybody today, and nothing is
 * raised. It goes on at another hub where this one dies.
 */
@Component
final class ParameterPreviews implements NewsListener {

    private static final String SAVE =
            """
            MATCH (m:ParameterChange {id: $change})
            MERGE (m)<-[:PREVIEWS]-(v:ParameterPreview {change: $change})
            SET v.rules = $rules, v.regions = $regions, v.come = $come, v.go = $go, v.stay = $stay, v.at = $now
            """;

    private static final String FIND =
            """
            UNWIND $changes AS change
            MATCH (v:ParameterPreview {change: change})
            UNWIND range(0, size(v.rules) - 1) AS n
            WITH change, v, n WHERE v.regions[n] IN $places
            RETURN change, v.rules[n] AS rule, v.regions[n] AS region, v.come[n] AS come, v.go[n] AS go, v.stay[n] AS stay
            """;

    private final ParameterChanges changes;
    private final Rules rules;
    private final RuleGrants grants;
    private final RuleSearch search;
    private final RuleParameters parameters;
    private final Neo4jClient graph;
    private final Clock clock;

    ParameterPreviews(
            ParameterChanges changes,
            Rules rules,
            RuleGrants grants,
            RuleSearch search,
            RuleParameters parameters,
            Neo4jClient graph,
            Clock clock) {
        this.changes = changes;
        this.rules = rules;
        this.grants = grants;
        this.search = search;
        this.parameters = parameters;
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * What a rule would find in a county, as it is counted.
     *
     * @param rule its code
     * @param region code of the county; empty outside the city and where no place is known
     * @param come findings that there are with the new value only
     * @param go findings that there are with today's only
     * @param stay findings that there are with both
     */
    private record Count(String rule, String region, long come, long go, long stay) {}

    /** The same, as it is told. */
    record Effect(
            String rule,
            String region,
            @Nullable Long come,
            @Nullable Long go,
            @Nullable Long stay) {

        private static final int TENS = 10;

        private static Effect of(Count count) {
            return new Effect(
                    count.rule(),
                    count.region(),
                    told(count.come()),
                    told(count.go()),
                    told(count.stay()));
        }

        /** Values could else be tried until somebody's is known; fewer than ten are as none. */
        private static @Nullable Long told(long count) {
            return count < TENS ? null : Long.valueOf((count + TENS / 2) / TENS * TENS);
        }
    }

    @Override
    public String name() {
        return "parameter-previews";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("ParameterChangeChanged");
    }

    @Override
    public void on(News news) {
        Procedure.StepNews step = news.as(Procedure.StepNews.class);
        if (step.step().equals(ParameterChangeTransition.PROPOSE.name())) {
            changes.find(step.id()).ifPresent(this::preview);
        }
    }

    private void preview(ParameterChange change) {
        LocalDate today = LocalDate.now(clock);
        List<RuleParameter> before = parameters.asOf(today);
        List<RuleParameter> after = parameters.asOf(today, List.of(change.asOf(today)));
        save(change.id(), taking(change).flatMap(rule -> counted(rule, before, after)).toList());
    }

    /** {@return the rules that take the parameter} */
    Stream<Rule> taking(ParameterChange change) {
        return rules.all().stream().filter(rule -> rule.parameters().contains(change.to().name()));
    }

    private Stream<Count> counted(
            Rule rule, List<RuleParameter> before, List<RuleParameter> after) {
        RuleScope scope = grants.ofHub(rule);
        Map<String, String> now = new HashMap<>();
        Map<String, String> then = new HashMap<>();
        for (List<String> chunk : search.everybody(rule)) {
            now.putAll(counties(search.find(rule, scope, chunk, before)));
            then.putAll(counties(search.find(rule, scope, chunk, after)));
        }
        SortedMap<String, long[]> counts = new TreeMap<>();
        Set<String> subjects = new TreeSet<>(now.keySet());
        subjects.addAll(then.keySet());
        for (String subject : subjects) {
            boolean is = now.containsKey(subject);
            boolean will = then.containsKey(subject);
            String county = is ? now.get(subject) : then.get(subject);
            counts.computeIfAbsent(county, _ -> new long[3])[will ? is ? 2 : 0 : 1]++;
        }
        return counts.entrySet().stream()
                .map(
                        one ->
                                new Count(
                                        rule.code(),
                                        one.getKey(),
                                        one.getValue()[0],
                                        one.getValue()[1],
                                        one.getValue()[2]));
    }

    private static Map<String, String> counties(List<Finding> found) {
        Map<String, String> counties = new HashMap<>();
        found.forEach(
                one ->
                        counties.put(
                                one.subject(),
                                one.places().stream()
                                        .filter(place -> Regions.prefix(place).length() == 6)
                                        .findFirst()
                                        .orElse("")));
        return counties;
    }

    private void save(String change, List<Count> counts) {
        graph.query(SAVE)
                .bindAll(
                        Map.of(
                                "change", change,
                                "rules", counts.stream().map(Count::rule).toList(),
                                "regions", counts.stream().map(Count::region).toList(),
                                "come", counts.stream().map(Count::come).toList(),
                                "go", counts.stream().map(Count::go).toList(),
                                "stay", counts.stream().map(Count::stay).toList(),
                                "now", ZonedDateTime.now(clock)))
                .run();
    }

    /**
     * {@return what each of the changes would do in the caller's region, a row for each county and
     * rule, whatever is found there: how many are found tells what departments know of people}
     */
    Map<ParameterChange, List<Effect>> of(Caller caller, List<ParameterChange> some) {
        List<String> places = places(caller);
        Map<String, List<Count>> counts = counts(some, places);
        return some.stream()
                .filter(ParameterChange::previewed)
                .collect(
                        Collectors.toMap(
                                change -> change,
                                change ->
                                        told(
                                                change,
                                                places,
                                                counts.getOrDefault(change.id(), List.of()))));
    }

    private static List<String> places(Caller caller) {
        if (caller.is(Role.SYSTEM, Role.SHARING_UNIT, Role.SHARING_HEAD, Role.AUDITOR)) {
            return Stream.concat(Stream.of(""), Regions.counties().stream()).toList();
        }
        return caller.region().isEmpty()
                ? List.of()
                : Regions.counties().stream()
                        .filter(county -> county.startsWith(Regions.prefix(caller.region())))
                        .toList();
    }

    private List<Effect> told(ParameterChange change, List<String> places, List<Count> counts) {
        Map<List<String>, Count> found =
                counts.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> List.of(one.rule(), one.region()), one -> one));
        return taking(change)
                .flatMap(
                        rule ->
                                places.stream()
                                        .map(
                                                place ->
                                                        found.getOrDefault(
                                                                List.of(rule.code(), place),
                                                                new Count(
                                                                        rule.code(),
                                                                        place,
                                                                        0,
                                                                        0,
                                                                        0))))
                .map(Effect::of)
                .toList();
    }

    private Map<String, List<Count>> counts(List<ParameterChange> some, List<String> places) {
        return graph
                .query(FIND)
                .bindAll(
                        Map.of(
                                "changes",
                                some.stream().map(ParameterChange::id).toList(),
                                "places",
                                places))
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.get("change").asString(),
                                Collectors.mapping(
                                        row ->
                                                new Count(
                                                        row.get("rule").asString(),
                                                        row.get("region").asString(),
                                                        row.get("come").asLong(),
                                                        row.get("go").asLong(),
                                                        row.get("stay").asLong()),
                                        Collectors.toList())));
    }
}
