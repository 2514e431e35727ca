package org.lianji.catalogue;

import org.jspecify.annotations.Nullable;
import org.lianji.items.Check;
import org.lianji.items.Department;
import org.lianji.items.Item;
import org.lianji.items.Level;
import org.lianji.items.Share;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One kind of record in the library, owned by one department.
 *
 * @param code such as {@code MZ01}
 * @param type name of its GraphQL type and of its label in the graph
 * @param nameZh name in Chinese
 * @param nameEn name in English
 * @param owner the department that contributes it
 * @param subject whom its records are about
 * @param share whether it is shared
 * @param level how sensitive it is
 * @param cadence how often it is updated
 * @param purposes what it may be read for
 * @param legalBasis why it is not shared, where it is not
 * @param items its fields, in the order of the schema
 * @param checks what must hold between the values of a row
 */
public record Category(
        String code,
        String type,
        String nameZh,
        String nameEn,
        Department owner,
        Subject subject,
        Share share,
        Level level,
        Cadence cadence,
        Set<Purpose> purposes,
        @Nullable String legalBasis,
        List<Item> items,
        List<Check> checks) {

    /**
     * {@return the item of that name}
     *
     * @param name as in the schema
     */
    public Optional<Item> item(String name) {
        return items.stream().filter(item -> item.name().equals(name)).findFirst();
    }

    /** {@return whether records can be ordered by an item of it} */
    public boolean ordered() {
        return items.stream().anyMatch(item -> item.limits().indexed());
    }

    /**
     * {@return the type's name with a small first letter, as fields of filters and inputs are
     * named}
     */
    public String field() {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    /** {@return its items of that role: what makes a relation shows only where they all do} */
    public List<Item> makers(Predicate<Item.Role> role) {
        return items.stream()
                .filter(item -> item.role() != null && role.test(item.role()))
                .toList();
    }
}
