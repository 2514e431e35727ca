package org.lianji.payment;

import java.time.ZonedDateTime;

/**
 * A month that was sent to a citizen.
 *
 * @param sheet on which it stands
 * @param drawnUp when that was drawn up
 * @param line the month
 */
record MyPayment(String sheet, ZonedDateTime drawnUp, PaymentLine line) {}
