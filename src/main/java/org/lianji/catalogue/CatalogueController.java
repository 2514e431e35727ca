package org.lianji.catalogue;

import org.jspecify.annotations.Nullable;
import org.lianji.items.Department;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

@Controller
class CatalogueController {

    private final Catalogue catalogue;
    private final CategoryFigures figures;

    CatalogueController(Catalogue catalogue, CategoryFigures figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    record AllowedValue(String value, String labelZh) {}

    @QueryMapping
    Catalogue catalogue() {
        return catalogue;
    }

    @SchemaMapping
    List<Category> categories(
            Catalogue catalogue,
            @Argument @Nullable String owner,
            @Argument @Nullable Set<String> codes) {
        return catalogue.categories().stream()
                .filter(category -> owner == null || category.owner().code().equals(owner))
                .filter(category -> codes == null || codes.contains(category.code()))
                .toList();
    }

    @SchemaMapping
    List<Department> departments(Catalogue catalogue) {
        return catalogue.departments();
    }

    @SchemaMapping
    List<Category> categories(Department department) {
        return categories(catalogue, department.code(), null);
    }

    @SchemaMapping
    String typeName(Category category) {
        return category.type();
    }

    @BatchMapping
    Map<Category, Long> rowCount(List<Category> categories) {
        return figures.rowCounts(categories);
    }

    @BatchMapping
    Map<Category, ZonedDateTime> freshAt(List<Category> categories) {
        return figures.freshness(categories);
    }

    @SchemaMapping
    String type(Item item) {
        return item.type().sdlName();
    }

    @SchemaMapping
    boolean required(Item item) {
        return item.limits().required();
    }

    @SchemaMapping
    boolean indexed(Item item) {
        return item.limits().indexed();
    }

    @SchemaMapping
    @Nullable List<AllowedValue> values(Item item) {
        return item.type() instanceof ItemType.Choice choice
                ? choice.labels().entrySet().stream()
                        .map(label -> new AllowedValue(label.getKey(), label.getValue()))
                        .collect(Collectors.toList())
                : null;
    }
}
