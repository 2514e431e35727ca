package org.lianji.charity;

/** Where an offer stands. */
public enum OfferState {
    OPEN,
    WITHDRAWN
}
