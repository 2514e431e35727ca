package org.lianji.query;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A total order of records and, from it, the condition that continues a list at a cursor in either
 * direction. Empty values come last both ascending and descending.
 *
 * @param keys what is compared, in turn; the last is unique
 */
record Order(List<Key> keys) {

    /**
     * @param expression what is compared, of the record
     * @param ascending from small to large
     * @param nullable whether records may lack it
     */
    record Key(String expression, boolean ascending, boolean nullable) {}

    /** {@return the ORDER BY, turned round for pages that are read from the end} */
    String by(boolean forward) {
        return keys.stream()
                .map(
                        key -> {
                            String value = key.expression();
                            String presence =
                                    key.nullable()
                                            ? value + " IS NULL" + direction(forward) + ", "
                                            : "";
                            return presence + value + direction(key.ascending() == forward);
                        })
                .collect(Collectors.joining(", "));
    }

    private static String direction(boolean ascending) {
        return ascending ? "" : " DESC";
    }

    /** {@return the values that a cursor remembers, as a Cypher list} */
    String position() {
        return keys.stream().map(Key::expression).collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * {@return the condition that a record lies beyond the cursor}
     *
     * @param position values at the cursor, as many as keys
     */
    String beyond(List<@Nullable Object> position, boolean forward, Slots slots) {
        List<String> alternatives = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            String property = key.expression();
            Object value = position.get(i);
            if (value == null) {
                if (!forward) {
                    alternatives.add(and(equal, property + " IS NOT NULL"));
                }
                equal.add(property + " IS NULL");
            } else {
                String slot = slots.slot(value);
                String beyond = property + (key.ascending() == forward ? " > " : " < ") + slot;
                alternatives.add(and(equal, beyond));
                if (key.nullable() && forward) {
                    alternatives.add(and(equal, property + " IS NULL"));
                }
                equal.add(property + " = " + slot);
            }
        }
        return alternatives.stream().collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String and(List<String> equal, String last) {
        List<String> all = new ArrayList<>(equal);
        all.add(last);
        return all.stream().collect(Collectors.joining(" AND ", "(", ")"));
    }
}
