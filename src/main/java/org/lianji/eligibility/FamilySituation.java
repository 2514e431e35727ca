package org.lianji.eligibility;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * How a family lives, without saying who they are; amounts are in yuan, as they were written.
 *
 * @param county code of 12 digits of the county or of a place in it
 * @param area URBAN or RURAL
 * @param asOf the day whose standard and rules count; null for today
 * @param members everybody of whom there is something to say
 * @param property what they have; null for nothing
 * @param expenditure what they had to pay within twelve months; null for nothing
 */
public record FamilySituation(
        String county,
        String area,
        @Nullable LocalDate asOf,
        List<Member> members,
        @Nullable Property property,
        @Nullable Expenditure expenditure) {

    /**
     * @param standing how they stand to the family
     * @param age in whole years
     * @param disabilityType as on the certificate; null without one
     * @param disabilityGrade as on the certificate; null without one
     * @param seriouslyIll whether they have one of the illnesses that count as serious
     * @param fullTimeStudent whether they are at school the whole day
     * @param refusedOffers how many fitting jobs in a row they refused without a good reason
     * @param incomes within twelve months; null for none
     */
    public record Member(
            MemberStanding standing,
            int age,
            @Nullable String disabilityType,
            @Nullable String disabilityGrade,
            boolean seriouslyIll,
            boolean fullTimeStudent,
            int refusedOffers,
            @Nullable List<Income> incomes) {}

    /**
     * @param kind what it is
     * @param yearly how much within twelve months
     */
    public record Income(IncomeKind kind, String yearly) {}

    /**
     * @param deposits with banks and the like; null for none
     * @param vehicles motor vehicles that count
     * @param homes homes that count
     */
    public record Property(@Nullable String deposits, int vehicles, int homes) {}

    /**
     * @param medical paid themselves; null for none
     * @param education paid themselves; null for none
     * @param rehabilitation paid themselves; null for none
     * @param other what the county counts as well; null for none
     */
    public record Expenditure(
            @Nullable String medical,
            @Nullable String education,
            @Nullable String rehabilitation,
            @Nullable String other) {}
}
