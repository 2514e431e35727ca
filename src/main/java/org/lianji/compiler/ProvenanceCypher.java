package org.lianji.compiler;

import static org.lianji.compiler.Statement.entry;
import static org.lianji.compiler.Statement.map;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Grant;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.selection.Selection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes where values come from: an entry for each item that shows and has a value, told by the
 * same decision as the value itself.
 */
final class ProvenanceCypher {

    private final Statement statement;

    ProvenanceCypher(Statement statement) {
        this.statement = statement;
    }

    /** {@return the entries of a record's items} */
    String ofRecord(Selection field, Category category, ItemProjection shown) {
        List<String> names = field.argument("items");
        SortedMap<String, Item> items = new TreeMap<>();
        category.items().stream()
                .filter(item -> asked(item.name(), names))
                .forEach(item -> items.put(item.name(), item));
        return entries(field, category, items, names, shown, ItemMention.Way.RECORD);
    }

    /** {@return the fields of a person that are asked for, with their items, by category} */
    SortedMap<Category, SortedMap<String, Item>> sources(Selection field) {
        List<String> names = field.argument("fields");
        SortedMap<Category, SortedMap<String, Item>> byCategory =
                new TreeMap<>(Comparator.comparing(Category::code));
        statement.question().catalogue().sources("Person").entrySet().stream()
                .filter(source -> asked(source.getKey(), names))
                .forEach(
                        source ->
                                byCategory
                                        .computeIfAbsent(
                                                source.getValue().category(), _ -> new TreeMap<>())
                                        .put(source.getKey(), source.getValue().item()));
        return byCategory;
    }

    /** {@return the entries of a person's fields that come from records of that category} */
    String ofFields(
            Selection field,
            Category category,
            SortedMap<String, Item> items,
            ItemProjection shown) {
        return entries(
                field, category, items, field.argument("fields"), shown, ItemMention.Way.VALUE);
    }

    private static boolean asked(String name, @Nullable List<String> names) {
        return names == null || names.contains(name);
    }

    /** What was not asked for by name is not told to be withheld. */
    private String entries(
            Selection field,
            Category category,
            Map<String, Item> items,
            @Nullable List<String> names,
            ItemProjection shown,
            ItemMention.Way way) {
        Stream.Builder<String> entries = Stream.builder();
        String at = statement.slots().variable("at");
        items.forEach(
                (name, item) -> {
                    if (names != null || !shown.grant().visibleTo(item.name()).isEmpty()) {
                        statement.mention(field, category, item.name(), way);
                        entries.add(
                                one(
                                        field,
                                        new Value(category, item.name(), name, shown.r(), at),
                                        shown));
                    }
                });
        String v = statement.slots().variable("v");
        String list =
                "[%s IN [%s] WHERE %s IS NOT NULL]"
                        .formatted(v, String.join(", ", entries.build().toList()), v);
        return asksWhen(field)
                ? "head([%s IN [%s] | %s])"
                        .formatted(
                                at,
                                new ObservationTime(statement, shown.r(), shown.p())
                                        .of(List.of(category)),
                                list)
                : list;
    }

    private static boolean asksWhen(Selection field) {
        return field.children().stream().anyMatch(part -> part.name().equals("observedAt"));
    }

    /**
     * A value in the statement.
     *
     * @param field name of the field that shows it
     * @param r variable of the record that holds it
     * @param at variable of when it was seen to be so
     */
    private record Value(Category category, String item, String field, String r, String at) {}

    private String one(Selection field, Value value, ItemProjection shown) {
        return "CASE WHEN %s.`%s` IS NOT NULL THEN %s END"
                .formatted(
                        value.r(),
                        value.item(),
                        shown.way(
                                value.item(),
                                (agreement, clear) ->
                                        map(
                                                field.children().stream()
                                                        .map(
                                                                part ->
                                                                        entry(
                                                                                part.key(),
                                                                                part(
                                                                                        part.name(),
                                                                                        value,
                                                                                        agreement,
                                                                                        clear)))
                                                        .toList())));
    }

    private String part(String name, Value value, @Nullable String agreement, boolean clear) {
        return switch (name) {
            case "field" -> "'" + value.field() + "'";
            case "item" -> "'" + value.category().code() + "." + value.item() + "'";
            case "source" -> value.r() + ".department";
            case "observedAt" -> value.at();
            case "receivedAt", "batch" ->
                    statement.question().grants().on(value.category()) instanceof Grant.All
                            ? value.r() + "." + name
                            : "null";
            case "agreement" -> agreement == null ? "null" : statement.slots().slot(agreement);
            case "shown" -> clear ? "'CLEAR'" : "'MASKED'";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
