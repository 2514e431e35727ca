package org.lianji.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is due to a family, month by month. */
class EntitlementTests {

    private static final YearMonth MAY = YearMonth.parse("2027-05");

    private static Entitlement of(
            String status, long amount, boolean alive, Set<String> paid, @Nullable Long last) {
        return of(status, amount, Map.of(), alive, paid, last);
    }

    private static Entitlement of(
            String status,
            long amount,
            Map<String, Long> former,
            boolean alive,
            Set<String> paid,
            @Nullable Long last) {
        return new Entitlement(
                "S1",
                "P1",
                "150924106001",
                status,
                amount,
                "2027-03",
                new TreeMap<>(former),
                alive,
                paid,
                last);
    }

    private static String lines(Entitlement one) {
        return one.lines(PaymentSheet.months(MAY)).stream()
                .map(line -> line.month() + " " + line.amount() + " " + line.change())
                .collect(Collectors.joining(", "));
    }

    @Test
    void catchesUpWithTheMonthsSinceItsFirst() {
        assertThat(lines(of("ACTIVE", 300, true, Set.of(), null)))
                .isEqualTo("2027-03 300 ARREARS, 2027-04 300 ARREARS, 2027-05 300 FIRST");
        assertThat(lines(of("ACTIVE", 300, true, Set.of("2027-03"), 300L)))
                .isEqualTo("2027-04 300 ARREARS, 2027-05 300 UNCHANGED");
    }

    @Test
    void tellsAChangeOfTheAmount() {
        Set<String> paid = Set.of("2027-03", "2027-04");
        assertThat(lines(of("ACTIVE", 350, true, paid, 300L))).isEqualTo("2027-05 350 RAISED");
        assertThat(lines(of("GRADUAL_EXIT", 250, true, paid, 300L)))
                .isEqualTo("2027-05 250 LOWERED");
    }

    @Test
    void tellsAnEndOnceAndPaysNothingAfterIt() {
        Set<String> paid = Set.of("2027-03", "2027-04");
        assertThat(lines(of("STOPPED", 300, true, paid, 300L))).isEqualTo("2027-05 0 STOPPED");
        assertThat(lines(of("SUSPENDED", 300, true, paid, 300L))).isEqualTo("2027-05 0 SUSPENDED");
        assertThat(lines(of("ACTIVE", 300, false, paid, 300L))).isEqualTo("2027-05 0 DECEASED");
        assertThat(lines(of("STOPPED", 300, true, Set.of("2027-03"), 300L))).isEmpty();
        assertThat(lines(of("STOPPED", 300, true, Set.of(), null))).isEmpty();
    }

    @Test
    void giveForEachMonthWhatWasDecidedForIt() {
        Map<String, Long> former = Map.of("2027-03", 200L, "2027-04", 300L);
        assertThat(lines(of("ACTIVE", 250, former, true, Set.of(), null)))
                .isEqualTo("2027-03 200 ARREARS, 2027-04 300 ARREARS, 2027-05 250 FIRST");
        assertThat(lines(of("ACTIVE", 250, former, true, Set.of("2027-03", "2027-04"), 300L)))
                .isEqualTo("2027-05 250 LOWERED");
        assertThat(
                        lines(
                                of(
                                        "STOPPED",
                                        300,
                                        Map.of("2027-05", 300L),
                                        true,
                                        Set.of("2027-03"),
                                        300L)))
                .as("the month of the decision is still paid")
                .isEqualTo("2027-04 300 ARREARS, 2027-05 300 UNCHANGED");
        assertThat(
                        lines(
                                of(
                                        "STOPPED",
                                        300,
                                        Map.of("2027-04", 300L),
                                        true,
                                        Set.of("2027-03"),
                                        300L)))
                .as("what is owed is paid, and the end is told")
                .isEqualTo("2027-04 300 ARREARS, 2027-05 0 STOPPED");
        assertThat(lines(of("STOPPED", 300, Map.of("2027-04", 300L), false, Set.of(), null)))
                .isEmpty();
        assertThat(lines(of("SUSPENDED", 300, Map.of("2027-04", 300L), true, Set.of(), null)))
                .isEmpty();
    }

    /** A ledger of two years, run at random, against what the decisions alone come to. */
    @Test
    void paysEachMonthOnceWhateverComesBack() {
        Random dice = new Random(11);
        for (int run = 0; run < 500; run++) {
            TreeMap<String, Long> paid = new TreeMap<>();
            List<String> expected = new ArrayList<>();
            YearMonth first = YearMonth.parse("2027-03");
            YearMonth stopped = first.plusMonths(dice.nextInt(24));
            for (YearMonth month = first;
                    month.isBefore(first.plusMonths(24));
                    month = month.plusMonths(1)) {
                boolean holds = month.isBefore(stopped);
                if (holds) {
                    expected.add(month.toString());
                }
                if (dice.nextInt(4) == 0 && !month.equals(stopped.minusMonths(1))) {
                    continue; // no sheet this month
                }
                Entitlement one =
                        of(
                                holds ? "ACTIVE" : "STOPPED",
                                300,
                                true,
                                paid.keySet(),
                                paid.isEmpty() ? null : 300L);
                for (PaymentLine line : one.lines(PaymentSheet.months(month))) {
                    boolean returned =
                            dice.nextInt(5) == 0 && !month.equals(stopped.minusMonths(1));
                    if (line.amount() > 0 && !returned) {
                        assertThat(paid.put(line.month(), line.amount())).isNull();
                    }
                }
            }
            assertThat(paid.keySet()).as("run %d", run).containsExactlyElementsOf(expected);
        }
    }
}
