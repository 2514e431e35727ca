package org.lianji.compiler;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A total order of records and, from it, the condition that continues a list at a cursor in either
 * direction. Empty values come last both ascending and descending.
 *
 * @param same what all records of the list have the same, where there is such a thing: it comes
 *     first, changes nothing, and lets an index over it and the keys answer in order
 * @param keys what is compared, in turn; the last is unique
 * @param range the condition by which an index finds the records in order of the keys, if there is
 *     one
 * @param indexed whether there is an index over the keys, without those whose first is empty
 */
record Order(@Nullable String same, List<Key> keys, @Nullable String range, boolean indexed) {

    Order(List<Key> keys) {
        this(null, keys, null, false);
    }

    /** Newest first; the identifier makes it total. */
    static Order newestFirst(String r, String observedAt) {
        return new Order(
                List.of(new Key(observedAt, false, false), new Key(r + ".id", true, false)));
    }

    /**
     * @param expression what is compared, of the record
     * @param ascending from small to large
     * @param nullable whether records may lack it
     */
    record Key(String expression, boolean ascending, boolean nullable) {

        Key filled() {
            return new Key(expression, ascending, false);
        }
    }

    /**
     * A stretch of a list in which the first key is empty everywhere or nowhere.
     *
     * @param position of the cursor in it, if it is there
     */
    record Part(Order order, @Nullable List<@Nullable Object> position) {}

    /** {@return whether the list is better read in parts: an index has one of them in order} */
    boolean inParts() {
        return indexed && keys.getFirst().nullable();
    }

    /**
     * {@return what is left of the list, in the order in which it is read}
     *
     * @param position of the cursor, as many values as keys, if there is one
     */
    List<Part> parts(@Nullable List<@Nullable Object> position, boolean forward) {
        Key first = keys.getFirst();
        List<Key> others = keys.subList(1, keys.size());
        List<@Nullable Object> amongEmpty =
                position == null || position.getFirst() != null
                        ? null
                        : position.subList(1, position.size());
        String last = keys.getLast().expression();
        Part full =
                new Part(
                        new Order(
                                null,
                                Stream.concat(Stream.of(first.filled()), others.stream()).toList(),
                                first.expression() + " IS NOT NULL AND " + last + " IS NOT NULL",
                                true),
                        amongEmpty == null ? position : null);
        Part empty =
                new Part(
                        new Order(
                                null, others, first.expression() + " IS NULL AND " + range, false),
                        amongEmpty);
        List<Part> parts = forward ? List.of(full, empty) : List.of(empty, full);
        Part current = amongEmpty == null ? full : empty;
        return position == null ? parts : parts.subList(parts.indexOf(current), parts.size());
    }

    /** {@return the ORDER BY, turned round for pages that are read from the end} */
    String by(boolean forward) {
        return Stream.concat(
                        Stream.ofNullable(same).map(value -> value + direction(forward)),
                        keys.stream().map(key -> by(key, forward)))
                .collect(Collectors.joining(", "));
    }

    private static String by(Key key, boolean forward) {
        String value = key.expression();
        String presence = key.nullable() ? value + " IS NULL" + direction(forward) + ", " : "";
        return presence + value + direction(key.ascending() == forward);
    }

    private static String direction(boolean ascending) {
        return ascending ? "" : " DESC";
    }

    /** {@return the values that a cursor remembers, as a Cypher list} */
    String position() {
        return keys.stream().map(Key::expression).collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * {@return the condition that a record lies beyond the cursor, in words by which an index over
     * keys that are never empty starts there}
     *
     * @param position values at the cursor, as many as keys
     */
    String beyond(List<@Nullable Object> position, boolean forward, ParameterNames slots) {
        return beyond(position, forward, slots, "");
    }

    /** {@return the condition that it lies at the cursor or before it} */
    String upTo(List<@Nullable Object> position, boolean forward, ParameterNames slots) {
        return beyond(position, !forward, slots, "=");
    }

    private String beyond(
            List<@Nullable Object> position, boolean forward, ParameterNames slots, String there) {
        Key first = keys.getFirst();
        String value = first.expression();
        String further = first.ascending() == forward ? ">" : "<";
        if (keys.size() == 1) {
            String slot = slots.slot(Objects.requireNonNull(position.getFirst()));
            return "%s %s%s %s".formatted(value, further, there, slot);
        }
        String others =
                new Order(keys.subList(1, keys.size()))
                        .beyond(position.subList(1, position.size()), forward, slots, there);
        if (position.getFirst() == null) {
            return (forward ? "(%s IS NULL AND %s)" : "(%s IS NOT NULL OR %s)")
                    .formatted(value, others);
        }
        String valued =
                "%1$s %2$s= %3$s AND (%1$s <> %3$s OR %4$s)"
                        .formatted(value, further, slots.slot(position.getFirst()), others);
        return first.nullable() && forward ? "(%s IS NULL OR %s)".formatted(value, valued) : valued;
    }
}
