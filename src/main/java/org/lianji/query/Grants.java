package org.lianji.query;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Item;
import org.lianji.platform.Caller;
import org.lianji.sharing.Agreements;
import org.lianji.sharing.Grant;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The decisions on all categories for one request, and the guards that follow from them. */
final class Grants {

    private final Catalogue catalogue;
    private final Map<String, Grant> byCategory;

    private Grants(Catalogue catalogue, Map<String, Grant> byCategory) {
        this.catalogue = catalogue;
        this.byCategory = byCategory;
    }

    static Grants of(Agreements agreements, Catalogue catalogue, Caller caller) {
        return new Grants(
                catalogue,
                catalogue.categories().stream()
                        .collect(
                                Collectors.toMap(
                                        Category::code,
                                        category -> agreements.grant(caller, category))));
    }

    Grant on(Category category) {
        return byCategory.getOrDefault(category.code(), new Grant.None());
    }

    /** {@return categories of which at least one item may be seen} */
    List<Category> open() {
        return catalogue.categories().stream().filter(category -> on(category).opens()).toList();
    }

    /**
     * {@return a Cypher list of the categories whose item of that role may be seen: only their
     * relations exist}
     */
    String sourcesOf(Predicate<Item.Role> role) {
        return catalogue.categories().stream()
                .filter(
                        category ->
                                category.items().stream()
                                        .anyMatch(
                                                item ->
                                                        item.role() != null
                                                                && role.test(item.role())
                                                                && on(category)
                                                                        .covers(item.name())))
                .map(category -> "'" + category.code() + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    String householdSources() {
        return sourcesOf(Item.HouseholdNumber.class::isInstance);
    }

    String dutySources() {
        return sourcesOf(Item.SupportDuty.class::isInstance);
    }

    /**
     * {@return labels of records that may be seen, as a label expression; one that matches nothing
     * where none is}
     */
    String labels(List<Category> categories) {
        return categories.stream()
                .map(Category::type)
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining("|"),
                                labels -> labels.isEmpty() ? "!%" : labels));
    }

    /**
     * {@return the condition under which a person exists for the caller: some granted fact names
     * them}
     */
    String personGuard(String person) {
        return "(EXISTS { (%1$s)<-[:ABOUT]-(:%2$s) } OR EXISTS { (%1$s)-[m:MEMBER_OF]->() WHERE m.category IN %3$s } OR EXISTS { (%1$s)-[d:SUPPORTS]->() WHERE d.category IN %4$s })"
                .formatted(person, labels(open()), householdSources(), dutySources());
    }

    /** {@return the condition under which a household exists for the caller} */
    String householdGuard(String household) {
        return "EXISTS { (%s)<-[m:MEMBER_OF]-() WHERE m.category IN %s }"
                .formatted(household, householdSources());
    }
}
