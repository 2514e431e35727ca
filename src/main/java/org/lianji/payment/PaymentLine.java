package org.lianji.payment;

import org.jspecify.annotations.Nullable;

/**
 * One month of one family on a sheet.
 *
 * @param number on the sheet, from 1
 * @param caseId the decision that it follows from
 * @param village code of where the family lives
 * @param month that it is for, {@code yyyy-MM}
 * @param amount in fen; 0 where payment ends
 * @param already what was paid for the month before, in fen
 * @param change against the month before
 * @param result what the bank said; null before, and where nothing is paid
 * @param reason why it came back, in the bank's words; null otherwise
 */
record PaymentLine(
        int number,
        String caseId,
        String village,
        String month,
        long amount,
        long already,
        PaymentChange change,
        @Nullable PaymentResult result,
        @Nullable String reason) {

    /** {@return what no two lines that stand have in common} */
    String key() {
        String first = caseId + "|" + month;
        return amount == 0 ? first + "|0" : already == 0 ? first : first + "|" + already;
    }

    PaymentLine numbered(int other) {
        return new PaymentLine(
                other, caseId, village, month, amount, already, change, result, reason);
    }

    PaymentLine answered(PaymentResult said, @Nullable String why) {
        return new PaymentLine(number, caseId, village, month, amount, already, change, said, why);
    }
}
