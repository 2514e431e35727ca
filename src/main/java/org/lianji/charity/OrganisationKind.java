package org.lianji.charity;

/** As what an organisation takes part. */
enum OrganisationKind {
    /** Offers help, whose volunteers help, and provides services by contract where it has one. */
    CHARITY,
    /** Provides services that counties buy, by contract alone. */
    PROVIDER
}
