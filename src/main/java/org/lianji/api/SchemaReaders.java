package org.lianji.api;

import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.util.Collections;
import java.util.Set;

/**
 * Who may read the schema, by introspection or as a file: those of departments and auditors; in
 * production the departments' systems and auditors. Charities and citizens read what they know of
 * it, see {@link RoleSchemas}.
 */
@Component
public final class SchemaReaders {

    private static final Role[] IN_PRODUCTION = {Role.SYSTEM, Role.AUDITOR};
    private static final Role[] ELSEWHERE = {
        Role.SYSTEM,
        Role.SHARING_UNIT,
        Role.SHARING_HEAD,
        Role.COUNTY_OFFICER,
        Role.TOWN_OFFICER,
        Role.AUDITOR
    };

    private final Role[] readers;

    SchemaReaders(@Value("${lianji.mode}") String mode) {
        this.readers = mode.equals("demo") ? ELSEWHERE : IN_PRODUCTION;
    }

    /** {@return whether who has these roles may read it, or what they know of it} */
    public boolean include(Set<Role> roles) {
        return !Collections.disjoint(roles, Set.of(readers))
                || !RoleSchemas.restricting(roles).isEmpty();
    }

    /**
     * @throws Problem where the caller may not read it
     */
    void admit(Caller caller) {
        if (!include(caller.roles())) {
            throw new Problem(PlatformCode.INTROSPECTION_NOT_ALLOWED);
        }
    }
}
