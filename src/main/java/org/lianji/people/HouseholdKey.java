package org.lianji.people;

import org.lianji.items.HouseholdKind;

/**
 * A household by the number its owner gave it.
 *
 * @param kind of registration, or living together
 * @param owner code of the department that numbers it
 * @param number the owner's
 */
public record HouseholdKey(HouseholdKind kind, String owner, String number) {

    /** {@return the natural key in the graph} */
    public String key() {
        return kind + "|" + owner + "|" + number;
    }
}
