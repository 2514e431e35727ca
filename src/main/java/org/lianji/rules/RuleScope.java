package org.lianji.rules;

import org.lianji.access.PopulationScope;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * About whom somebody may read what a rule reads: under their grants, and never beyond them
 * (政务数据共享条例 §25).
 *
 * @param whom about whom each item shows, by category and item; nobody where the set is empty. A
 *     category of which no item is read stands under an empty name
 */
public record RuleScope(SortedMap<String, SortedMap<String, Set<PopulationScope>>> whom) {

    public RuleScope {
        whom = new TreeMap<>(whom);
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
    String guard(String variable, String category) {
        return whom.getOrDefault(category, new TreeMap<>()).keySet().stream()
                .filter(item -> limited(category).test(item))
                .map(item -> shown(variable, category, item))
                .collect(Collectors.joining(" AND "));
    }

    /** {@return what must hold for an item of a record to show} */
    public String shown(String variable, String category, String item) {
        return "EXISTS { (%s)-[:ABOUT]->(_w:Person) WHERE %s }"
                .formatted(variable, covered("_w", parameter(category, item)));
    }

    /**
     * {@return what must hold for a person to be judged: all that is read of them shows}
     *
     * @param categories codes of those that are read of them
     */
    String judged(String person, Set<String> categories) {
        String all =
                whom.entrySet().stream()
                        .filter(one -> categories.contains(one.getKey()))
                        .flatMap(
                                one ->
                                        one.getValue().keySet().stream()
                                                .filter(limited(one.getKey()))
                                                .map(item -> parameter(one.getKey(), item)))
                        .map(scopes -> covered(person, scopes))
                        .collect(Collectors.joining(" AND "));
        return all.isEmpty() ? "true" : all;
    }

    private Predicate<String> limited(String category) {
        SortedMap<String, Set<PopulationScope>> items =
                whom.getOrDefault(category, new TreeMap<>());
        return item -> !items.getOrDefault(item, Set.of()).contains(PopulationScope.ANYONE);
    }

    /** {@return the values of what the guards ask for, by name} */
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        whom.forEach(
                (category, items) ->
                        items.forEach(
                                (item, scopes) ->
                                        values.put(
                                                parameter(category, item),
                                                scopes.stream().map(RuleScope::row).toList())));
        return values;
    }

    private static Map<String, Object> row(PopulationScope scope) {
        return Map.of("children", scope.children(), "regions", List.copyOf(scope.regions()));
    }

    private static String parameter(String category, String item) {
        return "_scope" + name(category, item, "_");
    }

    private static String name(String category, String item, String between) {
        return item.isEmpty() ? category : category + between + item;
    }

    private static String covered(String person, String scopes) {
        return """
        any(_s IN $%2$s WHERE (_s.children OR substring(%1$s.idNumber, 6, 8) <= $child) AND (size(_s.regions) = 0
          OR EXISTS { (%1$s)-[_at:RESIDES_IN|REGISTERED_IN]->(:Region)-[:PART_OF*0..4]->(_g:Region) WHERE _g.code IN _s.regions
            AND (_at.from IS NULL OR _at.from <= $today) AND (_at.to IS NULL OR _at.to > $today) }))\
        """
                .formatted(person, scopes);
    }
}
