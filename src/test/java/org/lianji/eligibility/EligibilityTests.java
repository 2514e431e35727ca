package org.lianji.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lianji.eligibility.Calculator.ELIGIBILITY;
import static org.lianji.eligibility.Calculator.STANDARDS;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianji.eligibility.EligibilityResult.Verdict;
import org.lianji.eligibility.FamilySituation.Income;
import org.lianji.eligibility.FamilySituation.Member;
import org.lianji.eligibility.FamilySituation.Property;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Cases at the edges, each worked out by hand. */
class EligibilityTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final String JINING = "150902000000";

    private static Member adult(String... pensions) {
        return member(44, null, false, false, 0, pensions);
    }

    private static Member member(
            int age,
            @Nullable String grade,
            boolean ill,
            boolean student,
            int refused,
            String... pensions) {
        return new Member(
                MemberStanding.LIVING_TOGETHER,
                age,
                grade == null ? null : "PHYSICAL",
                grade,
                ill,
                student,
                refused,
                Arrays.stream(pensions).map(one -> new Income(IncomeKind.PENSION, one)).toList());
    }

    private static EligibilityResult evaluate(@Nullable Property property, Member... members) {
        return ELIGIBILITY.evaluate(
                new FamilySituation(JINING, "URBAN", DAY, List.of(members), property, null));
    }

    private static EligibilityResult evaluate(Member... members) {
        return evaluate(null, members);
    }

    private static Verdict of(EligibilityResult result, EligibilityKind kind) {
        return result.kinds().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private static @Nullable Long living(Member... members) {
        return of(evaluate(members), EligibilityKind.MINIMUM_LIVING).amount();
    }

    /**
     * Three members with 10,000 a year: 815 × 3 − 833.33… = 1,611.66…, so 1,612. By the head first
     * it would be 815 − 277.77… = 537.22…, so 538 each and 1,614 together.
     */
    @Test
    void theFamilyIsRoundedOnceAndNotByTheHead() {
        assertThat(living(adult("10000.00"), adult(), adult())).isEqualTo(161_200);
    }

    @Test
    void aTwelfthIsExact() {
        assertThat(living(adult("9779.99"))).as("a fen a year below the line").isEqualTo(100);
        assertThat(living(adult("9780.00"))).as("on the line").isNull();
        assertThat(living(adult("3260.00"), adult("3260.00"), adult("3260.00")))
                .as("three times 271.66… are 815, and not a fen less")
                .isEqualTo(163_000);
    }

    @Test
    void threeRefusedJobsCutOneShareAndNoMore() {
        Member idle = member(30, null, false, false, 3);
        assertThat(living(idle, adult("10000.00"), adult()))
                .as("two thirds of 1,611.66… are 1,074.44…")
                .isEqualTo(107_500);
        assertThat(living(member(30, null, false, false, 2), adult("10000.00"), adult()))
                .isEqualTo(161_200);
        assertThat(living(member(30, null, false, true, 3), adult("10000.00"), adult()))
                .as("a student need not work")
                .isEqualTo(161_200);
        assertThat(living(idle)).as("nothing is left to pay").isEqualTo(0);
    }

    @Test
    void onePersonCountsOnceForWhatIsAdded() {
        assertThat(living(member(75, "GRADE_1", true, false, 0)))
                .as("815 and three tenths of it, not eight")
                .isEqualTo(81_500 + 24_450);
        assertThat(living(member(75, "GRADE_4", false, false, 0))).isEqualTo(81_500 + 16_300);
    }

    @Test
    void supportersAreNotCounted() {
        Member son =
                new Member(
                        MemberStanding.SUPPORTER,
                        40,
                        null,
                        null,
                        false,
                        false,
                        3,
                        List.of(new Income(IncomeKind.WAGE, "90000.00")));
        assertThat(living(adult(), son)).isEqualTo(81_500);
    }

    @Test
    void awardsAndHelpAreNoIncome() {
        Member decorated =
                new Member(
                        MemberStanding.LIVING_TOGETHER,
                        44,
                        null,
                        null,
                        false,
                        false,
                        0,
                        List.of(
                                new Income(IncomeKind.MERIT_BENEFIT, "9000.00"),
                                new Income(IncomeKind.BASIC_PENSION, "9000.00"),
                                new Income(IncomeKind.SOCIAL_ASSISTANCE, "9000.00"),
                                new Income(IncomeKind.SCHOLARSHIP, "9000.00")));
        assertThat(living(decorated)).isEqualTo(81_500);
    }

    @Test
    void aSeverelyDisabledMemberOfAMarginFamilyIsTakenInAlone() {
        EligibilityResult result =
                evaluate(member(30, "GRADE_2", false, false, 0), adult("24000.00"));
        assertThat(of(result, EligibilityKind.MARGIN_FAMILY).holds()).isTrue();
        assertThat(of(result, EligibilityKind.SINGLE_PERSON).amount()).isEqualTo(81_500 + 24_450);
        assertThat(
                        of(
                                        evaluate(
                                                member(30, "GRADE_2", false, false, 0),
                                                adult("29340.01")),
                                        EligibilityKind.SINGLE_PERSON)
                                .holds())
                .as("a fen above one and a half times the standard")
                .isFalse();
    }

    @Test
    void propertyAboveTheLimitIsToldAsTheOneThingToChange() {
        EligibilityResult result = evaluate(new Property("19560.01", 0, 1), adult());
        assertThat(of(result, EligibilityKind.MINIMUM_LIVING).holds()).isFalse();
        assertThat(result.whatIf())
                .extracting(one -> one.sentence().zh())
                .containsExactly("存款等金融资产由19560.01元变为19560元：符合最低生活保障，每月815.00元。");
        assertThat(evaluate(new Property("19560.01", 1, 1), adult()).whatIf())
                .as("two things at once are not one")
                .isEmpty();
    }

    @Test
    void ofSeveralValuesWithOneOutcomeTheNearestIsTold() {
        assertThat(evaluate(adult("9000.00")).whatIf())
                .extracting(
                        EligibilityResult.Alternative::step, EligibilityResult.Alternative::then)
                .containsExactly(
                        tuple("yearlyIncome", "9780"),
                        tuple("yearlyIncome", "14670.01"),
                        tuple("deposits", "19560.01"));
        assertThat(evaluate(adult("20000.00")).whatIf())
                .extracting(
                        EligibilityResult.Alternative::step, EligibilityResult.Alternative::then)
                .startsWith(tuple("yearlyIncome", "9779.99"), tuple("yearlyIncome", "14670"));
    }

    @Test
    void everyCountyHasAStandardNearTheAverageOfTheRegion() {
        List<LocalStandard> now = STANDARDS.asOf(null, DAY);
        assertThat(now).hasSize(22);
        for (LocalDate day : List.of(LocalDate.of(2024, 7, 1), DAY)) {
            assertThat(STANDARDS.asOf(null, day))
                    .allSatisfy(
                            one -> {
                                double average = one.area().equals("URBAN") ? 81_500 : 61_500;
                                assertThat(one.monthly() / average).isBetween(0.95, 1.05);
                            });
        }
        assertThat(STANDARDS.asOf(null, LocalDate.of(2024, 6, 30))).isEmpty();
    }
}
