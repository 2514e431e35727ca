package org.lianji.access;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * One reason why items of a category may be seen.
 *
 * @param agreement identifier and version of the agreement that says so; none where the law does
 * @param clear names of the items shown as they are
 * @param masked names of the items shown masked, none of them in clear
 * @param whom about whom
 */
public record GrantClause(
        @Nullable String agreement, Set<String> clear, Set<String> masked, PopulationScope whom) {

    public GrantClause {
        clear = Set.copyOf(clear);
        masked = Set.copyOf(masked);
    }

    /** {@return the same of these items alone} */
    GrantClause within(Set<String> items) {
        return new GrantClause(agreement, both(clear, items), both(masked, items), whom);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet());
    }
}
