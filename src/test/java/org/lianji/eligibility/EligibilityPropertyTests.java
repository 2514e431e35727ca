package org.lianji.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.eligibility.Calculator.ELIGIBILITY;
import static org.lianji.eligibility.Calculator.RULES;
import static org.lianji.eligibility.Calculator.STANDARDS;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** What the rules' files say is what a plain calculation says, to the fen. */
class EligibilityPropertyTests {

    private static final int FAMILIES = Integer.getInteger("eligibility.families", 10_000);
    private static final long SEED = Long.getLong("eligibility.seed", System.nanoTime());

    @Test
    void tenThousandFamiliesComeOutAsInAPlainCalculation() {
        RandomFamilies families =
                new RandomFamilies(
                        new Random(SEED), STANDARDS.asOf(null, LocalDate.of(2026, 11, 29)));
        Map<EligibilityKind, Integer> met = new EnumMap<>(EligibilityKind.class);
        for (int number = 0; number < FAMILIES; number++) {
            FamilySituation family = families.next();
            LocalDate day = Objects.requireNonNull(family.asOf());
            EligibilityResult result = ELIGIBILITY.evaluate(family);
            LocalStandard standard =
                    STANDARDS.asOf(family.county(), family.area(), day).orElseThrow();

            assertThat(verdicts(result))
                    .as("eligibility.seed=%d, family %d: %s", SEED, number, family)
                    .isEqualTo(new PlainCalculation(standard, family, day).verdicts());
            result.kinds().stream()
                    .filter(EligibilityResult.Verdict::holds)
                    .forEach(one -> met.merge(one.kind(), 1, Integer::sum));
        }

        assertThat(met)
                .as("each kind is met by some, eligibility.seed=%d", SEED)
                .containsOnlyKeys(EligibilityKind.values());
    }

    /** A single pension, put to what is told: then it must come out as was told, without a pin. */
    @Test
    void whatIsToldOfAnotherIncomeComesTrueWithThatIncome() {
        Random random = new Random(SEED);
        int told = 0;
        for (int number = 0; number < 500; number++) {
            long fen = 600_000 + random.nextLong(1_000_000);
            EligibilityResult result = ELIGIBILITY.evaluate(pensioner(fen));
            for (EligibilityResult.Alternative other : result.whatIf()) {
                if (!other.step().equals("yearlyIncome")) {
                    continue;
                }
                Map<EligibilityKind, List<@Nullable Object>> then =
                        verdicts(
                                ELIGIBILITY.evaluate(
                                        pensioner(
                                                new BigDecimal(other.then())
                                                        .movePointRight(2)
                                                        .longValueExact())));
                assertThat(other.kinds())
                        .as("eligibility.seed=%d, %s", SEED, other.sentence().zh())
                        .allSatisfy(
                                one ->
                                        assertThat(then.get(one.kind()))
                                                .containsExactly(one.holds(), one.amount()));
                assertThat(other.sentence().zh()).contains(other.now(), other.then());
                told++;
            }
        }
        assertThat(told).isGreaterThan(500);
    }

    /** A day is always judged by the newest standard that had begun, whatever came later. */
    @Test
    void everyDayOfFourYearsHasTheStandardThatHadBegun() {
        for (LocalDate day = LocalDate.of(2024, 7, 1);
                day.isBefore(LocalDate.of(2028, 7, 1));
                day = day.plusDays(1)) {
            LocalDate from =
                    day.isBefore(LocalDate.of(2025, 7, 1))
                            ? LocalDate.of(2024, 7, 1)
                            : LocalDate.of(2025, 7, 1);
            LocalDate rules =
                    day.isBefore(LocalDate.of(2025, 1, 1))
                            ? LocalDate.of(2024, 7, 1)
                            : LocalDate.of(2025, 1, 1);
            assertThat(STANDARDS.asOf(null, day))
                    .hasSize(22)
                    .allSatisfy(one -> assertThat(one.from()).isEqualTo(from));
            assertThat(RULES.asOf("150981000000", day).orElseThrow().from()).isEqualTo(rules);
        }
    }

    private static FamilySituation pensioner(long fen) {
        return new FamilySituation(
                "150902000000",
                "URBAN",
                LocalDate.of(2026, 11, 29),
                List.of(
                        new FamilySituation.Member(
                                MemberStanding.LIVING_TOGETHER,
                                65,
                                null,
                                null,
                                false,
                                false,
                                0,
                                List.of(
                                        new FamilySituation.Income(
                                                IncomeKind.PENSION,
                                                BigDecimal.valueOf(fen, 2).toPlainString())))),
                null,
                null);
    }

    private static Map<EligibilityKind, List<@Nullable Object>> verdicts(EligibilityResult result) {
        Map<EligibilityKind, List<@Nullable Object>> all = new TreeMap<>();
        for (EligibilityResult.Verdict one : result.kinds()) {
            List<@Nullable Object> pair = new ArrayList<>();
            pair.add(one.holds());
            pair.add(one.amount());
            all.put(one.kind(), pair);
        }
        return all;
    }
}
