package org.lianji.query;

import org.lianji.compiler.CompiledStatement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Of whom an answer shows an item, and of whom it tells that there is nothing of it. */
final class ItemOwners {

    private final Map<ItemSearch, List<String>> names = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> had = new HashMap<>();
    private final Map<String, SortedSet<String>> asked = new HashMap<>();
    private final SortedSet<String> ofNobody = new TreeSet<>();
    private final SortedSet<String> nowhere = new TreeSet<>();

    /**
     * What an answer tells about a person.
     *
     * @param items of which there was something
     * @param absent which were asked for, and of which there was nothing
     */
    record Told(List<String> items, List<String> absent) {}

    /**
     * @param compiled what the answer was read with
     * @param data the answer
     */
    ItemOwners(CompiledStatement compiled, Map<String, Object> data) {
        compiled.items()
                .forEach(
                        mention ->
                                names.computeIfAbsent(
                                                ItemSearch.of(mention), _ -> new ArrayList<>())
                                        .add(mention.item()));
        names.forEach((search, items) -> note(search.in(data, compiled.pages()), items));
        nowhere.removeAll(ofNobody);
        had.values().forEach(nowhere::removeAll);
    }

    private void note(ItemSearch.Finding finding, List<String> items) {
        finding.had().forEach(person -> of(had, person).addAll(items));
        finding.asked().forEach(person -> of(asked, person).addAll(items));
        if (finding.had().isEmpty()) {
            if (finding.there()) {
                ofNobody.addAll(items);
            } else if (finding.asked().isEmpty() && finding.whole()) {
                nowhere.addAll(items);
            }
        }
    }

    private static SortedSet<String> of(Map<String, SortedSet<String>> some, String person) {
        return some.computeIfAbsent(person, _ -> new TreeSet<>());
    }

    /** {@return what is told of the person; what was asked in vain of nobody is told of all} */
    Told told(String person) {
        SortedSet<String> items = had.getOrDefault(person, new TreeSet<>());
        Set<String> absent = new TreeSet<>(asked.getOrDefault(person, new TreeSet<>()));
        absent.addAll(nowhere);
        absent.removeAll(items);
        return new Told(List.copyOf(items), List.copyOf(absent));
    }

    /**
     * {@return what is told of nobody whom the hub knows}
     *
     * @param others whether anything is told of anybody
     */
    Told ofNobody(boolean others) {
        return new Told(List.copyOf(ofNobody), others ? List.of() : List.copyOf(nowhere));
    }
}
