package org.lianji.compiler;

import org.lianji.access.Grant;
import org.lianji.access.GrantClause;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The decisions on all categories for one request.
 *
 * @param catalogue what there is
 * @param byCategory what may be seen of it, by code
 */
public record Grants(Catalogue catalogue, Map<String, Grant> byCategory) {

    public Grant on(Category category) {
        return byCategory.getOrDefault(category.code(), new Grant.None(Grant.Refusal.NO_AGREEMENT));
    }

    /** {@return categories of which at least one item may be seen} */
    List<Category> open() {
        return catalogue.categories().stream().filter(category -> on(category).opens()).toList();
    }

    /**
     * {@return the items of a category that make a relation of that role: a household's number and
     * the list of its members both make memberships}
     */
    static List<Item> makers(Category category, Predicate<Item.Role> role) {
        return category.makers(role);
    }

    /** {@return categories that make a relation of that role and show it to somebody} */
    List<Category> shows(Predicate<Item.Role> role) {
        return catalogue.categories().stream()
                .filter(category -> !makers(category, role).isEmpty())
                .filter(
                        category ->
                                makers(category, role).stream()
                                        .noneMatch(
                                                item -> on(category).clear(item.name()).isEmpty()))
                .toList();
    }

    /**
     * {@return labels of records that may be seen, as a label expression; one that matches nothing
     * where none is}
     */
    static String labels(List<Category> categories) {
        return categories.stream()
                .map(Category::type)
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining("|"),
                                labels -> labels.isEmpty() ? "!%" : labels));
    }

    /** {@return the agreements under which the item may be seen, with their versions} */
    List<String> agreements(Category category, String item) {
        return on(category) instanceof Grant.Some some
                ? some.clauses().stream()
                        .filter(
                                clause ->
                                        clause.clear().contains(item)
                                                || clause.masked().contains(item))
                        .map(GrantClause::agreement)
                        .flatMap(agreement -> Optional.ofNullable(agreement).stream())
                        .toList()
                : List.of();
    }
}
