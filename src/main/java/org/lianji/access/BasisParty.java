package org.lianji.access;

import org.lianji.platform.Caller;

import java.time.ZonedDateTime;
import java.util.Map;

/**
 * By which parties of a basis somebody reads on it, for statements. Who goes to the doors reads by
 * those alone that name their client.
 */
public final class BasisParty {

    private BasisParty() {}

    /**
     * {@return the condition that a party is the caller's, and still is}
     *
     * @param party its variable
     * @param values what stands before the names of {@link #parameters}, such as {@code $}
     */
    public static String is(String party, String values) {
        return "%1$s.department = %2$sdepartment AND (%1$s.client = %2$sclient OR (%1$s.client IS NULL AND NOT %2$snamed)) AND (%1$s.role IS NULL OR %1$s.role IN %2$sroles) AND (%1$s.until IS NULL OR %1$s.until > %2$snow)"
                .formatted(party, values);
    }

    /** {@return what fills its parameters} */
    public static Map<String, Object> parameters(Caller caller, ZonedDateTime now) {
        return Map.of(
                "department", caller.department(),
                "client", caller.client(),
                "named", caller.atTheDoor(),
                "roles", caller.roles().stream().map(Enum::name).sorted().toList(),
                "now", now);
    }
}
