package org.lianji.payment;

/**
 * A decision that gives more for months that may be paid already: what is lacking of them is owed.
 *
 * @param after the month before the first that it is about; empty where it is about all
 * @param until the last that it is about, {@code yyyy-MM}
 * @param amount a month, in fen
 */
record AwardAmendment(String after, String until, long amount) {

    boolean covers(String month) {
        return month.compareTo(after) > 0 && month.compareTo(until) <= 0;
    }
}
