package org.lianji.eligibility;

import org.jspecify.annotations.Nullable;
import org.lianji.eligibility.FamilySituation.Income;
import org.lianji.eligibility.FamilySituation.Member;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The same rules, written from the page in plain whole numbers: income in hundredths of a fen a
 * year, so that a share of two decimals is whole too. Nothing here reads the rules' files.
 */
final class PlainCalculation {

    /** Hundredths of a fen in a yuan. */
    private static final long YUAN = 10_000;

    private static final Set<IncomeKind> COUNTED =
            Set.of(
                    IncomeKind.BUSINESS,
                    IncomeKind.ASSETS,
                    IncomeKind.PENSION,
                    IncomeKind.MAINTENANCE,
                    IncomeKind.OTHER_TRANSFER);

    private final LocalStandard standard;
    private final boolean rigidIsKnown;
    private final FamilySituation family;
    private final List<Member> counted = new ArrayList<>();
    private final long lineOfYear;
    private long year;

    PlainCalculation(LocalStandard standard, FamilySituation family, LocalDate day) {
        this.standard = standard;
        this.family = family;
        this.rigidIsKnown = day.getYear() >= 2025;
        for (Member one : family.members()) {
            if (one.standing() == MemberStanding.LIVING_TOGETHER) {
                counted.add(one);
                year += income(one);
            }
        }
        this.lineOfYear = standard.monthly() * 100 * 12 * counted.size();
    }

    /** {@return by kind what is met; the amount in fen, or null} */
    Map<EligibilityKind, List<@Nullable Object>> verdicts() {
        Map<EligibilityKind, List<@Nullable Object>> all = new TreeMap<>();
        boolean living = year < lineOfYear && propertyFits();
        boolean margin = year >= lineOfYear && 2 * year <= 3 * lineOfYear && propertyFits();
        long single = margin ? singles() : 0;
        boolean anySingle = margin && counted.stream().anyMatch(this::alone);
        all.put(EligibilityKind.MINIMUM_LIVING, pair(living, living ? amount() : null));
        all.put(EligibilityKind.SINGLE_PERSON, pair(anySingle, anySingle ? single : null));
        all.put(EligibilityKind.MARGIN_FAMILY, pair(margin, null));
        if (rigidIsKnown) {
            all.put(EligibilityKind.RIGID_EXPENDITURE, pair(!living && !margin && rigid(), null));
        }
        return all;
    }

    private static List<@Nullable Object> pair(boolean holds, @Nullable Long amount) {
        List<@Nullable Object> pair = new ArrayList<>();
        pair.add(holds);
        pair.add(amount);
        return pair;
    }

    private long income(Member one) {
        long wages = 0;
        long rest = 0;
        for (Income income : one.incomes() == null ? List.<Income>of() : one.incomes()) {
            if (income.kind() == IncomeKind.WAGE) {
                wages += fen(income.yearly());
            } else if (COUNTED.contains(income.kind())) {
                rest += fen(income.yearly());
            }
        }
        return wages * (100 - hundredths(standard.wageDeduction())) + rest * 100;
    }

    /** The difference of the year, without cut shares, a twelfth of it up to the yuan. */
    private long amount() {
        long refusers = counted.stream().filter(PlainCalculation::refuses).count();
        long difference = (lineOfYear - year) * (counted.size() - refusers);
        return yuanUp(difference, 12L * counted.size()) * 100 + uplifts(counted);
    }

    private long singles() {
        long fen = 0;
        for (Member one : counted) {
            if (alone(one)) {
                fen += yuanUp(standard.monthly() * 100 * 12 - income(one), 12) * 100;
                fen += uplifts(List.of(one));
            }
        }
        return fen;
    }

    private boolean alone(Member one) {
        return (severe(one) || one.seriouslyIll()) && income(one) < standard.monthly() * 100 * 12;
    }

    private static long yuanUp(long part, long of) {
        return (part + of * YUAN - 1) / (of * YUAN);
    }

    private long uplifts(List<Member> some) {
        long fen = 0;
        for (Member one : some) {
            long share = 0;
            if (one.age() >= standard.oldAge()) {
                share = Math.max(share, hundredths(standard.oldUplift()));
            }
            if (one.age() <= 17) {
                share = Math.max(share, hundredths(standard.minorUplift()));
            }
            if (severe(one)) {
                share = Math.max(share, hundredths(standard.severelyDisabledUplift()));
            }
            if (one.seriouslyIll()) {
                share = Math.max(share, hundredths(standard.seriouslyIllUplift()));
            }
            fen += standard.monthly() * share / 100;
        }
        return fen;
    }

    private static boolean severe(Member one) {
        if (one.disabilityGrade() == null) {
            return false;
        }
        return switch (one.disabilityGrade()) {
            case "GRADE_1", "GRADE_2" -> true;
            case "GRADE_3" ->
                    "MENTAL".equals(one.disabilityType())
                            || "INTELLECTUAL".equals(one.disabilityType());
            default -> false;
        };
    }

    private static boolean refuses(Member one) {
        boolean mayWork =
                one.age() >= 16
                        && one.age() <= 59
                        && !one.fullTimeStudent()
                        && !severe(one)
                        && !one.seriouslyIll();
        return mayWork && one.refusedOffers() > 2;
    }

    private boolean propertyFits() {
        if (family.property() == null) {
            return true;
        }
        long most = standard.monthly() * standard.depositMonths() * counted.size();
        return fen(family.property().deposits()) <= most
                && family.property().vehicles() <= standard.vehicles()
                && family.property().homes() <= standard.homes();
    }

    private boolean rigid() {
        long spent = standard.monthly() * 12 * counted.size();
        if (family.expenditure() != null) {
            spent += fen(family.expenditure().medical());
            spent += fen(family.expenditure().education());
            spent += fen(family.expenditure().rehabilitation());
            spent += fen(family.expenditure().other());
        }
        return year < standard.disposableIncome() * 100 * counted.size()
                && propertyFits()
                && spent * 100 * 100 > year * hundredths(standard.rigidShare());
    }

    private static long hundredths(BigDecimal share) {
        return share.movePointRight(2).longValueExact();
    }

    private static long fen(@Nullable String yuan) {
        return yuan == null ? 0 : new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
