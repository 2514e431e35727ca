package org.lianji.compiler;

import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.PlaceKind;
import org.lianji.items.SupportDutyKind;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The roles of items by which relations come about. */
final class Roles {

    static final Predicate<Item.Role> HOUSEHOLD = Item.Role::makesMembers;
    static final Predicate<Item.Role> DUTY = Item.SupportDuty.class::isInstance;
    static final Predicate<Item.Role> GUARDIAN =
            role ->
                    role instanceof Item.SupportDuty duty
                            && duty.kind() == SupportDutyKind.GUARDIAN;
    static final Predicate<Item.Role> PLACE = Item.Place.class::isInstance;

    private Roles() {}

    /** {@return the role of items that say where a person belongs in that way} */
    static Predicate<Item.Role> place(PlaceKind kind) {
        return role -> role instanceof Item.Place place && place.kind() == kind;
    }

    /** {@return the items that say how people belong to the households which a category numbers} */
    static List<Item> relations(Category category) {
        return category.items().stream()
                .map(Item::role)
                .filter(Item.HouseholdNumber.class::isInstance)
                .map(role -> ((Item.HouseholdNumber) role).relation())
                .filter(Objects::nonNull)
                .flatMap(name -> category.item(name).stream())
                .toList();
    }
}
