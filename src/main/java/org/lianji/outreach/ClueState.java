package org.lianji.outreach;

/** Where a clue stands. */
enum ClueState {
    REPORTED,
    WITH_COUNTY,
    ACCEPTED,
    VISITED,
    JOINED,
    DISMISSED,
    CLOSED;

    /** {@return whether somebody is still to do something} */
    boolean open() {
        return this != JOINED && this != DISMISSED && this != CLOSED;
    }
}
