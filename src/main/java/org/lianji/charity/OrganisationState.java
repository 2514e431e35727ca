package org.lianji.charity;

/** Where an organisation stands. */
enum OrganisationState {
    REGISTERED,
    APPROVED,
    REFUSED,
    SUSPENDED
}
