package org.lianji.catalogue;

import graphql.language.FieldDefinition;

import org.jspecify.annotations.Nullable;
import org.lianji.items.Item;
import org.lianji.items.ItemType;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether each relation of the catalogue says how it ends, and whether that can be. */
final class RelationEndings {

    private static final String SAY =
            ": say how its relation ends, by endItem, by endedBy or by endsWithRecord: true";

    private final Map<String, Category> categories;

    RelationEndings(Map<String, Category> categories) {
        this.categories = categories;
    }

    /** {@return how a relation ends, as its directive says; where it doesn't, with its record} */
    static Item.EndCondition read(DirectiveArguments relation) {
        Optional<String> item = relation.text("endItem");
        if (relation.text("endedBy").isPresent()) {
            return new Item.ByCategory(relation.text("endedBy").orElseThrow());
        }
        if (item.isEmpty()) {
            return new Item.WithRecord();
        }
        Set<String> values = Set.copyOf(relation.texts("endValues"));
        return values.isEmpty()
                ? new Item.ByDay(item.get())
                : new Item.ByValue(item.get(), values, relation.text("lastDay").orElse(null));
    }

    /** {@return what the item's day ends, as its directives say; null where it ends nothing} */
    static Item.@Nullable Ends ends(FieldDefinition field) {
        DirectiveArguments ends = DirectiveArguments.of(field, "ends");
        DirectiveArguments died = DirectiveArguments.of(field, "died");
        if (ends == null && died == null) {
            return null;
        }
        return new Item.Ends(
                ends == null ? null : ends.text("category").orElseThrow(),
                ends == null ? null : ends.text("unlessItem").orElse(null),
                ends == null ? Set.of() : Set.copyOf(ends.texts("unlessValues")),
                died == null
                        ? null
                        : new Item.Death(
                                died.text("ofItem").orElse(null),
                                Set.copyOf(died.texts("ofValues"))));
    }

    /** {@return what is wrong with the item of that field, if it is one of the category's} */
    Optional<String> fault(Category category, FieldDefinition field) {
        return category.item(field.getName())
                .flatMap(item -> fault(category, field, item))
                .map(what -> category.type() + "." + field.getName() + what);
    }

    private Optional<String> fault(Category category, FieldDefinition field, Item item) {
        if (item.role() instanceof Item.Ends ends) {
            return sound(category, item, ends)
                    ? Optional.empty()
                    : Optional.of(
                            " ends nothing: it is no Date, no relation is endedBy its category, or"
                                    + " it has no item as in unlessItem or ofItem");
        }
        return item.ending()
                .flatMap(ending -> said(field) == 1 ? fault(category, ending) : Optional.of(SAY));
    }

    private boolean sound(Category category, Item item, Item.Ends ends) {
        Item.Death death = ends.death();
        return date(item)
                && (ends.category() == null
                        || relations(ends.category()).anyMatch(by(category.code())::equals))
                && sound(category, ends.unlessItem(), ends.unlessValues())
                && (death == null || sound(category, death.item(), death.values()));
    }

    private static boolean sound(Category category, @Nullable String item, Set<String> values) {
        return item == null || category.item(item).filter(one -> has(one, values)).isPresent();
    }

    private Optional<String> fault(Category category, Item.EndCondition ending) {
        boolean sound =
                switch (ending) {
                    case Item.WithRecord _ -> true;
                    case Item.ByDay day -> category.item(day.item()).filter(this::date).isPresent();
                    case Item.ByValue value ->
                            sound(category, value.item(), value.values())
                                    && (value.lastDay() == null
                                            || category.item(value.lastDay())
                                                    .filter(this::date)
                                                    .isPresent());
                    case Item.ByCategory other -> ends(other.category(), category.code());
                };
        return sound ? Optional.empty() : Optional.of(" ends by what is not there: " + ending);
    }

    private boolean date(Item item) {
        return item.type() == ItemType.Scalar.DATE && !item.list();
    }

    private static boolean has(Item item, Set<String> values) {
        return item.type() instanceof ItemType.Choice choice
                && choice.labels().keySet().containsAll(values);
    }

    private boolean ends(String category, String ended) {
        return Optional.ofNullable(categories.get(category)).stream()
                .flatMap(one -> one.items().stream())
                .anyMatch(
                        item ->
                                item.role() instanceof Item.Ends ends
                                        && ended.equals(ends.category()));
    }

    private Stream<Item.EndCondition> relations(String category) {
        return Optional.ofNullable(categories.get(category)).stream()
                .flatMap(one -> one.items().stream())
                .flatMap(item -> item.ending().stream());
    }

    private static Item.EndCondition by(String category) {
        return new Item.ByCategory(category);
    }

    /** {@return in how many ways the directive says it} */
    private static long said(FieldDefinition field) {
        return Stream.of("household", "place", "supportDuty")
                .flatMap(name -> Stream.ofNullable(DirectiveArguments.of(field, name)))
                .mapToLong(
                        relation ->
                                Stream.of("endItem", "endedBy")
                                                .filter(name -> relation.text(name).isPresent())
                                                .count()
                                        + (relation.flag("endsWithRecord") ? 1 : 0))
                .sum();
    }
}
