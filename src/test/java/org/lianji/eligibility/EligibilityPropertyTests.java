package org.lianji.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.eligibility.Calculator.ELIGIBILITY;
import static org.lianji.eligibility.Calculator.STANDARDS;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
