package org.lianji.query;

import org.lianji.catalogue.Category;
import org.lianji.catalogue.Item;
import org.lianji.catalogue.ItemType;
import org.lianji.platform.Problem;

import java.util.Map;

/** Which items a statistic may use, and for what. */
final class StatisticsItems {

    private StatisticsItems() {}

    /**
     * {@return the item of that name}
     *
     * @param argument of the question that names it
     * @throws Problem where there is none, or it is not granted
     */
    static Item granted(String argument, String name, Category category, Question question) {
        Item item = category.item(name).orElseThrow(() -> unfit(argument));
        if (question.grants().on(category).clear(item.name()).isEmpty()) {
            throw new Problem(
                    QueryCode.ITEM_NOT_GRANTED,
                    Map.of("item", category.code() + "." + item.name()));
        }
        return item;
    }

    /** {@return whether it has few values, each of many people} */
    static boolean tellsApart(Item item) {
        return item.type() instanceof ItemType.Choice || item.type() == ItemType.Scalar.BOOLEAN;
    }

    static Problem unfit(String argument) {
        return new Problem(QueryCode.NOT_FOR_STATISTICS, Map.of("argument", argument));
    }
}
