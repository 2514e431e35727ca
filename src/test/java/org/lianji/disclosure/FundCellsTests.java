package org.lianji.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What was paid is told by village, and nobody is picked out of it. */
class FundCellsTests {

    private static final String COUNTY = "150924000000";
    private static final int LEAST = 10;

    private static FundCells.Paid paid(String village, long families) {
        return new FundCells.Paid(
                village, FundCells.Kind.MINIMUM_LIVING, families, families * 61_500);
    }

    private static String cells(FundCells.Paid... some) {
        return FundCells.of(COUNTY, List.of(some), Map.of()).stream()
                .map(
                        cell ->
                                "%s%s %d %d"
                                        .formatted(
                                                cell.region(),
                                                cell.rest() ? "+" : "",
                                                cell.families(),
                                                cell.amount()))
                .collect(Collectors.joining("; "));
    }

    @Test
    void tellsOfAVillageInWholeTensAndThousands() {
        assertThat(cells(paid("150924106001", 23), paid("150924106002", 14)))
                .isEqualTo("150924106001 20 14000; 150924106002 10 9000");
    }

    @Test
    void putsWhoAreTooFewTogether() {
        assertThat(
                        cells(
                                paid("150924106001", 23),
                                paid("150924106002", 4),
                                paid("150924106003", 9)))
                .isEqualTo("150924106000+ 10 8000; 150924106001 20 14000");
    }

    /** Else one could take the villages that are told from what all are known to have. */
    @Test
    void takesTheSmallestOfTheOthersWhereTheyAreTooFewTogether() {
        assertThat(
                        cells(
                                paid("150924106001", 23),
                                paid("150924106002", 4),
                                paid("150924106003", 15)))
                .isEqualTo("150924106000+ 10 12000; 150924106001 20 14000");
    }

    @Test
    void goesUpToTheCountyWhereAllOfATownshipIsTooSmall() {
        assertThat(
                        cells(
                                paid("150924106001", 4),
                                paid("150924107200", 12),
                                paid("150924107201", 31)))
                .isEqualTo("150924000000+ 40 29000");
        assertThat(
                        cells(
                                paid("150924106001", 4),
                                paid("150924107200", 12),
                                paid("150924100001", 7)))
                .isEqualTo("150924000000+ 10 7000; 150924107200 10 7000");
        assertThat(cells(paid("150924106001", 9))).isEmpty();
    }

    /** What was given somewhere in a township is no village's. */
    @Test
    void neverNamesATownshipAsAVillage() {
        assertThat(cells(paid("150924106000", 12), paid("150924106001", 12)))
                .isEqualTo("150924106000+ 10 7000; 150924106001 10 7000");
    }

    /** Each cell stands for ten families at least, and no family for two cells. */
    @Test
    void holdsForWhateverWasPaid() {
        Random dice = new Random(20);
        for (int round = 0; round < 2_000; round++) {
            Map<String, Long> exact = new HashMap<>();
            for (int i = dice.nextInt(12); i >= 0; i--) {
                exact.put(
                        "1509241%02d%03d".formatted(dice.nextInt(4), dice.nextInt(5)),
                        1L + dice.nextInt(25));
            }
            List<FundCells.Paid> some = new ArrayList<>();
            exact.forEach((village, families) -> some.add(paid(village, families)));
            List<FundCells.Cell> told = FundCells.of(COUNTY, some, Map.of());

            long all = exact.values().stream().mapToLong(Long::longValue).sum();
            assertThat(told.stream().mapToLong(FundCells.Cell::families).sum())
                    .isLessThanOrEqualTo(all);
            if (all >= LEAST) {
                assertThat(told).as("%s", exact).isNotEmpty();
            }
            Set<String> once = new HashSet<>();
            told.forEach(cell -> assertThat(once.add(cell.region())).as("%s", told).isTrue());
            told.forEach(cell -> held(exact, cell));
        }
    }

    private static void held(Map<String, Long> exact, FundCells.Cell cell) {
        assertThat(cell.families()).isGreaterThanOrEqualTo(LEAST);
        assertThat(cell.families() % LEAST).isZero();
        if (!cell.rest()) {
            assertThat(exact.get(cell.region())).isGreaterThanOrEqualTo(LEAST);
        }
    }
}
