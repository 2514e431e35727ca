package org.lianji.eligibility;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Standards and rules as they are on a day, and what comes out by them. */
@Controller
final class EligibilityController {

    private final Eligibility eligibility;
    private final LocalStandards standards;
    private final EligibilityRules rules;
    private final Clock clock;

    EligibilityController(
            Eligibility eligibility,
            LocalStandards standards,
            EligibilityRules rules,
            Clock clock) {
        this.eligibility = eligibility;
        this.standards = standards;
        this.rules = rules;
        this.clock = clock;
    }

    @QueryMapping
    EligibilityResult evaluateEligibility(@Argument FamilySituation input) {
        return eligibility.evaluate(input);
    }

    @QueryMapping
    List<LocalStandard> localStandards(
            @Argument @Nullable String county, @Argument @Nullable LocalDate asOf) {
        return standards.asOf(county, day(asOf));
    }

    @QueryMapping
    @Nullable EligibilityRule eligibilityRule(
            @Argument String county, @Argument @Nullable LocalDate asOf) {
        return rules.asOf(county, day(asOf)).orElse(null);
    }

    private LocalDate day(@Nullable LocalDate given) {
        return Objects.requireNonNullElseGet(given, () -> LocalDate.now(clock));
    }

    @SchemaMapping
    Set<String> requires(EligibilityRule rule) {
        return rule.items();
    }

    @SchemaMapping
    List<RuleStep> steps(EligibilityRule rule) {
        return rule.steps().stream()
                .map(
                        one ->
                                new RuleStep(
                                        one.code(),
                                        one.title(),
                                        one.law(),
                                        one.each(),
                                        one.when(),
                                        one.expression().text(),
                                        rule.items(one)))
                .toList();
    }

    /** A step as the file has it, with the items that it reads directly. */
    record RuleStep(
            String code,
            EligibilityRule.Title title,
            String law,
            boolean each,
            @Nullable String when,
            String expression,
            Set<String> requires) {}
}
