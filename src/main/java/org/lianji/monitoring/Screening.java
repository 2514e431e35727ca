package org.lianji.monitoring;

import org.lianji.catalogue.Catalogue;
import org.lianji.rules.Finding;
import org.lianji.rules.Rule;
import org.lianji.rules.RuleGrants;
import org.lianji.rules.RuleScope;
import org.lianji.rules.RuleSearch;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Compares what the departments know of people with a rule, raises what is new and withdraws what
 * is not so any more. Doing it again changes nothing.
 */
@Component
final class Screening {

    /** People a statement. */
    static final int CHUNK = 2_000;

    private static final String ANCHORS =
            "MATCH (:Record&`%s`)-[:ABOUT]->(p:Person) RETURN DISTINCT p.id";

    private final Neo4jClient graph;
    private final Catalogue catalogue;
    private final RuleGrants grants;
    private final RuleSearch search;
    private final Warnings warnings;

    Screening(
            Neo4jClient graph,
            Catalogue catalogue,
            RuleGrants grants,
            RuleSearch search,
            Warnings warnings) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.grants = grants;
        this.search = search;
        this.warnings = warnings;
    }

    /**
     * What was done.
     *
     * @param people how many were looked at
     * @param raised warnings that are new
     * @param withdrawn warnings whose facts are gone
     */
    record Tally(long people, long raised, long withdrawn) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    people + other.people, raised + other.raised, withdrawn + other.withdrawn);
        }
    }

    /** {@return what became of these people and their families under the rule} */
    Tally some(Rule rule, Collection<String> persons) {
        RuleScope scope = grants.ofHub(rule);
        if (!scope.runs()) {
            return Tally.NONE;
        }
        Collection<String> families = search.withFamilies(persons);
        List<Finding> found = search.find(rule, scope, families);
        long raised = raise(rule, found);
        return new Tally(
                families.size(),
                raised,
                withdraw(rule, scope, warnings.unfound(rule, keys(rule, found), families)));
    }

    /**
     * {@return what became of everybody under the rule}
     *
     * @param progress is told how many people more were looked at
     */
    Tally everybody(Rule rule, Consumer<Tally> progress) {
        RuleScope scope = grants.ofHub(rule);
        if (!scope.runs()) {
            return Tally.NONE;
        }
        Tally all = Tally.NONE;
        Set<String> keys = new HashSet<>();
        List<String> anchors = anchors(rule);
        for (int from = 0; from < anchors.size(); from += CHUNK) {
            List<String> chunk = anchors.subList(from, Math.min(from + CHUNK, anchors.size()));
            List<Finding> found = search.find(rule, scope, chunk);
            keys.addAll(keys(rule, found));
            Tally tally = new Tally(chunk.size(), raise(rule, found), 0);
            all = all.plus(tally);
            progress.accept(tally);
        }
        Tally gone = new Tally(0, 0, withdraw(rule, scope, warnings.unfound(rule, keys, null)));
        progress.accept(gone);
        return all.plus(gone);
    }

    /** {@return how many people the rule looks at} */
    long size(Rule rule) {
        return grants.ofHub(rule).runs() ? anchors(rule).size() : 0;
    }

    private List<String> anchors(Rule rule) {
        String type = catalogue.category(rule.anchor()).orElseThrow().type();
        return new ArrayList<>(graph.query(ANCHORS.formatted(type)).fetchAs(String.class).all());
    }

    private long raise(Rule rule, List<Finding> found) {
        return found.stream().filter(one -> warnings.raise(rule, one)).count();
    }

    private static List<String> keys(Rule rule, List<Finding> found) {
        return found.stream().map(one -> Warning.key(rule.code(), one.subject())).toList();
    }

    /** A family may be found by another member now: each is looked at whole before it goes. */
    private long withdraw(Rule rule, RuleScope scope, Collection<String> unfound) {
        return unfound.stream()
                .map(warnings::ofHub)
                .flatMap(Optional::stream)
                .filter(warning -> gone(rule, scope, warning))
                .filter(warnings::withdraw)
                .count();
    }

    private boolean gone(Rule rule, RuleScope scope, Warning warning) {
        return search
                .find(rule, scope, search.withFamilies(List.of(warning.on().person())))
                .stream()
                .noneMatch(one -> one.subject().equals(warning.on().subject()));
    }
}
