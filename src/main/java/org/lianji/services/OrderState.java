package org.lianji.services;

/** Where an order stands. */
enum OrderState {
    ORDERED,
    CONSENTED,
    ACCEPTED,
    SCHEDULED,
    DELIVERED,
    CONFIRMED,
    DECLINED,
    REFUSED,
    REVOKED,
    CANCELLED,
    LAPSED;

    /** {@return whether all that was ordered is still to come out of its contract} */
    boolean reserving() {
        return compareTo(SCHEDULED) <= 0;
    }
}
