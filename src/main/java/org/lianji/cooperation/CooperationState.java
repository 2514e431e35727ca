package org.lianji.cooperation;

/** Where a cooperation task stands. */
enum CooperationState {
    ASKED,
    ACCEPTED,
    ANSWERED,
    WITHDRAWN;

    /** {@return whether an answer is still awaited} */
    boolean open() {
        return this == ASKED || this == ACCEPTED;
    }
}
