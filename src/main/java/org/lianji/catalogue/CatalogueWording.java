package org.lianji.catalogue;

import org.lianji.audit.EntryWording;
import org.lianji.items.Department;
import org.lianji.items.Item;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The chain's entries speak of departments, purposes and items as the schema describes them. */
@Component
final class CatalogueWording implements EntryWording {

    private final Catalogue catalogue;

    CatalogueWording(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<String> department(String code) {
        return catalogue.department(code).map(Department::nameZh);
    }

    @Override
    public Optional<String> purpose(String letter) {
        return catalogue.purposeName(letter);
    }

    @Override
    public Optional<String> category(String code) {
        return catalogue.category(code).map(Category::nameZh);
    }

    @Override
    public Optional<String> item(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : catalogue
                        .category(name.substring(0, dot))
                        .flatMap(category -> category.item(name.substring(dot + 1)))
                        .map(Item::nameZh);
    }

    @Override
    public Set<String> owned(String department) {
        return catalogue.categories().stream()
                .filter(category -> category.owner().code().equals(department))
                .map(Category::code)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean leads(String department) {
        return department.equals(catalogue.lead());
    }
}
