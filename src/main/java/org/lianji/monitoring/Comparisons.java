package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.access.PopulationScope;
import org.lianji.access.ReadPurpose;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.query.Admission;
import org.lianji.query.ReadAudit;
import org.lianji.rules.Finding;
import org.lianji.rules.Rule;
import org.lianji.rules.RuleGrants;
import org.lianji.rules.RuleScope;
import org.lianji.rules.RuleSearch;
import org.lianji.rules.Rules;
import org.lianji.selection.QueryCode;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs one rule for a department (跨部门比对), as that department would read itself: for the purpose and
 * on the plan or run that it states, in its own region, under its own grants. Of whom one thing
 * that the rule reads is hidden from it, nothing is found. Nothing is raised.
 */
@Component
final class Comparisons {

    private static final int MOST = 200;
    private static final int TEN = 10;

    private static final String ABOUT =
            """
            UNWIND $records AS key
            MATCH (:Record {key: key})-[:ABOUT]->(p:Person)
            RETURN key, collect(p.id) AS persons
            """;

    private final Rules rules;
    private final RuleGrants grants;
    private final RuleSearch search;
    private final BasisRegistry bases;
    private final Catalogue catalogue;
    private final ReadAudit refusals;
    private final AuditLog chain;
    private final Neo4jClient graph;

    Comparisons(
            Rules rules,
            RuleGrants grants,
            RuleSearch search,
            BasisRegistry bases,
            Catalogue catalogue,
            ReadAudit refusals,
            AuditLog chain,
            Neo4jClient graph) {
        this.rules = rules;
        this.grants = grants;
        this.search = search;
        this.bases = bases;
        this.catalogue = catalogue;
        this.refusals = refusals;
        this.chain = chain;
        this.graph = graph;
    }

    /**
     * What is asked.
     *
     * @param rule code
     * @param regions codes of regions; none for all that the basis covers
     * @param dryRun whether findings are counted only
     * @param document the question's text
     */
    record Question(String rule, List<String> regions, boolean dryRun, String document) {}

    /**
     * {@return what the rule finds there}
     *
     * @throws Problem where the caller has no sufficient reason
     */
    Comparison compare(Caller caller, ReadPurpose reason, Question asked) {
        ReadAudit.AuditedRequest request =
                new ReadAudit.AuditedRequest(caller, reason, asked.document());
        Rule rule;
        Optional<PopulationScope> there;
        try {
            Admission.admit(caller, reason);
            rule = rule(asked.rule());
            there = region(caller, reason, asked.regions());
        } catch (Problem refused) {
            refusals.refused(request, refused);
            throw refused;
        }
        RuleScope scope = grants.stated(caller, reason, rule);
        if (!scope.runs()) {
            return new Comparison(rule, scope.missing(), asked.dryRun(), null, List.of());
        }
        List<Finding> found =
                there.map(where -> found(rule, scope.within(where), where)).orElse(List.of());
        return asked.dryRun()
                ? counted(caller, reason, rule, found.size())
                : told(caller, reason, rule, found);
    }

    private Rule rule(String code) {
        Rule rule =
                rules.rule(code)
                        .orElseThrow(
                                () -> new Problem(WarningCode.UNKNOWN_RULE, Map.of("rule", code)));
        if (rules.relates(rule)) {
            throw new Problem(WarningCode.ONLY_FOR_THE_HUB, Map.of("rule", code));
        }
        return rule;
    }

    /** What the basis covers, the caller looks after and was asked for: all three. */
    private Optional<PopulationScope> region(
            Caller caller, ReadPurpose reason, List<String> regions) {
        List<String> covered = bases.covered(caller, reason);
        if (covered.isEmpty()) {
            throw new Problem(QueryCode.BASIS_NOT_IN_FORCE);
        }
        return caller.region().isEmpty()
                ? Optional.empty()
                : PopulationScope.ANYONE
                        .within(covered)
                        .flatMap(one -> one.within(List.of(caller.region())))
                        .flatMap(one -> regions.isEmpty() ? Optional.of(one) : one.within(regions));
    }

    private List<Finding> found(Rule rule, RuleScope scope, PopulationScope there) {
        return search.everybody(rule, there).stream()
                .flatMap(chunk -> search.find(rule, scope, chunk).stream())
                .toList();
    }

    private Comparison counted(Caller caller, ReadPurpose reason, Rule rule, long found) {
        chain.append(List.of(entry(Kind.RUN, caller, reason, rule.reads(), List.of(), rule)));
        return new Comparison(
                rule,
                List.of(),
                true,
                found < TEN ? null : (found + TEN / 2) / TEN * TEN,
                List.of());
    }

    private Comparison told(Caller caller, ReadPurpose reason, Rule rule, List<Finding> found) {
        List<Finding> first = found.stream().limit(MOST).toList();
        Map<String, List<String>> persons = about(first);
        List<Comparison.MatchedPerson> matched = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(Kind.RUN, caller, reason, rule.reads(), List.of(), rule));
        for (Finding one : first) {
            List<WarningFacts.Fact> facts =
                    one.facts().stream().map(fact -> fact(rule, fact, persons)).toList();
            matched.add(new Comparison.MatchedPerson(rule, one.person(), facts));
            entries.add(look(caller, reason, rule, one.person(), facts));
        }
        chain.append(entries);
        return new Comparison(rule, List.of(), false, (long) found.size(), matched);
    }

    private Map<String, List<String>> about(Collection<Finding> found) {
        Map<String, List<String>> about = new HashMap<>();
        graph.query(ABOUT)
                .bind(found.stream().flatMap(one -> one.records().stream()).distinct().toList())
                .to("records")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                about.put(
                                        row.get("key").asString(),
                                        row.get("persons").asList(person -> person.asString())));
        return about;
    }

    private WarningFacts.Fact fact(
            Rule rule, Finding.Fact fact, Map<String, List<String>> persons) {
        String code = fact.key().substring(0, fact.key().indexOf('|'));
        Category category = catalogue.category(code).orElseThrow();
        return new WarningFacts.Fact(
                code,
                fact.key().substring(code.length() + 1),
                category.owner().code(),
                persons.getOrDefault(fact.key(), List.of()),
                Objects.requireNonNull(rule.items().get(code)).stream()
                        .map(name -> category.item(name).orElseThrow())
                        .map(item -> WarningFacts.shown(item, value(fact, item)))
                        .toList());
    }

    private static @Nullable Object value(Finding.Fact fact, Item item) {
        return fact.values().get(item.name());
    }

    /** That somebody was found says something of all that the rule reads. */
    private static Entry look(
            Caller caller,
            ReadPurpose reason,
            Rule rule,
            String person,
            List<WarningFacts.Fact> facts) {
        return entry(
                Kind.READ,
                caller,
                reason,
                rule.reads(),
                Stream.concat(
                                Stream.of(person),
                                facts.stream().flatMap(fact -> fact.persons().stream()))
                        .distinct()
                        .toList(),
                rule);
    }

    private static Entry entry(
            Kind kind,
            Caller caller,
            ReadPurpose reason,
            List<String> items,
            List<String> persons,
            Rule rule) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                reason.purpose() == null ? null : reason.purpose().name(),
                reason.basis(),
                List.of(),
                items,
                persons,
                Digests.hex("comparison " + rule.code() + "@" + rule.version()),
                null);
    }
}
