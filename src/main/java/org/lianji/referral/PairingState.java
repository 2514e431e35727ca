package org.lianji.referral;

/** Where a pairing stands. */
enum PairingState {
    PROPOSED,
    CONSENTED,
    ACCEPTED,
    DELIVERING,
    DELIVERED,
    CONFIRMED,
    DECLINED,
    REFUSED,
    REVOKED,
    WITHDRAWN,
    LAPSED;

    /** {@return whether it takes of its offer's capacity} */
    boolean taking() {
        return compareTo(CONFIRMED) <= 0;
    }
}
