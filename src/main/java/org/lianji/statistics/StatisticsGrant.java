package org.lianji.statistics;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Grant;
import org.lianji.access.GrantClause;
import org.lianji.access.PopulationScope;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.catalogue.Subject;
import org.lianji.items.Item;
import org.lianji.items.Share;
import org.lianji.people.Regions;
import org.lianji.platform.Problem;
import org.lianji.selection.QueryCode;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a statistic may use of a category: items that a clause gives in clear about all the people
 * of the asked region, whatever their age; never one that is not shared, not even its owner.
 *
 * @param category of which records
 * @param grant what is granted for purpose G
 * @param region code of the asked region
 */
record StatisticsGrant(Category category, Grant grant, @Nullable String region) {

    /**
     * {@return names of the items that may be used, at least one}
     *
     * @throws Problem where the category may not be counted at all
     */
    Set<String> usable() {
        if (grant instanceof Grant.None none) {
            throw refused(none.why().name());
        }
        if (category.subject() == Subject.NONE || !category.purposes().contains(Purpose.G)) {
            throw refused(Grant.Refusal.PURPOSE.name());
        }
        Set<String> items =
                category.items().stream()
                        .filter(item -> item.share() != Share.NOT_SHARED)
                        .map(Item::name)
                        .filter(item -> grant.clear(item).stream().anyMatch(this::covers))
                        .collect(Collectors.toSet());
        if (items.isEmpty()) {
            throw refused(Grant.Refusal.NO_AGREEMENT.name());
        }
        return items;
    }

    private Problem refused(String reason) {
        return new Problem(
                QueryCode.CATEGORY_NOT_GRANTED,
                Map.of("category", category.code(), "reason", reason));
    }

    /**
     * {@return the agreements, with versions, that the use of the items rests on}
     *
     * @param items names
     */
    Stream<String> agreements(Set<String> items) {
        return grant instanceof Grant.Some some
                ? some.clauses().stream()
                        .filter(clause -> clause.clear().stream().anyMatch(items::contains))
                        .filter(clause -> covers(clause.whom()))
                        .map(GrantClause::agreement)
                        .filter(Objects::nonNull)
                : Stream.empty();
    }

    private boolean covers(PopulationScope whom) {
        String asked = region;
        return whom.regions().isEmpty()
                || (asked != null
                        && whom.regions().stream()
                                .anyMatch(code -> asked.startsWith(Regions.prefix(code))));
    }
}
