package org.lianji.payment;

import org.lianji.procedure.LinkedComponent;
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
 * @param drawnBy client of who drew it up
 * @param total of its lines, in fen
 * @param returnedTotal of those that came back, in fen
 */
record PaymentSheet(
        Progress<PaymentState> progress,
        List<String> places,
        String month,
        String drawnBy,
        @LinkedComponent long total,
        @LinkedComponent long returnedTotal)
        implements Procedure<PaymentState> {

    /** What wasn't paid is caught up with for so many months, that of the sheet among them. */
    private static final int MONTHS = 12;

    PaymentSheet {
        places = List.copyOf(places);
    }

    @Override
    public PaymentSheet progressed(Progress<PaymentState> further) {
        return new PaymentSheet(further, places, month, drawnBy, total, returnedTotal);
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
