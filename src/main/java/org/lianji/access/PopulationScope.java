package org.lianji.access;

import org.lianji.people.Regions;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * {@return those of them who belong to one of some regions, too; none where these don't meet}
     * Left out is who belongs to one by where they live and to another by where they are
     * registered.
     */
    public Optional<PopulationScope> within(Collection<String> some) {
        if (some.stream().anyMatch(Regions.WHOLE::contains)) {
            return Optional.of(this);
        }
        Set<String> both =
                regions.isEmpty()
                        ? Set.copyOf(some)
                        : regions.stream()
                                .flatMap(one -> some.stream().flatMap(other -> both(one, other)))
                                .collect(Collectors.toSet());
        return both.isEmpty() ? Optional.empty() : Optional.of(new PopulationScope(both, children));
    }

    private static Stream<String> both(String one, String other) {
        if (one.startsWith(Regions.prefix(other))) {
            return Stream.of(one);
        }
        return other.startsWith(Regions.prefix(one)) ? Stream.of(other) : Stream.empty();
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
