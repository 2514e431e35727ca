package org.lianji.parameters;

import org.lianji.monitoring.WarningDirectory;
import org.lianji.monitoring.WarningDirectory.WarnedPersons;
import org.lianji.platform.Caller;
import org.lianji.procedure.Procedure;
import org.lianji.rules.Finding;
import org.lianji.rules.Rule;
import org.lianji.rules.RuleGrants;
import org.lianji.rules.RuleParameter;
import org.lianji.rules.RuleParameters;
import org.lianji.rules.RuleScope;
import org.lianji.rules.RuleSearch;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Open warnings that would go by a change, for those who see why they were raised. Both values are
 * tried on what the caller may read and on nothing else, so that what goes and what stays tells
 * nothing that they don't see in the warning.
 */
@Component
final class ParameterExamples {

    private static final int MOST = 5;

    private final ParameterPreviews previews;
    private final WarningDirectory warnings;
    private final RuleGrants grants;
    private final RuleSearch search;
    private final RuleParameters parameters;
    private final Clock clock;

    ParameterExamples(
            ParameterPreviews previews,
            WarningDirectory warnings,
            RuleGrants grants,
            RuleSearch search,
            RuleParameters parameters,
            Clock clock) {
        this.previews = previews;
        this.warnings = warnings;
        this.grants = grants;
        this.search = search;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** {@return some warnings that would go, of each rule the newest; none once it is decided} */
    List<? extends Procedure<?>> of(Caller caller, ParameterChange change) {
        if (change.state() != ParameterChangeState.PROPOSED) {
            return List.of();
        }
        List<String> gone =
                previews.taking(change)
                        .flatMap(rule -> gone(caller, rule, change))
                        .limit(MOST)
                        .toList();
        return gone.isEmpty() ? List.of() : warnings.all(caller, gone);
    }

    private Stream<String> gone(Caller caller, Rule rule, ParameterChange change) {
        List<WarnedPersons> open = warnings.ofRule(caller, rule);
        if (open.isEmpty()) {
            return Stream.empty();
        }
        LocalDate today = LocalDate.now(clock);
        RuleScope scope = grants.scopeOfFamilies(caller, rule);
        List<String> persons =
                List.copyOf(
                        search.withFamilies(
                                open.stream()
                                        .flatMap(one -> one.persons().stream())
                                        .distinct()
                                        .toList()));
        Set<String> now = found(rule, scope, persons, parameters.asOf(today));
        Set<String> then =
                found(rule, scope, persons, parameters.asOf(today, List.of(change.asOf(today))));
        return open.stream()
                .filter(one -> one.persons().stream().anyMatch(now::contains))
                .filter(one -> one.persons().stream().noneMatch(then::contains))
                .map(WarnedPersons::warning);
    }

    private Set<String> found(
            Rule rule, RuleScope scope, Collection<String> persons, List<RuleParameter> values) {
        List<Finding> found = new ArrayList<>();
        for (List<String> chunk : RuleSearch.chunks(List.copyOf(persons))) {
            found.addAll(search.find(rule, scope, chunk, values));
        }
        return found.stream().map(Finding::person).collect(Collectors.toSet());
    }
}
