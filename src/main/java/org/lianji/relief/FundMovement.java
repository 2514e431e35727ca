package org.lianji.relief;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;

/**
 * What was done with a petty fund.
 *
 * @param number the fund's own, from 1
 * @param kind what was done
 * @param change of the balance, in fen; negative for what was spent
 * @param balance after it, in fen
 * @param cash that was counted; null where none was
 * @param at when
 * @param client with whose token
 * @param note why, sealed
 * @param relief identifier of the case that it was spent for; null for others
 * @param part which of several payments for it
 */
record FundMovement(
        long number,
        Kind kind,
        long change,
        long balance,
        @Nullable Long cash,
        ZonedDateTime at,
        String client,
        @Nullable String note,
        @Nullable String relief,
        @Nullable Integer part) {

    /** {@return the same with another note} */
    FundMovement noted(@Nullable String other) {
        return new FundMovement(
                number, kind, change, balance, cash, at, client, other, relief, part);
    }

    /** What can be done with it. */
    enum Kind {
        OPENED,
        TOPPED_UP,
        SPENT,
        COUNTED,
        /** The books follow the cash that was counted. */
        ADJUSTED
    }
}
