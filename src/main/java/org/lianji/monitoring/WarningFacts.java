package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.access.PopulationCypher;
import org.lianji.audit.Act;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.compiler.ShownItem;
import org.lianji.items.Item;
import org.lianji.people.DatedRelations;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.rules.FindingSentence;
import org.lianji.rules.Rule;
import org.lianji.rules.RuleGrants;
import org.lianji.rules.RuleScope;
import org.lianji.rules.Rules;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What led to warnings, for callers whose own grants give all that the rule read: on the chain
 * before it leaves, and in the log of the persons.
 */
@Component
final class WarningFacts {

    /**
     * All or nothing: what a rule found, and that it found nothing else, says something of all that
     * it read. The warned person is judged as the rule judges them, by what it reads of them;
     * others by their records. A record taken back is gone here, too.
     */
    private static final String FACTS =
            """
            UNWIND $warnings AS id
            MATCH (m:Warning {id: id})-[:WARNS]->(w:Person) WHERE %s
            WITH m, COLLECT {
              MATCH (m)-[:FACT]->(f:Record|Superseded)
              RETURN {category: f.category, recordNo: f.recordNo, source: f.department, shown: CASE %s ELSE false END,
                persons: COLLECT { MATCH (f)-[:ABOUT]->(q:Person) RETURN q.id }, items: CASE f.category %s END} AS fact
              ORDER BY fact.recordNo
            } AS facts
            WHERE none(fact IN facts WHERE NOT fact.shown)
            RETURN m.id AS warning, facts
            """;

    /**
     * Of which all that led to it shows, as above and in one statement for all rules: nobody learns
     * from a list that a family has one that they don't see. A person's family is the one that
     * shows to be theirs.
     */
    private static final String SIGHTED =
            """
            UNWIND $warnings AS id
            MATCH (m:Warning {id: id})-[:WARNS]->(w:Person) WHERE all(_all IN $judges[m.rule] WHERE %1$s)
            WITH m, w WHERE none(shown IN COLLECT {
              MATCH (m)-[:FACT]->(f:Record|Superseded)
              RETURN coalesce(all(_all IN $guards[m.rule][f.category] WHERE EXISTS { (f)-[:ABOUT]->(_w:Person) WHERE %2$s }), false)
            } WHERE NOT shown)
            CALL (w) {
              OPTIONAL MATCH (w)-[_m:MEMBER_OF]->(_home:Household)
              WHERE %3$s
                AND coalesce(all(_all IN $members[_m.category] WHERE %1$s), false)
              RETURN _home ORDER BY _home.kind, _home.id LIMIT 1
            }
            RETURN m.id AS warning, coalesce(head([(m)-[:WARNS]->(h:Household) | h.id]), _home.id, w.id) AS family, m.level AS level,
              m.state IN ['CONFIRMED', 'DISPOSED'] AS confirmed, head(m.places) AS place, m.createdAt AS since
            """
                    .formatted(
                            PopulationCypher.covered("w", "_all"),
                            PopulationCypher.covered("_w", "_all"),
                            DatedRelations.heldInLife("_m"));

    private final Neo4jClient graph;
    private final Catalogue catalogue;
    private final Rules rules;
    private final RuleGrants grants;
    private final BasisRegistry bases;
    private final AuditLog chain;
    private final Clock clock;

    WarningFacts(
            Neo4jClient graph,
            Catalogue catalogue,
            Rules rules,
            RuleGrants grants,
            BasisRegistry bases,
            AuditLog chain,
            Clock clock) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.rules = rules;
        this.grants = grants;
        this.bases = bases;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * What a caller learns of a finding.
     *
     * @param person token
     * @param household identifier; null of a person
     * @param explanationZh why, in a Chinese sentence
     * @param explanationEn the same in English
     * @param facts the records, by their numbers
     */
    record Shown(
            String person,
            @Nullable String household,
            String explanationZh,
            String explanationEn,
            List<Fact> facts) {}

    /** A record that led to it. */
    record Fact(
            String category,
            String recordNo,
            String source,
            List<String> persons,
            List<ShownItem> items) {

        Stream<String> read() {
            List<String> shown =
                    items.stream()
                            .filter(one -> one.state() == ShownItem.State.CLEAR)
                            .map(one -> category + "." + one.item().name())
                            .toList();
            return shown.isEmpty() ? Stream.of(category) : shown.stream();
        }
    }

    /**
     * {@return what the caller learns of each, by the warning: nothing where their own grants don't
     * give all that the rule read, or where it was sent to them and they have no basis any more}
     */
    Map<Warning, Shown> of(Caller caller, List<Warning> warnings) {
        Map<String, List<Fact>> facts = new HashMap<>();
        within(caller, warnings)
                .collect(Collectors.groupingBy(warning -> warning.on().rule()))
                .forEach(
                        (code, some) ->
                                rules.rule(code)
                                        .ifPresent(
                                                rule -> facts.putAll(facts(caller, rule, some))));
        List<Warning> known =
                warnings.stream().filter(warning -> facts.containsKey(warning.id())).toList();
        chain.append(known.stream().map(one -> entry(caller, one, of(one, facts))).toList());
        return known.stream()
                .collect(Collectors.toMap(one -> one, one -> shown(one, of(one, facts))));
    }

    /**
     * {@return those of the warnings whose finding shows to the caller}
     *
     * @param warnings identifiers, by the code of their rule
     */
    List<WarningDirectory.WarningSight> sighted(Caller caller, Map<String, List<String>> warnings) {
        Map<String, Object> judges = new HashMap<>();
        Map<String, Object> guards = new HashMap<>();
        Map<String, Object> members = new HashMap<>();
        List<String> some = new ArrayList<>();
        for (Map.Entry<String, List<String>> one : warnings.entrySet()) {
            Rule rule = rules.rule(one.getKey()).orElse(null);
            RuleScope scope = rule == null ? null : grants.scopeOfFamilies(caller, rule);
            if (rule != null && scope != null && scope.runs()) {
                judges.put(rule.code(), scope.judges(rule.subjects()));
                guards.put(rule.code(), scope.guards());
                members.putAll(scope.memberships());
                some.addAll(one.getValue());
            }
        }
        Map<String, Object> values = new HashMap<>(PopulationCypher.day(LocalDate.now(clock)));
        values.put("judges", judges);
        values.put("guards", guards);
        values.put("members", members);
        values.put("warnings", some);
        return List.copyOf(
                graph.query(SIGHTED)
                        .bindAll(values)
                        .fetchAs(WarningDirectory.WarningSight.class)
                        .mappedBy((_, row) -> WarningDirectory.WarningSight.of(row))
                        .all());
    }

    private static List<Fact> of(Warning warning, Map<String, List<Fact>> facts) {
        return Objects.requireNonNull(facts.get(warning.id()));
    }

    private Stream<Warning> within(Caller caller, List<Warning> warnings) {
        List<String> sent =
                warnings.stream()
                        .filter(one -> !one.handler().department().equals(caller.department()))
                        .map(Warning::id)
                        .toList();
        Set<String> held = sent.isEmpty() ? Set.of() : bases.inForce(caller, sent).keySet();
        return warnings.stream().filter(one -> !sent.contains(one.id()) || held.contains(one.id()));
    }

    private Map<String, List<Fact>> facts(Caller caller, Rule rule, List<Warning> warnings) {
        RuleScope scope = grants.scope(caller, null, rule);
        if (!scope.runs()) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>(scope.values(LocalDate.now(clock)));
        values.put("warnings", warnings.stream().map(Warning::id).toList());
        Map<String, List<Fact>> facts = new HashMap<>();
        graph.query(
                        FACTS.formatted(
                                scope.judged("w", rule.subjects()),
                                guards(rule, scope),
                                items(rule)))
                .bindAll(values)
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                facts.put(
                                        row.get("warning").asString(),
                                        row.get("facts").asList(fact -> fact(rule, fact))));
        return facts;
    }

    /**
     * Each record by what its own category's items show of whom it is about; categories that show
     * alike are judged in one breath.
     */
    private static String guards(Rule rule, RuleScope scope) {
        return rule.items().keySet().stream()
                .collect(
                        Collectors.groupingBy(
                                code -> scope.guard("f", code),
                                TreeMap::new,
                                Collectors.mapping(
                                        "'%s'"::formatted, Collectors.joining(", ", "[", "]"))))
                .entrySet()
                .stream()
                .map(
                        one ->
                                "WHEN f.category IN %s THEN %s"
                                        .formatted(
                                                one.getValue(),
                                                one.getKey().isEmpty() ? "true" : one.getKey()))
                .collect(Collectors.joining(" "));
    }

    private static String items(Rule rule) {
        return rule.items().entrySet().stream()
                .map(
                        one ->
                                "WHEN '%s' THEN {%s}"
                                        .formatted(
                                                one.getKey(),
                                                one.getValue().stream()
                                                        .map(item -> "%1$s: f.%1$s".formatted(item))
                                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" "));
    }

    private Fact fact(Rule rule, Value row) {
        Category category = catalogue.category(row.get("category").asString()).orElseThrow();
        Value items = row.get("items");
        return new Fact(
                category.code(),
                row.get("recordNo").asString(),
                row.get("source").asString(),
                row.get("persons").asList(Value::asString),
                Objects.requireNonNull(rule.items().get(category.code())).stream()
                        .map(name -> category.item(name).orElseThrow())
                        .map(item -> shown(item, items.get(item.name()).asObject()))
                        .toList());
    }

    /** {@return the item, as it shows where all of it does} */
    static ShownItem shown(Item item, @Nullable Object value) {
        return new ShownItem(
                item, value, value == null ? ShownItem.State.EMPTY : ShownItem.State.CLEAR);
    }

    private Shown shown(Warning warning, List<Fact> facts) {
        return new Shown(
                warning.on().person(),
                warning.on().household(),
                sentence(warning, facts, false),
                sentence(warning, facts, true),
                facts);
    }

    private String sentence(Warning warning, List<Fact> facts, boolean english) {
        return sentence(
                rules.rule(warning.on().rule()).map(rule -> rule.sentence(english)).orElse(""),
                facts,
                english);
    }

    /** {@return the sentence with the values of the facts} */
    static String sentence(String text, List<Fact> facts, boolean english) {
        return FindingSentence.of(text, place -> text(place, facts, english));
    }

    /** What is not there any more is told as such. */
    private static String text(FindingSentence.Place place, List<Fact> facts, boolean english) {
        return facts.stream()
                .filter(fact -> fact.category().equals(place.category()))
                .flatMap(fact -> fact.items().stream())
                .filter(shown -> shown.item().name().equals(place.item()))
                .map(shown -> shown.field(english ? "value" : "valueZh"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse("…");
    }

    private static Entry entry(Caller caller, Warning warning, List<Fact> facts) {
        return new Entry(
                Kind.READ,
                caller.department(),
                caller.client(),
                "C",
                warning.handler().basis(),
                List.of(),
                facts.stream().flatMap(Fact::read).distinct().sorted().toList(),
                Stream.concat(
                                Stream.of(warning.on().person()),
                                facts.stream().flatMap(fact -> fact.persons().stream()))
                        .distinct()
                        .toList(),
                Digests.hex("finding " + warning.id()),
                null,
                Act.FINDING_READ);
    }
}
