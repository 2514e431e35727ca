package org.lianji.query;

import org.lianji.catalogue.Item;

import java.util.function.Predicate;

/** The roles of items by which relations come about. */
final class Roles {

    static final Predicate<Item.Role> HOUSEHOLD =
            role -> role instanceof Item.HouseholdNumber || role instanceof Item.Members;
    static final Predicate<Item.Role> DUTY = Item.SupportDuty.class::isInstance;
    static final Predicate<Item.Role> PLACE = Item.Place.class::isInstance;

    private Roles() {}
}
