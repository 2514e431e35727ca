package org.lianji.platform;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Who asks, as their token says.
 *
 * @param department code of the department, such as {@code MZ}; of a charity its unified code (GB
 *     32100); empty for a citizen and an auditor
 * @param client the client the token was issued to
 * @param roles what they may do
 * @param region code of the region whose people they look after, with all below it; empty where
 *     they look after none
 * @param person token of the citizen who asks
 */
public record Caller(
        String department, String client, Set<Role> roles, String region, @Nullable String person) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /**
     * {@return who asks the question that a field is part of}
     *
     * @throws Problem SIGN_IN_REQUIRED where nobody is known to
     */
    public static Caller of(DataFetchingEnvironment field) {
        return of(field.getGraphQlContext());
    }

    /**
     * {@return who asks the question of that context}
     *
     * @throws Problem SIGN_IN_REQUIRED where nobody is known to
     */
    public static Caller of(GraphQLContext context) {
        Caller caller = context.get(Caller.class);
        if (caller == null) {
            throw new Problem(PlatformCode.SIGN_IN_REQUIRED);
        }
        return caller;
    }

    /** {@return whether the caller goes to the doors, whatever else they are} */
    public boolean atTheDoor() {
        return roles.stream().anyMatch(Role.AT_THE_DOOR::contains);
    }

    /** {@return whether the caller has at least one of the roles} */
    public boolean is(Role... any) {
        return Set.of(any).stream().anyMatch(roles::contains);
    }
}
