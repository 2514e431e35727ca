package org.lianji.compiler;

import static org.lianji.compiler.Statement.entry;
import static org.lianji.compiler.Statement.map;

import org.lianji.access.Grant;
import org.lianji.access.PopulationScope;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.selection.Selection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Writes all items of a record: by whom they show, those that show in clear, those that show
 * masked, and the names of those that are granted to nobody. Items that show for the same people
 * are decided together.
 */
final class ItemsCypher {

    /** Keys of the parts of the answer. */
    static final String CLEAR = "clear";

    static final String MASKED = "masked";
    static final String WITHHELD = "withheld";

    private final Statement statement;

    ItemsCypher(Statement statement) {
        this.statement = statement;
    }

    /** {@return the items of a record of the category, each told as if it had been asked for} */
    String of(Selection field, Category category, ItemProjection shown) {
        List<Item> items = category.items();
        items.forEach(
                item -> statement.mention(field, category, item.name(), ItemMention.Way.RECORD));
        Grant grant = shown.grant();
        List<String> withheld =
                items.stream()
                        .map(Item::name)
                        .filter(name -> grant.visibleTo(name).isEmpty())
                        .toList();
        return map(
                List.of(
                        entry(CLEAR, parts(items, shown, grant::clear, ItemProjection::plain)),
                        entry(
                                MASKED,
                                parts(
                                        items.stream()
                                                .filter(item -> isMaskedForSome(grant, item))
                                                .toList(),
                                        shown,
                                        grant::visibleTo,
                                        ItemProjection::masked)),
                        entry(
                                WITHHELD,
                                withheld.isEmpty() ? "[]" : statement.slots().shared(withheld))));
    }

    private static boolean isMaskedForSome(Grant grant, Item item) {
        return !grant.visibleTo(item.name()).equals(grant.clear(item.name()));
    }

    private static String parts(
            List<Item> items,
            ItemProjection shown,
            Function<String, Set<PopulationScope>> whom,
            BiFunction<ItemProjection, Item, String> value) {
        Map<String, Map<String, String>> byCondition = new LinkedHashMap<>();
        for (Item item : items) {
            Set<PopulationScope> some = whom.apply(item.name());
            if (!some.isEmpty()) {
                byCondition
                        .computeIfAbsent(shown.condition(some), _ -> new TreeMap<>())
                        .put(item.name(), value.apply(shown, item));
            }
        }
        return "["
                + String.join(
                        ", ",
                        byCondition.entrySet().stream()
                                .map(part -> part(part.getKey(), part.getValue()))
                                .toList())
                + "]";
    }

    private static String part(String condition, Map<String, String> values) {
        String part =
                map(
                        values.entrySet().stream()
                                .map(value -> entry(value.getKey(), value.getValue()))
                                .toList());
        return condition.isEmpty() ? part : "CASE WHEN " + condition + " THEN " + part + " END";
    }
}
