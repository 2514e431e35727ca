package org.lianji.roles;

import org.lianji.platform.Role;

import java.util.Set;

/**
 * Knows what of the schema is of no use to some roles, though what they may ask for leads to it.
 */
public interface RoleView {

    /**
     * {@return whether they have no use for the type, nor for fields of it}
     *
     * @param type its name
     */
    boolean hides(Set<Role> roles, String type);

    /**
     * {@return whether they have no use for one field or value of the type}
     *
     * @param type its name
     * @param member name of the field or value
     */
    boolean hides(Set<Role> roles, String type, String member);
}
