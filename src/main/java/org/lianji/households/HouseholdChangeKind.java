package org.lianji.households;

/** How a household has changed. */
enum HouseholdChangeKind {
    /** Somebody lives with the family who is not counted in its records. */
    JOINED,
    /** Somebody of its records does not live with it any more. */
    LEFT
}
