package org.lianji.sharing;

import org.lianji.catalogue.Level;
import org.lianji.catalogue.Purpose;

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
 * @param items names of the items, by code of their category
 * @param regions about people of which regions; empty for all
 * @param level highest level of an item, and of a person's data, that is covered
 * @param mode how they are delivered
 * @param months how long, once delivered
 * @param basis law or duty by which the consumer asks
 * @param scenario what it will do with them
 */
record Terms(
        String provider,
        String consumer,
        Set<Purpose> purposes,
        SortedMap<String, SortedSet<String>> items,
        SortedSet<String> regions,
        Level level,
        DeliveryMode mode,
        int months,
        String basis,
        String scenario) {

    private static final int UNIFIED_CODE = 18;

    /** Category and names of its items, as the schema has them. */
    record Scope(String category, SortedSet<String> items) {}

    Terms {
        purposes = Collections.unmodifiableSet(EnumSet.copyOf(purposes));
        SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
        items.forEach(
                (category, names) ->
                        copy.put(
                                category, Collections.unmodifiableSortedSet(new TreeSet<>(names))));
        items = Collections.unmodifiableSortedMap(copy);
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }

    List<Scope> scope() {
        return items.entrySet().stream()
                .map(entry -> new Scope(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** {@return the items as they are kept, such as {@code MZ01.area}} */
    List<String> itemNames() {
        return items.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(name -> entry.getKey() + "." + name))
                .toList();
    }

    /** {@return names of items by category, from {@code MZ01.area} and the like} */
    static SortedMap<String, SortedSet<String>> items(Iterable<String> names) {
        SortedMap<String, SortedSet<String>> items = new TreeMap<>();
        for (String name : names) {
            int dot = name.indexOf('.');
            items.computeIfAbsent(name.substring(0, dot), _ -> new TreeSet<>())
                    .add(name.substring(dot + 1));
        }
        return items;
    }

    /** {@return whether the consumer is no department: it has a unified code} */
    boolean charity() {
        return consumer.length() == UNIFIED_CODE;
    }

    /** {@return the purposes' letters} */
    Set<String> letters() {
        SortedSet<String> letters = new TreeSet<>();
        purposes.forEach(purpose -> letters.add(purpose.name()));
        return letters;
    }

    /** For those who read agreements without the types of this module. */
    Map<String, Set<String>> itemSets() {
        Map<String, Set<String>> sets = new TreeMap<>();
        items.forEach((category, names) -> sets.put(category, Set.copyOf(names)));
        return Collections.unmodifiableMap(sets);
    }
}
