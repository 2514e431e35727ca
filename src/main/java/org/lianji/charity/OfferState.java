package org.lianji.charity;

/** Where an offer stands. */
enum OfferState {
    OPEN,
    WITHDRAWN
}
