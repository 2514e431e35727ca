package org.lianji.statistics;

import org.lianji.catalogue.Category;
import org.lianji.compiler.QueryContext;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.platform.Problem;
import org.lianji.selection.Place;
import org.lianji.selection.QueryCode;

import java.util.Map;

/** Which items a statistic may use, and for what. */
final class StatisticsItems {

    private StatisticsItems() {}

    /**
     * {@return the item of that name}
     *
     * @param place where the question names it
     * @throws Problem where there is none, or it is not granted
     */
    static Item granted(Place place, String name, Category category, QueryContext question) {
        Item item =
                category.item(name).orElseThrow(() -> place.refused(QueryCode.NOT_FOR_STATISTICS));
        if (question.grants().on(category).clear(item.name()).isEmpty()) {
            throw place.refused(
                    QueryCode.ITEM_NOT_GRANTED,
                    Map.of("item", category.code() + "." + item.name()));
        }
        return item;
    }

    /** {@return whether it has few values, each of many people} */
    static boolean tellsApart(Item item) {
        return item.type() instanceof ItemType.Choice || item.type() == ItemType.Scalar.BOOLEAN;
    }
}
