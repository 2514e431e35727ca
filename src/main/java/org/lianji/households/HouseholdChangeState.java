package org.lianji.households;

/** Where a change of a household stands. */
enum HouseholdChangeState {
    REPORTED,
    ENTERED,
    DECLINED,
    WITHDRAWN;

    /** {@return whether somebody is still to decide} */
    boolean open() {
        return this == REPORTED;
    }
}
