package org.lianji.payment;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a decision gives a family now, and what was paid on it.
 *
 * @param caseId the decision
 * @param applicant token of who gets it
 * @param village code of where the family lives
 * @param status of the record in the library that the decision made
 * @param amount a month, in fen
 * @param startMonth first month
 * @param former what it gave a month before something else was decided, by the last month of that
 * @param alive whether anybody whom it covers is, as far as civil affairs knows (MZ11)
 * @param paid months that stand on a sheet already
 * @param last what was paid for the newest of them; null where nothing was
 */
record Entitlement(
        String caseId,
        String applicant,
        String village,
        String status,
        long amount,
        String startMonth,
        NavigableMap<String, Long> former,
        boolean alive,
        Set<String> paid,
        @Nullable Long last) {

    private static final Set<String> PAYABLE = Set.of("ACTIVE", "GRADUAL_EXIT");
    private static final String SUSPENDED = "SUSPENDED";

    Entitlement {
        former = Collections.unmodifiableNavigableMap(new TreeMap<>(former));
        paid = Set.copyOf(paid);
    }

    /** {@return whether it is paid now} */
    boolean holds() {
        return alive && PAYABLE.contains(status) && amount > 0;
    }

    /** {@return what it gives for a month: a later decision doesn't reach back} */
    private long given(String month) {
        if (!alive || status.equals(SUSPENDED) || month.compareTo(startMonth) < 0) {
            return 0;
        }
        Map.Entry<String, Long> before = former.ceilingEntry(month);
        return before != null ? before.getValue() : holds() ? amount : 0;
    }

    /**
     * {@return lines of it, numbered from 1 on its own}
     *
     * @param months the month to be paid last, before it those that are still caught up with
     */
    List<PaymentLine> lines(List<String> months) {
        String month = months.getLast();
        List<PaymentLine> due =
                months.stream()
                        .filter(one -> given(one) > 0 && !paid.contains(one))
                        .map(one -> line(one, given(one), change(one, month)))
                        .toList();
        boolean ends = given(month) == 0 && !paid.contains(month) && stands(previous(months), due);
        return ends
                ? Stream.concat(due.stream(), Stream.of(line(month, 0, ending()))).toList()
                : due;
    }

    private boolean stands(String month, List<PaymentLine> due) {
        return paid.contains(month) || due.stream().anyMatch(line -> line.month().equals(month));
    }

    private static String previous(List<String> months) {
        return months.size() > 1 ? months.get(months.size() - 2) : "";
    }

    private PaymentChange ending() {
        return !alive
                ? PaymentChange.DECEASED
                : status.equals(SUSPENDED) ? PaymentChange.SUSPENDED : PaymentChange.STOPPED;
    }

    private PaymentChange change(String one, String month) {
        if (!one.equals(month)) {
            return PaymentChange.ARREARS;
        }
        if (last == null) {
            return PaymentChange.FIRST;
        }
        return switch (Long.compare(given(one), last)) {
            case 0 -> PaymentChange.UNCHANGED;
            case 1 -> PaymentChange.RAISED;
            default -> PaymentChange.LOWERED;
        };
    }

    private PaymentLine line(String month, long fen, PaymentChange change) {
        return new PaymentLine(1, caseId, village, month, fen, change, null, null);
    }
}
