package org.lianji.eligibility;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.lianji.items.ItemType;
import org.lianji.items.ParsedValue;
import org.lianji.items.Values;
import org.lianji.platform.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A family's situation as expressions read it: checked, and within limits. */
final class SituationValues {

    private static final int MOST_MEMBERS = 30;
    private static final int MOST_INCOMES = 20;
    private static final int OLDEST = 150;
    private static final int MOST_THINGS = 1000;
    private static final long MOST_YUAN = 1_000_000_000;

    private final Values values;

    SituationValues(Values values) {
        this.values = values;
    }

    /**
     * {@return the situation, by the names that rules use}
     *
     * @throws Problem an {@link EligibilityCode}, where it is none
     */
    Map<String, Object> of(FamilySituation situation) {
        List<FamilySituation.Member> members = situation.members();
        few("members", members.size(), MOST_MEMBERS);
        if (members.stream().noneMatch(one -> one.standing() == MemberStanding.LIVING_TOGETHER)) {
            throw new Problem(EligibilityCode.NOBODY_COUNTED);
        }
        List<Map<String, Object>> each = new ArrayList<>();
        for (int number = 0; number < members.size(); number++) {
            each.add(member("members[%d]".formatted(number), members.get(number)));
        }
        return Map.of(
                Vocabulary.MEMBERS,
                each,
                Vocabulary.PROPERTY,
                property(situation.property()),
                Vocabulary.EXPENDITURE,
                expenditure(situation.expenditure()));
    }

    private Map<String, Object> member(String place, FamilySituation.Member one) {
        if ((one.disabilityType() == null) != (one.disabilityGrade() == null)) {
            throw new Problem(EligibilityCode.DISABILITY_IN_PART);
        }
        return Map.of(
                "standing", one.standing().name(),
                "age", whole(place + ".age", one.age(), OLDEST),
                "disabilityType", Objects.requireNonNullElse(one.disabilityType(), ""),
                "disabilityGrade", Objects.requireNonNullElse(one.disabilityGrade(), ""),
                "seriouslyIll", one.seriouslyIll(),
                "fullTimeStudent", one.fullTimeStudent(),
                "refusedOffers", whole(place + ".refusedOffers", one.refusedOffers(), MOST_THINGS),
                "incomes", incomes(place + ".incomes", one.incomes()));
    }

    private List<Map<String, Object>> incomes(
            String place, @Nullable List<FamilySituation.Income> some) {
        List<FamilySituation.Income> incomes = some == null ? List.of() : some;
        few(place, incomes.size(), MOST_INCOMES);
        List<Map<String, Object>> each = new ArrayList<>();
        for (FamilySituation.Income one : incomes) {
            each.add(
                    Map.of(
                            "kind",
                            one.kind().name(),
                            "yearly",
                            money("%s[%d].yearly".formatted(place, each.size()), one.yearly())));
        }
        return each;
    }

    private Map<String, Object> property(FamilySituation.@Nullable Property some) {
        FamilySituation.Property one =
                some == null ? new FamilySituation.Property(null, 0, 0) : some;
        return Map.of(
                "deposits", money("property.deposits", one.deposits()),
                "vehicles", whole("property.vehicles", one.vehicles(), MOST_THINGS),
                "homes", whole("property.homes", one.homes(), MOST_THINGS));
    }

    private Map<String, Object> expenditure(FamilySituation.@Nullable Expenditure some) {
        FamilySituation.Expenditure one =
                some == null ? new FamilySituation.Expenditure(null, null, null, null) : some;
        return Map.of(
                "medical", money("expenditure.medical", one.medical()),
                "education", money("expenditure.education", one.education()),
                "rehabilitation", money("expenditure.rehabilitation", one.rehabilitation()),
                "other", money("expenditure.other", one.other()));
    }

    private static void few(String place, int size, int most) {
        if (size > most) {
            throw new Problem(
                    EligibilityCode.SITUATION_TOO_LARGE, Map.of("place", place, "max", most));
        }
    }

    private static long whole(String place, int value, int most) {
        if (value < 0 || value > most) {
            throw outside(place, most);
        }
        return value;
    }

    private BigFraction money(String place, @Nullable String text) {
        if (text == null) {
            return BigFraction.ZERO;
        }
        if (values.parse(ItemType.Scalar.MONEY, text) instanceof ParsedValue.Valid(Long fen)
                && fen >= 0
                && fen <= MOST_YUAN * 100) {
            return Decimals.ofFen(fen);
        }
        throw outside(place, MOST_YUAN);
    }

    private static Problem outside(String place, long most) {
        return new Problem(
                EligibilityCode.SITUATION_VALUE, Map.of("place", place, "min", 0, "max", most));
    }
}
