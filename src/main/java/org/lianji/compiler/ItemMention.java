package org.lianji.compiler;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An item that a question asks for, and where the answer shows whether there was anything of it.
 *
 * @param item its name, such as {@code GA01.name}, or its category's code
 * @param way how it is in the answer
 * @param path of the field, where that matters
 */
public record ItemMention(String item, Way way, List<String> path) {

    /** How an item is in an answer. */
    public enum Way {
        /** As part of a record of its category. */
        RECORD,
        /** As a list of records. */
        LIST,
        /** As a value of a person. */
        VALUE,
        /** By a relation that it makes. */
        RELATION,
        /** By which records are there. */
        CONDITION;

        boolean isPlaced() {
            return this == LIST || this == VALUE || this == RELATION;
        }
    }

    /**
     * What there is in an answer.
     *
     * @param data the answer
     * @param categories of the records in it
     * @param records whether there are any, or were counted
     */
    public record Found(Map<String, Object> data, Set<String> categories, boolean records) {}

    public ItemMention {
        path = List.copyOf(path);
    }

    /** {@return an item that a figure is made of} */
    public static ItemMention used(String item) {
        return new ItemMention(item, Way.CONDITION, List.of());
    }

    /** {@return whether the answer shows something of it} */
    public boolean isIn(Found found) {
        String category = item.split("\\.", 2)[0];
        return switch (way) {
            case RECORD -> found.categories().contains(category);
            case CONDITION -> found.records();
            case VALUE -> at(found.data()).anyMatch(value -> !List.of().equals(value));
            case LIST ->
                    found.categories().contains(category)
                            || at(found.data()).anyMatch(ItemMention::isCounted);
            case RELATION -> at(found.data()).anyMatch(value -> isMade(value, category));
        };
    }

    private Stream<Object> at(Object data) {
        Stream<Object> values = Stream.of(data);
        for (String key : path) {
            values = values.flatMap(value -> below(value, key));
        }
        return values;
    }

    private static Stream<Object> below(Object value, String key) {
        return switch (value) {
            case Collection<?> list ->
                    list.stream().filter(Objects::nonNull).flatMap(one -> below(one, key));
            case Map<?, ?> map when map.get(Pages.ROWS) instanceof Collection<?> rows ->
                    rows.stream().filter(Objects::nonNull).flatMap(one -> below(one, key));
            case Map<?, ?> map -> Stream.ofNullable(map.get(key));
            default -> Stream.empty();
        };
    }

    /** Of a list without its records nobody knows what they are: all that was asked for. */
    private static boolean isCounted(Object list) {
        return list instanceof Map<?, ?> map
                && (isFull(map.get(Pages.COUNTED))
                        || isFull(map.get(Statement.PERSONS))
                        || map.get(Pages.ROWS) instanceof Collection<?> rows
                                && rows.stream().anyMatch(ItemMention::isBare));
    }

    private static boolean isFull(@Nullable Object list) {
        return list instanceof Collection<?> rows && !rows.isEmpty();
    }

    /** A row of which only its place was asked. */
    private static boolean isBare(@Nullable Object row) {
        return row instanceof Map<?, ?> map
                && map.values().stream().noneMatch(value -> value instanceof Map);
    }

    private static boolean isMade(Object value, String category) {
        return switch (value) {
            case Collection<?> list ->
                    list.stream().anyMatch(one -> one != null && isMade(one, category));
            case Map<?, ?> map ->
                    !map.containsKey(Statement.MAKER) || category.equals(map.get(Statement.MAKER));
            default -> true;
        };
    }
}
