package org.lianji.eligibility;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How a family lives, as surveyors state it at the door: only what the library doesn't tell. What
 * they say of amounts comes on top of what is known.
 *
 * @param area URBAN or RURAL
 * @param members each once, the applicant among them
 * @param property beside what is known
 * @param expenditure beside what is known
 */
public record StatedSituation(
        String area,
        List<Member> members,
        FamilySituation.@Nullable Property property,
        FamilySituation.@Nullable Expenditure expenditure) {

    public StatedSituation {
        members = List.copyOf(members);
    }

    /**
     * @param person token; an ID number as long as nobody was looked up by it
     * @param age in whole years; null where the library tells it
     * @param incomes beside those that are known
     */
    public record Member(
            String person,
            MemberStanding standing,
            @Nullable Integer age,
            @Nullable String disabilityType,
            @Nullable String disabilityGrade,
            boolean seriouslyIll,
            boolean fullTimeStudent,
            int refusedOffers,
            @Nullable List<FamilySituation.Income> incomes) {

        public List<FamilySituation.Income> stated() {
            return Objects.requireNonNullElse(incomes, List.of());
        }

        /** {@return the same, of the person with that token} */
        public Member named(String token) {
            return new Member(
                    token,
                    standing,
                    age,
                    disabilityType,
                    disabilityGrade,
                    seriouslyIll,
                    fullTimeStudent,
                    refusedOffers,
                    incomes);
        }

        /** {@return the same, at that age} */
        public Member aged(int years) {
            return new Member(
                    person,
                    standing,
                    years,
                    disabilityType,
                    disabilityGrade,
                    seriouslyIll,
                    fullTimeStudent,
                    refusedOffers,
                    incomes);
        }

        public boolean counts() {
            return standing == MemberStanding.LIVING_TOGETHER;
        }
    }

    /** {@return the same, of members that are others} */
    public StatedSituation with(UnaryOperator<Member> other) {
        return new StatedSituation(
                area, members.stream().map(other).toList(), property, expenditure);
    }

    /** {@return tokens of all of them} */
    public List<String> persons() {
        return members.stream().map(Member::person).toList();
    }

    /** {@return tokens of those who count as the family} */
    public List<String> counted() {
        return members.stream().filter(Member::counts).map(Member::person).toList();
    }
}
