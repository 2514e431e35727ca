package org.lianji.platform;

/** Where the hub answers GraphQL. */
final class Addresses {

    static final String GRAPHQL = "/graphql";

    /** The schema as text. */
    static final String SCHEMA = GRAPHQL + "/schema";

    private Addresses() {}
}
