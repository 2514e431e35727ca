package org.lianji.payment;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What a decision gives a family now, and what was paid on it.
 *
 * @param caseId the decision
 * @param applicant token of who gets it
 * @param village code of where the family lives
 * @param status of the record in the library that the decision made
 * @param amount a month, in fen
 * @param startMonth first month
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
        boolean alive,
        Set<String> paid,
        @Nullable Long last) {

    private static final Set<String> PAYABLE = Set.of("ACTIVE", "GRADUAL_EXIT");
    private static final String SUSPENDED = "SUSPENDED";

    Entitlement {
        paid = Set.copyOf(paid);
    }

    /** {@return whether it is paid now} */
    boolean holds() {
        return alive && PAYABLE.contains(status) && amount > 0;
    }

    /**
     * {@return lines of it, numbered from 1 on its own}
     *
     * @param months the month to be paid last, before it those that are still caught up with
     */
    List<PaymentLine> lines(List<String> months) {
        String month = months.getLast();
        if (!holds()) {
            return paid.contains(previous(months)) && !paid.contains(month)
                    ? List.of(line(month, 0, ending()))
                    : List.of();
        }
        return months.stream()
                .filter(one -> one.compareTo(startMonth) >= 0 && !paid.contains(one))
                .map(one -> line(one, amount, change(one, month)))
                .toList();
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
        return switch (Long.compare(amount, last)) {
            case 0 -> PaymentChange.UNCHANGED;
            case 1 -> PaymentChange.RAISED;
            default -> PaymentChange.LOWERED;
        };
    }

    private PaymentLine line(String month, long fen, PaymentChange change) {
        return new PaymentLine(1, caseId, village, month, fen, change, null, null);
    }
}
