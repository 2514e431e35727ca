package org.lianji.relief;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;

/**
 * A month of a petty fund, reconciled by the county.
 *
 * @param month such as 2026-11
 * @param opening balance before it, in fen
 * @param toppedUp in it
 * @param spent in it
 * @param adjusted in it, after a count: more where above nought
 * @param closing balance after it
 * @param cash of the first count after it ended
 * @param difference between that cash and what the books said then
 * @param at when it was reconciled
 * @param client with whose token
 * @param note of the difference, sealed
 */
record FundMonth(
        String month,
        long opening,
        long toppedUp,
        long spent,
        long adjusted,
        long closing,
        long cash,
        long difference,
        ZonedDateTime at,
        String client,
        @Nullable String note) {

    /** {@return the same with another note} */
    FundMonth noted(@Nullable String other) {
        return new FundMonth(
                month,
                opening,
                toppedUp,
                spent,
                adjusted,
                closing,
                cash,
                difference,
                at,
                client,
                other);
    }
}
