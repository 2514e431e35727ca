package org.lianji.agencies;

/** Where an agency stands. */
enum AgencyState {
    VALID,
    REVOKED,
    /** Its last day is over, or one of the two has died. */
    LAPSED
}
