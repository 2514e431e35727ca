package org.lianji.eligibility;

import org.jspecify.annotations.Nullable;
import org.lianji.eligibility.FamilySituation.Expenditure;
import org.lianji.eligibility.FamilySituation.Income;
import org.lianji.eligibility.FamilySituation.Member;
import org.lianji.eligibility.FamilySituation.Property;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Families near the lines, where rules are easily a fen off. */
final class RandomFamilies {

    private static final List<String> TYPES =
            List.of("VISUAL", "HEARING", "PHYSICAL", "INTELLECTUAL", "MENTAL");
    private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);

    private final Random random;
    private final List<LocalStandard> standards;

    RandomFamilies(Random random, List<LocalStandard> standards) {
        this.random = random;
        this.standards = standards;
    }

    FamilySituation next() {
        LocalStandard place = standards.get(random.nextInt(standards.size()));
        int size = 1 + random.nextInt(6);
        List<Member> members =
                IntStream.range(0, size).mapToObj(number -> member(number, place, size)).toList();
        return new FamilySituation(
                place.county(),
                place.area(),
                FIRST.plusDays(random.nextInt(1000)),
                members,
                chance(60) ? null : property(place, size),
                chance(50) ? null : expenditure());
    }

    private Member member(int number, LocalStandard place, int size) {
        @Nullable String type = chance(80) ? null : TYPES.get(random.nextInt(TYPES.size()));
        return new Member(
                number == 0 || chance(85)
                        ? MemberStanding.LIVING_TOGETHER
                        : MemberStanding.values()[random.nextInt(5)],
                chance(20)
                        ? List.of(15, 16, 17, 18, 59, 60, 69, 70).get(random.nextInt(8))
                        : random.nextInt(100),
                type,
                type == null ? null : "GRADE_" + (1 + random.nextInt(4)),
                chance(15),
                chance(20),
                chance(70) ? 0 : random.nextInt(5),
                chance(25) ? null : incomes(place));
    }

    private List<Income> incomes(LocalStandard place) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(
                        _ ->
                                new Income(
                                        IncomeKind.values()[
                                                random.nextInt(IncomeKind.values().length)],
                                        income(place)))
                .toList();
    }

    /** Often a year's standard or one and a half, sometimes a fen less or more. */
    private String income(LocalStandard place) {
        long fen =
                switch (random.nextInt(5)) {
                    case 0 -> place.monthly() * 12;
                    case 1 -> place.monthly() * 18;
                    case 2 -> place.monthly() * 12 + random.nextInt(3) - 1;
                    case 3 -> random.nextLong(place.monthly() * 30);
                    default -> random.nextLong(300) * 10_000;
                };
        return yuan(fen);
    }

    private Property property(LocalStandard place, int size) {
        long limit = place.monthly() * place.depositMonths() * size;
        return new Property(
                chance(20)
                        ? null
                        : yuan(
                                Math.max(
                                        0,
                                        limit
                                                + random.nextInt(3)
                                                - 1
                                                - (chance(50) ? place.monthly() : 0))),
                chance(85) ? 0 : 1,
                random.nextInt(3));
    }

    private Expenditure expenditure() {
        return new Expenditure(
                yuan(random.nextLong(8_000_000)),
                chance(50) ? null : yuan(random.nextLong(1_000_000)),
                chance(50) ? null : yuan(random.nextLong(1_000_000)),
                chance(80) ? null : yuan(random.nextLong(1_000_000)));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
