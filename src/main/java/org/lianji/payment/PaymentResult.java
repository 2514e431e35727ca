package org.lianji.payment;

/** What the bank said of a line. */
enum PaymentResult {
    PAID,
    RETURNED
}
