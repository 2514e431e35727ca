package org.lianji.rules;

import org.lianji.access.PopulationCypher;
import org.lianji.access.PopulationScope;

import java.time.LocalDate;
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
                .formatted(
                        variable, PopulationCypher.covered("_w", "$" + parameter(category, item)));
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
                        .map(scopes -> PopulationCypher.covered(person, "$" + scopes))
                        .collect(Collectors.joining(" AND "));
        return all.isEmpty() ? "true" : all;
    }

    private Predicate<String> limited(String category) {
        SortedMap<String, Set<PopulationScope>> items =
                whom.getOrDefault(category, new TreeMap<>());
        return item -> !items.getOrDefault(item, Set.of()).contains(PopulationScope.ANYONE);
    }

    /** {@return the values of what the guards ask for on the day, by name} */
    public Map<String, Object> values(LocalDate today) {
        Map<String, Object> values = new HashMap<>(PopulationCypher.day(today));
        whom.forEach(
                (category, items) ->
                        items.forEach(
                                (item, scopes) ->
                                        values.put(
                                                parameter(category, item),
                                                PopulationCypher.rows(scopes))));
        return values;
    }

    private static String parameter(String category, String item) {
        return "_scope" + name(category, item, "_");
    }

    private static String name(String category, String item, String between) {
        return item.isEmpty() ? category : category + between + item;
    }
}
