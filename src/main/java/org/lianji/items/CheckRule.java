package org.lianji.items;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One side of a row compared with another.
 *
 * @param left one side
 * @param relation how they must be to each other
 * @param right the other
 * @param where for which rows, where not for all
 */
record CheckRule(CheckTerm left, Relation relation, CheckTerm right, @Nullable Where where) {

    /** How two sides must be to each other. */
    enum Relation {
        EQUAL("="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        static Relation of(String sign) {
            for (Relation relation : values()) {
                if (relation.sign.equals(sign)) {
                    return relation;
                }
            }
            throw new IllegalArgumentException("has no relation but \"" + sign + "\"");
        }

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }

    /**
     * Rows in which an item has one of some values.
     *
     * @param item its name
     * @param values of the item
     */
    record Where(String item, List<String> values) {}

    boolean holds(Map<String, Object> row) {
        if (where != null && !where.values().contains(Objects.toString(row.get(where.item())))) {
            return true;
        }
        Object one = left.of(row);
        Object other = right.of(row);
        return one == null || other == null || relation.holds(compare(one, other));
    }

    /** Both sides are of one kind, which was seen to when the rule was read. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object one, Object other) {
        return ((Comparable) one).compareTo(other);
    }
}
