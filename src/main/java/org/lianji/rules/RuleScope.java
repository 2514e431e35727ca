package org.lianji.rules;

import org.jspecify.annotations.Nullable;
import org.lianji.access.PopulationCypher;
import org.lianji.access.PopulationScope;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * About whom somebody may read what a rule reads: under their grants, and never beyond them
 * (政务数据共享条例 §25).
 *
 * @param whom about whom each item shows, by category and item; nobody where the set is empty. A
 *     category of which no item is read stands under an empty name
 * @param members about whom it shows, by category, that they belong to a family; null where that is
 *     not limited
 * @param sight who is there at all
 */
public record RuleScope(
        SortedMap<String, SortedMap<String, Set<PopulationScope>>> whom,
        @Nullable SortedMap<String, Set<Set<PopulationScope>>> members,
        PopulationScope sight) {

    private static final String PARAMETER = "_scope";
    private static final String SIGHT = "_sight";

    public RuleScope {
        whom = new TreeMap<>(whom);
        members = members == null ? null : new TreeMap<>(members);
    }

    /**
     * {@return the same about those alone who belong to the regions: for who is asked about and
     * their family others aren't there}
     */
    public RuleScope within(PopulationScope regions) {
        return new RuleScope(whom, members, regions);
    }

    /** {@return the items that show of nobody} */
    public List<String> missing() {
        return whom.entrySet().stream()
                .flatMap(
                        one ->
                                one.getValue().entrySet().stream()
                                        .filter(item -> item.getValue().isEmpty())
                                        .map(item -> name(one.getKey(), item.getKey(), ".")))
                .toList();
    }

    /** {@return whether all that is read shows of somebody} */
    public boolean runs() {
        return missing().isEmpty();
    }

    /**
     * {@return what must hold for a record of the category to be read; empty where nothing must}
     */
    public String guard(String variable, String category) {
        return limits(category)
                .map(scopes -> shown(variable, scopes))
                .collect(Collectors.joining(" AND "));
    }

    private String shown(String variable, Set<PopulationScope> scopes) {
        return "EXISTS { (%s)-[:ABOUT]->(_w:Person) WHERE %s }"
                .formatted(variable, covered("_w", scopes));
    }

    /** {@return the same for a record that was reached through the person it is about} */
    String guardOf(String person, String category) {
        return limits(category)
                .map(scopes -> covered(person, scopes))
                .collect(Collectors.joining(" AND "));
    }

    private String covered(String person, Set<PopulationScope> scopes) {
        return PopulationCypher.covered(person, "$" + parameter(scopes), scopes);
    }

    /**
     * {@return what must hold for a person to be judged: all that is read of them shows}
     *
     * @param categories codes of those that are read of them
     */
    public String judged(String person, Set<String> categories) {
        return Stream.concat(
                        categories.stream()
                                .flatMap(this::limits)
                                .distinct()
                                .map(scopes -> covered(person, scopes))
                                .sorted(),
                        Stream.of(seen(person)))
                .collect(Collectors.joining(" AND "));
    }

    /** {@return what must hold for a person to be there} */
    String seen(String person) {
        return PopulationCypher.covered(person, "$" + SIGHT, Set.of(sight));
    }

    /**
     * {@return what must hold for a membership to be read: that it is one shows of its person}
     *
     * @param relation variable of the membership
     * @param person variable of whose it is
     */
    String member(String relation, String person) {
        if (members == null) {
            return "true";
        }
        return members.entrySet().stream()
                .map(
                        way ->
                                "(%s.category = '%s' AND %s)"
                                        .formatted(
                                                relation,
                                                way.getKey(),
                                                way.getValue().stream()
                                                        .map(scopes -> covered(person, scopes))
                                                        .sorted()
                                                        .collect(Collectors.joining(" AND "))))
                .collect(Collectors.joining(" OR ", "(", members.isEmpty() ? "false)" : ")"));
    }

    /** What limits a category's items, said once: the planner looks at each condition. */
    private Stream<Set<PopulationScope>> limits(String category) {
        return of(category).values().stream()
                .filter(scopes -> !scopes.contains(PopulationScope.ANYONE))
                .distinct();
    }

    private SortedMap<String, Set<PopulationScope>> of(String category) {
        return whom.getOrDefault(category, Collections.emptySortedMap());
    }

    /**
     * {@return what {@link #judged} asks for as a value, so that one statement serves many scopes:
     * the person must be covered by each of these, and by one within it}
     */
    public List<List<Map<String, Object>>> judges(Set<String> categories) {
        return rows(
                Stream.concat(
                        categories.stream().flatMap(this::limits), Stream.of(sight).map(Set::of)));
    }

    /** {@return what {@link #guard} asks for in the same way, by category} */
    public Map<String, List<List<Map<String, Object>>>> guards() {
        return whom.keySet().stream()
                .collect(Collectors.toMap(code -> code, code -> rows(limits(code))));
    }

    /** {@return what {@link #member} asks for in the same way, by category} */
    public Map<String, List<List<Map<String, Object>>>> memberships() {
        return members == null
                ? Map.of()
                : members.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, way -> rows(way.getValue().stream())));
    }

    private static List<List<Map<String, Object>>> rows(Stream<Set<PopulationScope>> scopes) {
        return scopes.distinct().map(PopulationCypher::rows).toList();
    }

    /** {@return the values of what the guards ask for on the day, by name} */
    public Map<String, Object> values(LocalDate today) {
        Map<String, Object> values = new HashMap<>(PopulationCypher.day(today));
        values.put(SIGHT, PopulationCypher.rows(Set.of(sight)));
        List<Set<PopulationScope>> different = different();
        for (int i = 0; i < different.size(); i++) {
            values.put(PARAMETER + i, PopulationCypher.rows(different.get(i)));
        }
        return values;
    }

    private String parameter(Set<PopulationScope> scopes) {
        return PARAMETER + different().indexOf(scopes);
    }

    private List<Set<PopulationScope>> different() {
        Stream<Set<PopulationScope>> ofItems =
                whom.values().stream().flatMap(items -> items.values().stream());
        Stream<Set<PopulationScope>> ofMembers =
                members == null ? Stream.empty() : members.values().stream().flatMap(Set::stream);
        return Stream.concat(ofItems, ofMembers).distinct().toList();
    }

    private static String name(String category, String item, String between) {
        return item.isEmpty() ? category : category + between + item;
    }
}
