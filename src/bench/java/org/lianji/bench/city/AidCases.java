package org.lianji.bench.city;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What should not be beside help that runs, and what only looks like it. */
final class AidCases {

    private static final String CAR = "SMALL_PASSENGER";
    private static final String OWN = "NON_COMMERCIAL";

    private AidCases() {}

    /** Of families on the allowance. */
    static List<Case> ofAllowance(PropertyRows property, BusinessRows business) {
        return List.of(
                found("R204", "a car", (at, one) -> car(property, at, one, CAR, OWN, 65_000)),
                alike(
                        "R204",
                        "an adapted car",
                        (at, one) -> car(property, at, one, CAR, "DISABLED_MOBILITY", 65_000)),
                alike(
                        "R204",
                        "a three-wheeled tractor",
                        (at, one) -> car(property, at, one, "THREE_WHEELER", OWN, 38_000)),
                found("R205", "two homes", (at, one) -> homes(at, one, 1)),
                alike("R205", "a share of a home, inherited", (at, one) -> homes(at, one, 0.25)),
                found("R206", "a company", (at, one) -> company(business, at, one, "ACTIVE")),
                alike(
                        "R206",
                        "a company struck off",
                        (at, one) -> company(business, at, one, "CANCELLED")),
                alike("R206", "a company of a namesake", AidCases::namesake),
                found("R207", "a wage", (at, one) -> at.insurance(one, 12_000, "PAYING")),
                alike("R207", "a wage that ended", (at, one) -> at.insurance(one, 12_000, "ENDED")),
                found("R208", "a pension", (at, one) -> at.pension(one, 6200)),
                alike("R208", "a small pension", (at, one) -> at.pension(one, 700)),
                found("R209", "deposits", (at, one) -> at.check(one, 90, 130_000, 0, "TO_VERIFY")),
                alike(
                        "R209",
                        "a compensation, paid once",
                        (at, one) -> at.check(one, 90, 52_000, 90_000, "TO_VERIFY")),
                found("R210", "a provident fund", (at, one) -> at.fund(one, 58_000, "NORMAL")),
                alike("R210", "a small fund", (at, one) -> at.fund(one, 21_000, "NORMAL")),
                found(
                        "R212",
                        "three offers refused",
                        (at, one) -> at.job(one, "UNEMPLOYED", 90, 3)),
                alike("R212", "an offer refused", (at, one) -> at.job(one, "UNEMPLOYED", 90, 1)),
                found(
                        "R302",
                        "counted in two households",
                        (at, one) -> at.allowance(List.of(one), "ACTIVE", 500, 0)),
                alike(
                        "R302",
                        "counted in another until last year",
                        (at, one) -> at.allowance(List.of(one), "STOPPED", 1500, 400)),
                found("R306", "a member dead, and still counted", AidCases::dead),
                found("R403", "no living subsidy", (at, one) -> at.card(one, 3, "VALID", -900)),
                alike(
                        "R403",
                        "the living subsidy",
                        (at, one) -> {
                            at.card(one, 3, "VALID", -900);
                            at.subsidy(one, "MZ08", "LIVING");
                        }));
    }

    /** Of others: the help comes with the case. */
    static List<Case> ofOthers(PropertyRows property) {
        return List.of(
                found("R201", "dead, and a pension paid", (at, one) -> paid(at, one, "WJ01")),
                found("R202", "cremated, and a pension paid", (at, one) -> paid(at, one, "MZ11")),
                found("R203", "cancelled, and a pension paid", (at, one) -> paid(at, one, "GA02")),
                alike("R201", "a namesake dead", (at, one) -> paid(at, one, "")),
                alike(
                        "R204",
                        "a family in its gradual exit, with a car",
                        (at, one) -> {
                            at.allowance(at.people(), "GRADUAL_EXIT", 900, 0);
                            car(property, at, one, CAR, OWN, 65_000);
                        }),
                found(
                        "R301",
                        "in extreme hardship and on the allowance",
                        (at, one) -> {
                            at.hardship(one);
                            at.allowance(List.of(one), "ACTIVE", 400, 0);
                        }),
                alike(
                        "R301",
                        "in extreme hardship after the allowance",
                        (at, one) -> {
                            at.hardship(one);
                            at.allowance(List.of(one), "STOPPED", 1500, 600);
                        }),
                found(
                        "R303",
                        "cremated, and insured",
                        (at, one) -> {
                            at.cremation(one, 200);
                            at.insurance(one, 5000, "PAYING");
                        }),
                alike(
                        "R303",
                        "cremated last month, and insured",
                        (at, one) -> {
                            at.cremation(one, 30);
                            at.insurance(one, 5000, "PAYING");
                        }),
                found("R304", "two nursing subsidies", (at, one) -> nursed(at, one, "NURSING")),
                alike(
                        "R304",
                        "a nursing subsidy, and one for great age",
                        (at, one) -> nursed(at, one, "ADVANCED_AGE")),
                found("R305", "a certificate that lapsed", (at, one) -> lapsed(at, one, false)),
                alike("R305", "a certificate renewed", (at, one) -> lapsed(at, one, true)));
    }

    private static Case found(String rule, String what, BiConsumer<CaseStage, Person> records) {
        return Case.found(rule, what, at -> on(at, records));
    }

    private static Case alike(String rule, String what, BiConsumer<CaseStage, Person> records) {
        return Case.alike(rule, what, at -> on(at, records));
    }

    /** A grown-up of whom few records stand in the way. */
    private static Optional<Person> on(CaseStage at, BiConsumer<CaseStage, Person> records) {
        Predicate<Person> fit =
                one ->
                        at.age(one) >= 20
                                && at.age(one) < 60
                                && !NeedCases.disabled(one)
                                && !at.rows().has(one, "RS01")
                                && !at.rows().has(one, "MZ02");
        Optional<Person> one = at.anyone(fit);
        one.ifPresent(person -> records.accept(at, person));
        return one;
    }

    private static void car(
            PropertyRows property,
            CaseStage at,
            Person one,
            String type,
            String usage,
            double value) {
        property.car(one, type, usage, value, "NORMAL", at.rows(), at.dice());
    }

    private static void homes(CaseStage at, Person one, double share) {
        if (!at.rows().has(one, "ZR01") || share == 1) {
            at.dwelling(one, 1);
        }
        at.dwelling(one, share);
    }

    private static void company(BusinessRows business, CaseStage at, Person one, String state) {
        business.entity(
                at.kin(), one, "LIMITED_COMPANY", "SHAREHOLDER", state, at.rows(), at.dice());
    }

    private static void namesake(CaseStage at, Person one) {
        at.rows()
                .anyone(
                        "SJ01",
                        at.namesake(one),
                        one.name(),
                        at.ago(90),
                        at.ago(100),
                        Optional.empty(),
                        UnifiedCodes.of(
                                UnifiedCodes.COMPANY,
                                one.county().code(),
                                9_000_000 + at.kin().no()),
                        one.name().substring(0, 1) + "氏商贸有限责任公司",
                        "LIMITED_COMPANY",
                        "SHAREHOLDER",
                        Text.yuan(500_000),
                        "ACTIVE",
                        at.ago(100));
    }

    private static void dead(CaseStage at, Person one) {
        at.certificate(one, 200);
    }

    private static void paid(CaseStage at, Person one, String sign) {
        at.pension(one, 1800);
        switch (sign) {
            case "WJ01" -> at.certificate(one, 200);
            case "MZ11" -> at.cremation(one, 200);
            case "GA02" -> at.cancelled(one, 200);
            default -> at.death(at.namesake(one), one.name(), 200);
        }
    }

    private static void nursed(CaseStage at, Person one, String kind) {
        at.card(one, 2, "VALID", -900);
        at.subsidy(one, "MZ08", "NURSING");
        at.subsidy(one, "MZ09", kind);
    }

    private static void lapsed(CaseStage at, Person one, boolean renewed) {
        at.card(one, 2, "EXPIRED", 100);
        at.subsidy(one, "MZ08", "NURSING");
        if (renewed) {
            at.card(one, 2, "VALID", -3500);
        }
    }
}
