package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.compiler.ShownItem;
import org.lianji.items.Item;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What led to warnings, of the items that a caller sees: by their own grants, on the chain before
 * it leaves, and in the log of the persons.
 */
@Component
final class WarningFacts {

    /** A record taken back is gone here, too. */
    private static final String FACTS =
            """
            UNWIND $warnings AS id
            MATCH (m:Warning {id: id})-[:FACT]->(f:Record|Superseded)
            WITH id, f, %s AS shown
            RETURN id AS warning, f.category AS category, f.recordNo AS recordNo, f.department AS source,
              COLLECT { MATCH (f)-[:ABOUT]->(q:Person) RETURN q.id } AS persons, CASE f.category %s END AS items
            """;

    private final Neo4jClient graph;
    private final Catalogue catalogue;
    private final Rules rules;
    private final RuleGrants grants;
    private final AuditLog chain;
    private final Clock clock;

    WarningFacts(
            Neo4jClient graph,
            Catalogue catalogue,
            Rules rules,
            RuleGrants grants,
            AuditLog chain,
            Clock clock) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.rules = rules;
        this.grants = grants;
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

        private Stream<String> read() {
            List<String> shown =
                    items.stream()
                            .filter(one -> one.state() == ShownItem.State.CLEAR)
                            .map(one -> category + "." + one.item().name())
                            .toList();
            return shown.isEmpty() ? Stream.of(category) : shown.stream();
        }
    }

    /** {@return what the caller learns of each, in the order of the warnings} */
    List<Shown> of(Caller caller, List<Warning> warnings) {
        Map<String, List<Fact>> facts = new HashMap<>();
        warnings.stream()
                .collect(Collectors.groupingBy(warning -> warning.on().rule()))
                .forEach(
                        (code, some) ->
                                rules.rule(code)
                                        .ifPresent(
                                                rule -> facts.putAll(facts(caller, rule, some))));
        chain.append(
                warnings.stream()
                        .map(
                                warning ->
                                        entry(
                                                caller,
                                                warning,
                                                facts.getOrDefault(warning.id(), List.of())))
                        .toList());
        return warnings.stream()
                .map(warning -> shown(warning, facts.getOrDefault(warning.id(), List.of())))
                .toList();
    }

    private Map<String, List<Fact>> facts(Caller caller, Rule rule, List<Warning> warnings) {
        RuleScope scope = grants.scope(caller, null, rule);
        Map<String, Object> values = new HashMap<>(scope.values(LocalDate.now(clock)));
        values.put("warnings", warnings.stream().map(Warning::id).toList());
        Map<String, List<Fact>> facts = new HashMap<>();
        graph.query(FACTS.formatted(scope.shown("f"), items(rule, scope)))
                .bindAll(values)
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                facts.computeIfAbsent(
                                                row.get("warning").asString(),
                                                _ -> new ArrayList<>())
                                        .add(fact(rule, row)));
        facts.values().forEach(some -> some.sort(Comparator.comparing(Fact::recordNo)));
        return facts;
    }

    private static String items(Rule rule, RuleScope scope) {
        return rule.items().entrySet().stream()
                .map(
                        one ->
                                "WHEN '%s' THEN {%s}"
                                        .formatted(
                                                one.getKey(),
                                                one.getValue().stream()
                                                        .map(
                                                                item ->
                                                                        item(
                                                                                scope,
                                                                                one.getKey(),
                                                                                item))
                                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" "));
    }

    private static String item(RuleScope scope, String category, String item) {
        return "%1$s: CASE WHEN shown[%2$d] THEN [f.%1$s] END"
                .formatted(item, scope.at(category, item));
    }

    private Fact fact(Rule rule, Record row) {
        Category category = catalogue.category(row.get("category").asString()).orElseThrow();
        Value items = row.get("items");
        return new Fact(
                category.code(),
                row.get("recordNo").asString(),
                row.get("source").asString(),
                row.get("persons").asList(Value::asString),
                Objects.requireNonNull(rule.items().get(category.code())).stream()
                        .map(name -> category.item(name).orElseThrow())
                        .map(item -> shown(item, items.get(item.name())))
                        .toList());
    }

    private static ShownItem shown(Item item, Value value) {
        if (value.isNull()) {
            return new ShownItem(item, null, ShownItem.State.WITHHELD);
        }
        Value inner = value.get(0);
        return inner.isNull()
                ? new ShownItem(item, null, ShownItem.State.EMPTY)
                : new ShownItem(item, inner.asObject(), ShownItem.State.CLEAR);
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
        return FindingSentence.of(
                rules.rule(warning.on().rule()).map(rule -> rule.sentence(english)).orElse(""),
                place -> text(place, facts, english));
    }

    /** What does not show, or is not there any more, is told as such. */
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
                null);
    }
}
