package org.lianji.terms;

import org.lianji.catalogue.Purpose;
import org.lianji.items.Level;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an agreement is about: basis, scenario, scope, mode and time limit (政务数据共享条例 §20).
 *
 * @param provider code of the department whose data they are
 * @param consumer code of the department, or unified code of the charity, that may see them
 * @param purposes what for
 * @param items names of the items asked for as they are, by code of their category
 * @param masked names of those asked for masked, whatever the level
 * @param regions about people of which regions; empty for all
 * @param level highest level of an item, and of a person's data, that is covered
 * @param mode how they are delivered
 * @param months how long, once delivered
 * @param basis law or duty by which the consumer asks
 * @param scenario what it will do with them
 */
public record Terms(
        String provider,
        String consumer,
        Set<Purpose> purposes,
        SortedMap<String, SortedSet<String>> items,
        SortedMap<String, SortedSet<String>> masked,
        SortedSet<String> regions,
        Level level,
        DeliveryMode mode,
        int months,
        String basis,
        String scenario) {

    private static final int UNIFIED_CODE = 18;

    /** Category and its items, as the schema has them. */
    public record Scope(String category, List<Part> items) {}

    /** An item, as the schema has it. */
    record Part(String name, boolean masked) {}

    public Terms {
        purposes = Collections.unmodifiableSet(EnumSet.copyOf(purposes));
        items = copy(items);
        masked = copy(masked);
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }

    private static SortedMap<String, SortedSet<String>> copy(
            SortedMap<String, SortedSet<String>> items) {
        SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
        items.forEach(
                (category, names) ->
                        copy.put(
                                category, Collections.unmodifiableSortedSet(new TreeSet<>(names))));
        return Collections.unmodifiableSortedMap(copy);
    }

    public List<Scope> scope() {
        SortedMap<String, SortedMap<String, Part>> parts = new TreeMap<>();
        add(parts, items, false);
        add(parts, masked, true);
        return parts.entrySet().stream()
                .map(entry -> new Scope(entry.getKey(), List.copyOf(entry.getValue().values())))
                .toList();
    }

    private static void add(
            SortedMap<String, SortedMap<String, Part>> parts,
            SortedMap<String, SortedSet<String>> items,
            boolean masked) {
        items.forEach(
                (category, names) ->
                        names.forEach(
                                name ->
                                        parts.computeIfAbsent(category, _ -> new TreeMap<>())
                                                .put(name, new Part(name, masked))));
    }

    /** {@return the items as they are kept, such as {@code MZ01.area}} */
    public List<String> itemNames() {
        return names(items);
    }

    /** {@return the items asked for masked, as they are kept} */
    public List<String> maskedNames() {
        return names(masked);
    }

    private static List<String> names(SortedMap<String, SortedSet<String>> items) {
        return items.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(name -> entry.getKey() + "." + name))
                .toList();
    }

    /** {@return names of items by category, from {@code MZ01.area} and the like} */
    public static SortedMap<String, SortedSet<String>> items(Iterable<String> names) {
        SortedMap<String, SortedSet<String>> items = new TreeMap<>();
        for (String name : names) {
            int dot = name.indexOf('.');
            items.computeIfAbsent(name.substring(0, dot), _ -> new TreeSet<>())
                    .add(name.substring(dot + 1));
        }
        return items;
    }

    public boolean hasParty(String department) {
        return provider.equals(department) || consumer.equals(department);
    }

    /** {@return whether the consumer is no department: it has a unified code} */
    public boolean charity() {
        return consumer.length() == UNIFIED_CODE;
    }

    /** {@return the purposes' letters} */
    public Set<String> letters() {
        SortedSet<String> letters = new TreeSet<>();
        purposes.forEach(purpose -> letters.add(purpose.name()));
        return letters;
    }

    /** {@return items for those who read agreements without the types of this module} */
    public static Map<String, Set<String>> sets(SortedMap<String, SortedSet<String>> items) {
        Map<String, Set<String>> sets = new TreeMap<>();
        items.forEach((category, names) -> sets.put(category, Set.copyOf(names)));
        return Collections.unmodifiableMap(sets);
    }
}
