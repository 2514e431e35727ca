package org.lianji.conferences;

/** Where a conference stands. */
enum ConferenceState {
    CONVENED,
    OPEN,
    DECIDED,
    CANCELLED
}
