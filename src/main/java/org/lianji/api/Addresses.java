package org.lianji.api;

/** Where the hub answers GraphQL. */
public final class Addresses {

    public static final String GRAPHQL = "/graphql";

    /** The schema as text. */
    public static final String SCHEMA = GRAPHQL + "/schema";

    private Addresses() {}
}
