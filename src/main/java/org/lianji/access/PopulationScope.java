package org.lianji.access;

import org.lianji.people.Regions;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * About whom something may be seen.
 *
 * @param regions codes of regions one of whose subtrees the person must belong to; none means
 *     everywhere
 * @param children whether people under 14 are covered (personal information of theirs is sensitive
 *     throughout, 个人信息保护法 §28, §31)
 */
public record PopulationScope(Set<String> regions, boolean children) {

    /** Everybody. */
    public static final PopulationScope ANYONE = new PopulationScope(Set.of(), true);

    public PopulationScope {
        regions = Set.copyOf(regions);
    }

    /** Everybody belongs to the whole city and to what lies above it. */
    static PopulationScope in(Set<String> regions, boolean children) {
        boolean everywhere = regions.stream().anyMatch(Regions.WHOLE::contains);
        return new PopulationScope(everywhere ? Set.of() : regions, children);
    }

    /**
     * {@return those of the set that no other of it covers: the same people in the fewest words}
     */
    static Set<PopulationScope> fewest(Set<PopulationScope> some) {
        return some.stream()
                .filter(
                        one ->
                                some.stream()
                                        .noneMatch(
                                                other -> !other.equals(one) && other.covers(one)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean covers(PopulationScope other) {
        return (children || !other.children)
                && (regions.isEmpty()
                        || (!other.regions.isEmpty() && regions.containsAll(other.regions)));
    }
}
