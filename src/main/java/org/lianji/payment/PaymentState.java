package org.lianji.payment;

/** Where a sheet stands. */
enum PaymentState {
    DRAWN_UP,
    APPROVED,
    SENT,
    RECONCILED,
    CANCELLED
}
