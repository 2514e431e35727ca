package org.lianji.payment;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a decision gives a family now, and what was paid on it.
 *
 * @param caseId the decision
 * @param applicant token of who gets it
 * @param village code of where the family lives
 * @param status of the record in the library that the decision made; IN_PARTS of relief, whose
 *     months were decided with it
 * @param amount a month, in fen
 * @param startMonth first month
 * @param lastMonth of relief; of a gradual exit, whether the exit has been written as its end by
 *     now or not
 * @param former what it gave a month before something else was decided, by the last month of that
 * @param amended decisions that give more for months that may be paid already
 * @param alive whether anybody whom it covers is, as far as it is known (WJ01, MZ11)
 * @param paid what stands on sheets already, in fen by month
 */
record Entitlement(
        String caseId,
        String applicant,
        String village,
        String status,
        long amount,
        String startMonth,
        @Nullable String lastMonth,
        NavigableMap<String, Long> former,
        List<AwardAmendment> amended,
        boolean alive,
        NavigableMap<String, Long> paid) {

    private static final String IN_PARTS = "IN_PARTS";
    private static final Set<String> PAYABLE = Set.of("ACTIVE", "GRADUAL_EXIT", IN_PARTS);
    private static final String SUSPENDED = "SUSPENDED";

    Entitlement {
        former = Collections.unmodifiableNavigableMap(new TreeMap<>(former));
        amended = List.copyOf(amended);
        paid = Collections.unmodifiableNavigableMap(new TreeMap<>(paid));
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
        if (before != null) {
            return before.getValue();
        }
        boolean over = lastMonth != null && month.compareTo(lastMonth) > 0;
        return holds() && !over ? amount : 0;
    }

    /**
     * {@return lines of it, numbered from 1 on its own}
     *
     * @param months the month to be paid last, before it those that are still caught up with
     */
    List<PaymentLine> lines(List<String> months) {
        String month = months.getLast();
        List<PaymentLine> due =
                Stream.concat(paid.headMap(month, true).keySet().stream(), months.stream())
                        .distinct()
                        .sorted()
                        .filter(one -> owed(one) > 0)
                        .map(one -> line(one, owed(one), change(one, month)))
                        .toList();
        boolean ends =
                !(alive && status.equals(IN_PARTS))
                        && given(month) == 0
                        && !paid.containsKey(month)
                        && stands(previous(months), due);
        return ends
                ? Stream.concat(due.stream(), Stream.of(line(month, 0, ending()))).toList()
                : due;
    }

    /**
     * {@return what is still to be paid for a month: of one that was paid what a decision has given
     * more for it since, and nothing else; what was paid too much stays paid}
     */
    private long owed(String month) {
        long before = paid.getOrDefault(month, 0L);
        if (before == 0) {
            return given(month);
        }
        return given(month) == 0
                ? 0
                : amended.stream()
                        .filter(one -> one.covers(month))
                        .mapToLong(one -> one.amount() - before)
                        .filter(fen -> fen > 0)
                        .max()
                        .orElse(0);
    }

    /** {@return whether a line that was drawn up is still what is to be paid for its month} */
    boolean gives(PaymentLine line) {
        long fen = given(line.month());
        if (line.amount() == 0) {
            return fen == 0;
        }
        return fen > 0
                && (line.already() == 0
                        ? line.amount() == fen
                        : amended.stream()
                                .filter(one -> one.covers(line.month()))
                                .anyMatch(one -> one.amount() == line.already() + line.amount()));
    }

    private boolean stands(String month, List<PaymentLine> due) {
        return paid.getOrDefault(month, 0L) > 0
                || due.stream().anyMatch(line -> line.month().equals(month));
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
        if (!one.equals(month) || paid.containsKey(one)) {
            return PaymentChange.ARREARS;
        }
        if (paid.isEmpty()) {
            return PaymentChange.FIRST;
        }
        return switch (Long.compare(
                given(one), Objects.requireNonNull(paid.lastEntry()).getValue())) {
            case 0 -> PaymentChange.UNCHANGED;
            case 1 -> PaymentChange.RAISED;
            default -> PaymentChange.LOWERED;
        };
    }

    private PaymentLine line(String month, long fen, PaymentChange change) {
        return new PaymentLine(
                1, caseId, village, month, fen, paid.getOrDefault(month, 0L), change, null, null);
    }
}
