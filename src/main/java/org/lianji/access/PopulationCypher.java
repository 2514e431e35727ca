package org.lianji.access;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@link PopulationScope}s in statements: whether a person is one of those about whom something may
 * be seen.
 */
public final class PopulationCypher {

    /** Younger ones are sensitive throughout (个人信息保护法 §28). */
    private static final int AGE_OF_CHILDREN = 14;

    private PopulationCypher() {}

    /**
     * {@return a condition that holds where a scope covers the person on {@code $today}; it takes
     * what {@link #day} gives}
     *
     * @param person variable
     * @param scopes expression of what {@link #rows} gives
     */
    public static String covered(String person, String scopes) {
        return """
        any(_s IN %2$s WHERE (_s.children OR substring(%1$s.idNumber, 6, 8) <= $child) AND (size(_s.regions) = 0
          OR EXISTS { (%1$s)-[_at:RESIDES_IN|REGISTERED_IN]->(:Region)-[:PART_OF*0..4]->(_g:Region) WHERE _g.code IN _s.regions
            AND (_at.from IS NULL OR _at.from <= $today) AND (_at.to IS NULL OR _at.to > $today) }))\
        """
                .formatted(person, scopes);
    }

    /**
     * {@return the same where the scopes are known to who writes the statement, in as few words as
     * say it: the planner looks at each subquery}
     *
     * @param known the scopes
     */
    public static String covered(String person, String scopes, Set<PopulationScope> known) {
        if (known.contains(PopulationScope.ANYONE)) {
            return "true";
        }
        if (known.isEmpty()) {
            return "false";
        }
        return known.stream().allMatch(scope -> scope.regions().isEmpty())
                ? "substring(%s.idNumber, 6, 8) <= $child".formatted(person)
                : covered(person, scopes);
    }

    /** {@return the scopes as a parameter} */
    public static List<Map<String, Object>> rows(Collection<PopulationScope> scopes) {
        return scopes.stream()
                .map(
                        scope ->
                                Map.<String, Object>of(
                                        "children",
                                        scope.children(),
                                        "regions",
                                        List.copyOf(scope.regions())))
                .toList();
    }

    /**
     * {@return the parameters {@code today} and {@code child}, the day of birth of the youngest who
     * are no children}
     */
    public static Map<String, Object> day(LocalDate today) {
        return Map.of(
                "today",
                today,
                "child",
                today.minusYears(AGE_OF_CHILDREN).format(DateTimeFormatter.BASIC_ISO_DATE));
    }
}
