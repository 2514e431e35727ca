package org.lianji.consents;

/** Where a consent stands; whether its last day is over is judged at each look. */
enum ConsentState {
    GIVEN,
    REVOKED
}
