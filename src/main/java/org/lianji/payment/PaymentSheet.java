package org.lianji.payment;

import org.lianji.procedure.Procedure;
import org.lianji.procedure.Progress;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is paid in a township for a month.
 *
 * @param progress how far it has come
 * @param places codes of the township and its county
 * @param month {@code yyyy-MM}
 * @param draft as it was drawn up
 * @param returned what the bank could not pay
 */
record PaymentSheet(
        Progress<PaymentState> progress,
        List<String> places,
        String month,
        Draft draft,
        ReturnTotal returned)
        implements Procedure<PaymentState> {

    /** What wasn't paid is caught up with for so many months, that of the sheet among them. */
    private static final int MONTHS = 12;

    PaymentSheet {
        places = List.copyOf(places);
    }

    /**
     * @param drawnBy client of who drew it up
     * @param lines how many, those that end among them
     * @param total in fen
     */
    record Draft(String drawnBy, int lines, long total) {}

    /**
     * @param returnedLines how many
     * @param returnedTotal in fen
     */
    record ReturnTotal(int returnedLines, long returnedTotal) {

        static final ReturnTotal NONE = new ReturnTotal(0, 0);
    }

    @Override
    public PaymentSheet progressed(Progress<PaymentState> further) {
        return new PaymentSheet(further, places, month, draft, returned);
    }

    PaymentSheet with(ReturnTotal other) {
        return new PaymentSheet(progress, places, month, draft, other);
    }

    /** {@return months that it pays for: its own, before it those that are still caught up with} */
    List<String> months() {
        return months(YearMonth.parse(month));
    }

    static List<String> months(YearMonth last) {
        return IntStream.rangeClosed(1 - MONTHS, 0)
                .mapToObj(back -> last.plusMonths(back).toString())
                .toList();
    }

    String township() {
        return places.getFirst();
    }
}
