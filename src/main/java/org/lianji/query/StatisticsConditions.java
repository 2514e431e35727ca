package org.lianji.query;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Item;
import org.lianji.catalogue.ItemType;
import org.lianji.platform.Problem;

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

    private static final Set<ItemType> MONTHS =
            Set.of(ItemType.Scalar.DATE, ItemType.Scalar.YEAR_MONTH);

    /**
     * {@return what the question says}
     *
     * @throws Problem where it is another kind of condition
     */
    static StatisticsConditions of(Question question, StatisticsQuestion asked, Category category) {
        Map<String, Map<String, Object>> values = new TreeMap<>();
        StatisticsMonths months = StatisticsMonths.ALL;
        for (Map.Entry<String, Object> condition :
                Conditions.under(asked.where(), "where", category).entrySet()) {
            String name = condition.getKey();
            if (condition.getValue() instanceof Map<?, ?> operators) {
                Item item = StatisticsItems.granted("where", name, category, question);
                if (name.equals(asked.byMonth()) && MONTHS.contains(item.type())) {
                    months = bounded(months, item, operators, question);
                } else {
                    values.put(name, value(item, operators, question));
                }
            } else if (condition.getValue() != null) {
                throw refused();
            }
        }
        if (told(values.keySet(), asked.byItem()).size() > ITEMS) {
            throw refused();
        }
        return new StatisticsConditions(values, months);
    }

    private static StatisticsMonths bounded(
            StatisticsMonths months, Item item, Map<?, ?> operators, Question question) {
        StatisticsMonths bounded = months;
        for (Map.Entry<?, ?> one : operators.entrySet()) {
            String operator = (String) one.getKey();
            if (!StatisticsMonths.BOUNDS.contains(operator)) {
                throw refused();
            }
            Object bound = question.value(item.type(), operand(one.getValue()), item.name());
            bounded = bounded.bounded(operator, bound);
        }
        return bounded;
    }

    private static Map<String, Object> value(Item item, Map<?, ?> operators, Question question) {
        String operator = item.list() ? "has" : "eq";
        if (!StatisticsItems.tellsApart(item) || !operators.keySet().equals(Set.of(operator))) {
            throw refused();
        }
        Object operand = operand(operators.get(operator));
        return Map.of(operator, question.value(item.type(), operand, item.name()));
    }

    private static Object operand(@Nullable Object operand) {
        if (operand == null) {
            throw refused();
        }
        return operand;
    }

    private static Problem refused() {
        return StatisticsItems.unfit("where");
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
