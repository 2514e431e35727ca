package org.lianji.compiler;

import org.lianji.paging.PageRequest;
import org.lianji.platform.Problem;
import org.lianji.selection.Place;
import org.lianji.selection.Withheld;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A selection as one Cypher statement.
 *
 * @param cypher text; takes {@code $rows}, each with the slots of one request
 * @param parameters this request's slots
 * @param named slots for whom the question asks about by name, by key of the field of Query
 * @param pages the pages in the answer, by the number that marks each of them there
 * @param withheld what was asked for and not granted
 * @param items that may show, and where
 * @param agreements identifiers with versions of the agreements that say so
 */
public record CompiledStatement(
        String cypher,
        Map<String, Object> parameters,
        Map<String, NamedSlot> named,
        List<PageRequest> pages,
        List<Withheld> withheld,
        Set<ItemMention> items,
        Set<String> agreements) {

    /** Where nothing is left to ask. */
    public static final CompiledStatement NOTHING =
            new CompiledStatement("", Map.of(), Map.of(), List.of(), List.of(), Set.of(), Set.of());

    /** {@return names of the items that may show} */
    public List<String> names() {
        return items.stream().map(ItemMention::item).distinct().sorted().toList();
    }

    /**
     * Where a statement takes a person or a household.
     *
     * @param slot its name
     * @param place of the argument
     * @param number whether it is an ID number, or an identifier of the hub
     */
    record NamedSlot(String slot, Place place, boolean number) {}

    /**
     * {@return the statement for one request}
     *
     * @param question which has the same grants
     * @param whom it asks about, by key of the field of Query
     * @throws Problem VALUE where an ID number is not one
     */
    public CompiledStatement about(QueryContext question, Map<String, Object> whom) {
        Map<String, Object> row = new HashMap<>(parameters);
        row.putAll(question.ground());
        named.forEach(
                (key, one) -> {
                    Object value = Objects.requireNonNull(whom.get(key));
                    row.put(one.slot(), one.number() ? question.hash(value, one.place()) : value);
                });
        List<Withheld> told =
                withheld.stream().filter(one -> !ofNoChild(one, question, whom)).toList();
        return new CompiledStatement(cypher, row, named, pages, told, items, agreements);
    }

    /** Children are out of the question among the records of a person whose number says so. */
    private boolean ofNoChild(Withheld one, QueryContext question, Map<String, Object> whom) {
        String root = one.path().getFirst();
        NamedSlot person = named.get(root);
        return one.code() == Withheld.Code.MINORS
                && one.path().size() == 2
                && person != null
                && person.number()
                && !question.child(Objects.requireNonNull(whom.get(root)), person.place());
    }
}
