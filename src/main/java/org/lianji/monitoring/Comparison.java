package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.rules.Rule;

import java.util.List;

/**
 * What a department found by one rule among people about whom it may read all that the rule does.
 *
 * @param rule that was run
 * @param missing items that the department may read of nobody there: the rule wasn't run
 * @param dryRun whether findings were counted only
 * @param found how many there are; of a dry run in tens, and null under ten
 * @param findings the first of them; none in a dry run
 */
record Comparison(
        Rule rule,
        List<String> missing,
        boolean dryRun,
        @Nullable Long found,
        List<MatchedPerson> findings) {

    /**
     * Whom the rule found.
     *
     * @param person token
     * @param facts the records that led to it
     */
    record MatchedPerson(Rule rule, String person, List<WarningFacts.Fact> facts) {}

    Comparison {
        missing = List.copyOf(missing);
        findings = List.copyOf(findings);
    }
}
