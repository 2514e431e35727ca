package org.lianji.statistics;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.compiler.Conditions;
import org.lianji.compiler.QueryContext;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.platform.Problem;
import org.lianji.selection.Place;
import org.lianji.selection.QueryCode;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a statistic is limited to: values of items that tell people apart, one of each, and months
 * in a row of the item by whose months the table is told apart. With the table's own item they are
 * two items at most: so all that can be asked are figures of which there are few, and none can be
 * padded at will.
 *
 * @param values by item, with its operator, as the hub keeps them
 * @param months that the table shows
 */
record StatisticsConditions(Map<String, Map<String, Object>> values, StatisticsMonths months) {

    /** Items by whose values one question may tell people apart. */
    static final int ITEMS = 2;

    private static final Place WHERE = new Place(null, "where");

    private static final Set<ItemType> MONTHS =
            Set.of(ItemType.Scalar.DATE, ItemType.Scalar.YEAR_MONTH);

    /**
     * {@return what the question says}
     *
     * @throws Problem where it is another kind of condition
     */
    static StatisticsConditions of(
            QueryContext question, StatisticsQuestion asked, Category category) {
        Map<String, Map<String, Object>> values = new TreeMap<>();
        StatisticsMonths months = StatisticsMonths.ALL;
        for (Map.Entry<String, Object> condition :
                Conditions.under(asked.where(), WHERE, category).entrySet()) {
            String name = condition.getKey();
            Place place = place(category).field(name);
            Item item = StatisticsItems.granted(place, name, category, question);
            Map<?, ?> operators = (Map<?, ?>) given(condition.getValue(), place);
            if (name.equals(asked.byMonth()) && MONTHS.contains(item.type())) {
                months = bounded(months, item, operators, question, place);
            } else {
                values.put(name, value(item, operators, question, place));
            }
        }
        if (told(values.keySet(), asked.byItem()).size() > ITEMS) {
            throw place(category).refused(QueryCode.NOT_FOR_STATISTICS);
        }
        return new StatisticsConditions(values, months);
    }

    /** {@return where the conditions of the category are written} */
    static Place place(Category category) {
        return WHERE.field(category.field());
    }

    private static StatisticsMonths bounded(
            StatisticsMonths months,
            Item item,
            Map<?, ?> operators,
            QueryContext question,
            Place place) {
        if (operators.isEmpty()) {
            throw place.refused(QueryCode.NULL_CONDITION);
        }
        StatisticsMonths bounded = months;
        for (Map.Entry<?, ?> one : operators.entrySet()) {
            String operator = (String) one.getKey();
            Place at = place.field(operator);
            if (!StatisticsMonths.BOUNDS.contains(operator)) {
                throw at.refused(QueryCode.NOT_FOR_STATISTICS);
            }
            Object bound = question.value(item.type(), given(one.getValue(), at), at);
            bounded = bounded.bounded(operator, bound, at);
        }
        return bounded;
    }

    private static Map<String, Object> value(
            Item item, Map<?, ?> operators, QueryContext question, Place place) {
        String operator = item.list() ? "has" : "eq";
        if (!StatisticsItems.tellsApart(item) || !operators.keySet().equals(Set.of(operator))) {
            throw place.refused(QueryCode.NOT_FOR_STATISTICS);
        }
        Place at = place.field(operator);
        Object operand = given(operators.get(operator), at);
        return Map.of(operator, question.value(item.type(), operand, at));
    }

    private static Object given(@Nullable Object condition, Place place) {
        if (condition == null) {
            throw place.refused(QueryCode.NULL_CONDITION);
        }
        return condition;
    }

    private static Set<String> told(Set<String> items, @Nullable String byItem) {
        Set<String> told = new HashSet<>(items);
        if (byItem != null) {
            told.add(byItem);
        }
        return told;
    }

    /** {@return such as {@code status=ACTIVE}} */
    SortedSet<String> traits() {
        SortedSet<String> traits = new TreeSet<>();
        values.forEach((item, value) -> traits.add(item + "=" + value.values().iterator().next()));
        return traits;
    }
}
