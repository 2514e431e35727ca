package org.lianji.complaints;

/** Where a complaint stands. */
enum ComplaintState {
    FILED,
    ACCEPTED,
    ANSWERED
}
