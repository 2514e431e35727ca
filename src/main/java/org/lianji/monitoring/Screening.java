package org.lianji.monitoring;

import org.lianji.rules.Finding;
import org.lianji.rules.Rule;
import org.lianji.rules.RuleGrants;
import org.lianji.rules.RuleScope;
import org.lianji.rules.RuleSearch;
import org.springframework.stereotype.Component;

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

    private final RuleGrants grants;
    private final RuleSearch search;
    private final Warnings warnings;

    Screening(RuleGrants grants, RuleSearch search, Warnings warnings) {
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
    }

    /** Looks at these people and their families with each of the rules that run. */
    void families(List<Rule> rules, List<String> persons) {
        List<Rule> running = rules.stream().filter(rule -> grants.ofHub(rule).runs()).toList();
        if (!running.isEmpty()) {
            for (List<String> chunk : RuleSearch.chunks(persons)) {
                Collection<String> families = search.withFamilies(chunk);
                running.forEach(rule -> some(rule, families));
            }
        }
    }

    private void some(Rule rule, Collection<String> families) {
        RuleScope scope = grants.ofHub(rule);
        List<Finding> found = search.find(rule, scope, families);
        warnings.raise(rule, found);
        if (scope.runs()) {
            withdraw(rule, scope, warnings.unfound(rule, keys(rule, found), families));
        }
    }

    /**
     * Looks at everybody with the rule.
     *
     * @param progress is told what was done more
     */
    void everybody(Rule rule, Consumer<Tally> progress) {
        RuleScope scope = grants.ofHub(rule);
        if (!scope.runs()) {
            return;
        }
        Set<String> keys = new HashSet<>();
        for (List<String> chunk : search.everybody(rule)) {
            List<Finding> found = search.find(rule, scope, chunk);
            keys.addAll(keys(rule, found));
            progress.accept(new Tally(chunk.size(), warnings.raise(rule, found), 0));
        }
        long gone = withdraw(rule, scope, warnings.unfound(rule, keys, null));
        progress.accept(new Tally(0, 0, gone));
    }

    /** {@return how many people the rule looks at} */
    long size(Rule rule) {
        return grants.ofHub(rule).runs() ? search.size(rule) : 0;
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
