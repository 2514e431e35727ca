package org.lianji.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is due to a family, month by month. */
class EntitlementTests {

    private static final YearMonth MAY = YearMonth.parse("2027-05");

    private static Entitlement of(
            String status, long amount, boolean alive, Map<String, Long> paid) {
        return of(status, amount, Map.of(), List.of(), alive, paid);
    }

    private static Entitlement of(
            String status,
            long amount,
            Map<String, Long> former,
            List<AwardAmendment> amended,
            boolean alive,
            Map<String, Long> paid) {
        return new Entitlement(
                "S1",
                "P1",
                "150924106001",
                status,
                amount,
                "2027-03",
                status.equals("GRADUAL_EXIT") ? "2027-05" : null,
                new TreeMap<>(former),
                amended,
                alive,
                new TreeMap<>(paid));
    }

    private static String lines(Entitlement one) {
        return one.lines(PaymentSheet.months(MAY)).stream()
                .map(line -> line.month() + " " + line.amount() + " " + line.change())
                .collect(Collectors.joining(", "));
    }

    @Test
    void catchesUpWithTheMonthsSinceItsFirst() {
        assertThat(lines(of("ACTIVE", 300, true, Map.of())))
                .isEqualTo("2027-03 300 ARREARS, 2027-04 300 ARREARS, 2027-05 300 FIRST");
        assertThat(lines(of("ACTIVE", 300, true, Map.of("2027-03", 300L))))
                .isEqualTo("2027-04 300 ARREARS, 2027-05 300 UNCHANGED");
    }

    @Test
    void tellsAChangeOfTheAmount() {
        Map<String, Long> paid = Map.of("2027-03", 300L, "2027-04", 300L);
        assertThat(lines(of("ACTIVE", 350, true, paid))).isEqualTo("2027-05 350 RAISED");
        assertThat(lines(of("GRADUAL_EXIT", 250, true, paid))).isEqualTo("2027-05 250 LOWERED");
    }

    /** Its end was decided with it, and is no news; a death is. */
    @Test
    void paysReliefInItsMonthsAndTellsNoEnd() {
        Map<String, Long> paid = Map.of("2027-03", 300L, "2027-04", 300L);
        Entitlement parts = relief(paid, true);
        assertThat(lines(relief(Map.of(), true)))
                .isEqualTo("2027-03 300 ARREARS, 2027-04 300 ARREARS");
        assertThat(lines(parts)).isEmpty();
        assertThat(lines(relief(paid, false))).isEqualTo("2027-05 0 DECEASED");
    }

    private static Entitlement relief(Map<String, Long> paid, boolean alive) {
        return new Entitlement(
                "S1",
                "P1",
                "150924106001",
                "IN_PARTS",
                300,
                "2027-03",
                "2027-04",
                new TreeMap<>(),
                List.of(),
                alive,
                new TreeMap<>(paid));
    }

    @Test
    void tellsAnEndOnceAndPaysNothingAfterIt() {
        Map<String, Long> paid = Map.of("2027-03", 300L, "2027-04", 300L);
        assertThat(lines(of("STOPPED", 300, true, paid))).isEqualTo("2027-05 0 STOPPED");
        assertThat(lines(of("SUSPENDED", 300, true, paid))).isEqualTo("2027-05 0 SUSPENDED");
        assertThat(lines(of("ACTIVE", 300, false, paid))).isEqualTo("2027-05 0 DECEASED");
        assertThat(lines(of("STOPPED", 300, true, Map.of("2027-03", 300L)))).isEmpty();
        assertThat(lines(of("STOPPED", 300, true, Map.of()))).isEmpty();
        Map<String, Long> told = Map.of("2027-03", 300L, "2027-04", 0L);
        assertThat(lines(of("STOPPED", 300, true, told))).as("told before").isEmpty();
        assertThat(lines(of("STOPPED", 300, true, Map.of("2027-04", 300L, "2027-05", 0L))))
                .as("told this month")
                .isEmpty();
        assertThat(lines(of("ACTIVE", 300, true, told)))
                .as("what was told as ended, and holds after all")
                .isEqualTo("2027-04 300 ARREARS, 2027-05 300 RAISED");
    }

    /** The last day of an exit is an end, whenever somebody writes it down. */
    @Test
    void givesNothingAfterTheLastMonthOfAGradualExit() {
        Entitlement exit = of("GRADUAL_EXIT", 300, true, Map.of("2027-04", 300L));
        assertThat(lines(exit)).isEqualTo("2027-03 300 ARREARS, 2027-05 300 UNCHANGED");
        assertThat(
                        exit.lines(List.of("2027-05", "2027-06")).stream()
                                .map(line -> line.month() + " " + line.amount()))
                .containsExactly("2027-05 300", "2027-06 0");
    }

    @Test
    void giveForEachMonthWhatWasDecidedForIt() {
        Map<String, Long> former = Map.of("2027-03", 200L, "2027-04", 300L);
        assertThat(lines(of("ACTIVE", 250, former, List.of(), true, Map.of())))
                .isEqualTo("2027-03 200 ARREARS, 2027-04 300 ARREARS, 2027-05 250 FIRST");
        assertThat(lines(of("ACTIVE", 250, former, List.of(), true, former)))
                .isEqualTo("2027-05 250 LOWERED");
        assertThat(
                        lines(
                                of(
                                        "STOPPED",
                                        300,
                                        Map.of("2027-05", 300L),
                                        List.of(),
                                        true,
                                        Map.of("2027-03", 300L))))
                .as("the month of the decision is still paid")
                .isEqualTo("2027-04 300 ARREARS, 2027-05 300 UNCHANGED");
        assertThat(
                        lines(
                                of(
                                        "STOPPED",
                                        300,
                                        Map.of("2027-04", 300L),
                                        List.of(),
                                        true,
                                        Map.of("2027-03", 300L))))
                .as("what is owed is paid, and the end is told")
                .isEqualTo("2027-04 300 ARREARS, 2027-05 0 STOPPED");
        assertThat(lines(of("STOPPED", 300, Map.of("2027-04", 300L), List.of(), false, Map.of())))
                .isEmpty();
        assertThat(lines(of("SUSPENDED", 300, Map.of("2027-04", 300L), List.of(), true, Map.of())))
                .isEmpty();
    }

    @Test
    void paysWhatAMonthThatIsPaidLacksOnceADecisionGivesMoreForIt() {
        Map<String, Long> former = Map.of("2027-03", 600L);
        List<AwardAmendment> amended = List.of(new AwardAmendment("2027-03", "2027-05", 500));
        Map<String, Long> paid = Map.of("2027-03", 590L, "2027-04", 400L);
        Entitlement one = of("ACTIVE", 500, former, amended, true, paid);

        assertThat(lines(one)).isEqualTo("2027-04 100 ARREARS, 2027-05 500 RAISED");
        assertThat(one.lines(PaymentSheet.months(MAY)))
                .extracting(PaymentLine::key)
                .containsExactly("S1|2027-04|400", "S1|2027-05");
        assertThat(one.lines(PaymentSheet.months(MAY))).allMatch(one::gives);
        assertThat(
                        lines(
                                of(
                                        "ACTIVE",
                                        500,
                                        former,
                                        amended,
                                        true,
                                        Map.of("2027-04", 500L, "2027-05", 400L))))
                .as("once, of this month too")
                .isEqualTo("2027-03 600 ARREARS, 2027-05 100 ARREARS");
        assertThat(lines(of("ACTIVE", 500, former, List.of(), true, paid)))
                .as("a record that was put right alone pays nothing back")
                .isEqualTo("2027-05 500 RAISED");
        assertThat(lines(of("SUSPENDED", 500, Map.of(), amended, true, Map.of("2027-04", 400L))))
                .isEqualTo("2027-05 0 SUSPENDED");
    }

    @Test
    void paysWhatWasLackingLongAgoToo() {
        Map<String, Long> paid = Map.of("2027-03", 400L);
        Entitlement one =
                of(
                        "ACTIVE",
                        500,
                        Map.of(),
                        List.of(new AwardAmendment("", "2028-12", 500)),
                        true,
                        paid);

        assertThat(one.lines(PaymentSheet.months(YearMonth.parse("2028-12"))))
                .extracting(line -> line.month() + " " + line.amount())
                .startsWith("2027-03 100", "2028-01 500")
                .hasSize(13);
    }

    /**
     * Whatever comes back from the bank, in the end each month has what was decided last for it.
     */
    @Test
    void paysBackToTheFenAndNeverTwice() {
        Random dice = new Random(7);
        for (int run = 0; run < 500; run++) {
            TreeMap<String, Long> standing = new TreeMap<>();
            List<AwardAmendment> amended = new ArrayList<>();
            TreeMap<String, Long> former = new TreeMap<>();
            TreeMap<String, Long> right = new TreeMap<>();
            long amount = 100 + dice.nextInt(300);
            for (int i = 0; i < 12; i++) {
                YearMonth month = YearMonth.parse("2027-03").plusMonths(i);
                String now = month.toString();
                switch (dice.nextInt(6)) {
                    case 0 -> {
                        String last = month.minusMonths(1).toString();
                        former.putIfAbsent(last, amount);
                        amount = 100 + dice.nextInt(300);
                    }
                    case 1 -> {
                        amount += dice.nextInt(200);
                        String after = former.isEmpty() ? "" : former.lastKey();
                        amended.add(new AwardAmendment(after, now, amount));
                        for (String one : right.tailMap(after, false).keySet()) {
                            right.put(one, amount);
                        }
                    }
                    default -> {}
                }
                right.put(now, amount);
                boolean last = i == 11;
                for (int round = 0; round < (last ? 2 : dice.nextInt(3)); round++) {
                    Entitlement one = of("ACTIVE", amount, former, amended, true, standing);
                    for (PaymentLine line : one.lines(PaymentSheet.months(month))) {
                        assertThat(one.gives(line)).as("run %d, %s", run, line).isTrue();
                        if (last || dice.nextInt(5) > 0) {
                            standing.merge(line.month(), line.amount(), Long::sum);
                        }
                    }
                }
            }
            assertThat(standing).as("run %d", run).isEqualTo(right);
        }
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
                Entitlement one = of(holds ? "ACTIVE" : "STOPPED", 300, true, paid);
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
