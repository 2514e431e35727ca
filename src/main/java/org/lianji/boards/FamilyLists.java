package org.lianji.boards;

import org.jspecify.annotations.Nullable;
import org.lianji.monitoring.WarningDirectory;
import org.lianji.monitoring.WarningDirectory.WarningSight;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.rules.Rule;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Families of which a warning is open, for officers of the department that leads. A family has
 * there the warnings whose findings show to who asks, and none by which they would learn more.
 */
@Component
final class FamilyLists {

    /** Nobody helps, or nobody has been there. */
    static final Set<Rule.Kind> MISSED = Set.of(Rule.Kind.RISK, Rule.Kind.COVERAGE);

    /** Help that should have ended, or that is given twice. */
    static final Set<Rule.Kind> WRONG =
            Set.of(Rule.Kind.NO_LONGER_ELIGIBLE, Rule.Kind.CONTRADICTION);

    private final WarningDirectory warnings;

    FamilyLists(WarningDirectory warnings) {
        this.warnings = warnings;
    }

    /**
     * {@return the families, the most urgent first, of these whoever waits longest}
     *
     * @param region code of a region in which they lie; null for all
     * @param level only those of this one; null for all
     * @param confirmed only those of which a warning was verified, or none was; null for all
     */
    ListSource<ListedFamily> of(
            Caller caller,
            Set<Rule.Kind> kinds,
            @Nullable String region,
            Rule.@Nullable Level level,
            @Nullable Boolean confirmed) {
        List<ListedFamily> all =
                warnings.unsettled(caller, kinds, region).stream()
                        .collect(Collectors.groupingBy(WarningSight::family))
                        .values()
                        .stream()
                        .map(ListedFamily::new)
                        .filter(family -> level == null || family.level() == level)
                        .filter(family -> confirmed == null || family.confirmed() == confirmed)
                        .sorted(ListedFamily.ORDER)
                        .toList();
        return new ListSource<>(
                stretch -> stretch.of(all, ListedFamily::against), ListedFamily::place);
    }
}
