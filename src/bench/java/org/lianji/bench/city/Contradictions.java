package org.lianji.bench.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Plants what should not be, after everything else is known of the kin, and writes down where. */
final class Contradictions implements Source {

    private static final double CARS = 0.018;
    private static final double SHARES = 0.014;

    private final Today today;
    private final Regions regions;
    private final PropertyRows property;
    private final BusinessRows business;

    Contradictions(Today today, Regions regions) {
        this.today = today;
        this.regions = regions;
        this.property = new PropertyRows(today);
        this.business = new BusinessRows(today);
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            List<Person> adults =
                    family.living().stream()
                            .filter(person -> today.age(person.birth()) >= 20)
                            .toList();
            if (!adults.isEmpty()) {
                rows.allowance(family)
                        .ifPresent(
                                allowance ->
                                        wealthy(
                                                kin,
                                                family,
                                                dice.pick(adults),
                                                allowance,
                                                rows,
                                                dice));
                twice(family, family.applicant(today), rows, dice);
            }
        }
        afterDeath(kin, rows);
    }

    private void wealthy(
            Kin kin, Family family, Person owner, Row allowance, Rows rows, Dice dice) {
        if (dice.chance(CARS)) {
            int value = 1000 * dice.between(65, 180);
            Row car =
                    property.car(
                            owner,
                            "SMALL_PASSENGER",
                            "NON_COMMERCIAL",
                            value,
                            "NORMAL",
                            rows,
                            dice);
            rows.plant(
                    Planted.Kind.CAR_WITH_ALLOWANCE,
                    owner,
                    family.no(),
                    allowance.no() + ";" + car.no(),
                    "A family on the allowance owns a car worth " + value + ".00");
        } else if (dice.chance(SHARES) && !rows.has(owner, "SJ01")) {
            String role = dice.chance(0.7) ? "SHAREHOLDER" : "LEGAL_REPRESENTATIVE";
            Row share = business.entity(kin, owner, "LIMITED_COMPANY", role, "ACTIVE", rows, dice);
            rows.plant(
                    Planted.Kind.COMPANY_SHARE_WITH_ALLOWANCE,
                    owner,
                    family.no(),
                    allowance.no() + ";" + share.no(),
                    "A family on the allowance holds a company of capital " + share.items().get(4));
        }
    }

    /** The same need met by two that exclude each other. */
    private void twice(Family family, Person person, Rows rows, Dice dice) {
        boolean extreme = family.aid().kind() == AidKind.EXTREME;
        if (extreme && dice.chance(0.012)) {
            Row second = secondAllowance(person, family.county(), rows, dice);
            plantTwice(
                    family,
                    person,
                    "MZ02",
                    second,
                    "Extreme-hardship support and the allowance",
                    rows);
        } else if (rows.allowance(family).isPresent() && person.alive() && dice.chance(0.006)) {
            Row first = rows.allowance(family).orElseThrow();
            Row second = secondAllowance(person, dice.pick(regions.counties()), rows, dice);
            rows.plant(
                    Planted.Kind.DOUBLE_HELP,
                    person,
                    family.no(),
                    first.no() + ";" + second.no(),
                    "Counted in two households on the allowance");
        } else if (person.job() == Job.RESIDENT_PENSION
                && rows.has(person, "RS03")
                && dice.chance(0.002)) {
            YearMonth start = YearMonth.from(today.ago(dice.between(200, 900)));
            Row second =
                    rows.add(
                            "RS03",
                            person,
                            today.lately(40, dice),
                            start.atDay(1),
                            "EMPLOYEE",
                            Text.yuan(dice.uniform(1900, 2900)),
                            Text.yuan(1150),
                            start,
                            "PAYING");
            rows.plant(
                    Planted.Kind.DOUBLE_HELP,
                    person,
                    family.no(),
                    second.no(),
                    "Draws a resident's and an employee's pension");
        }
    }

    private void plantTwice(
            Family family, Person person, String category, Row second, String what, Rows rows) {
        String first = rows.last(person, category).map(row -> row.no() + ";").orElse("");
        rows.plant(Planted.Kind.DOUBLE_HELP, person, family.no(), first + second.no(), what);
    }

    private Row secondAllowance(Person person, County county, Rows rows, Dice dice) {
        YearMonth start = YearMonth.from(today.ago(dice.between(100, 900)));
        String household = "F" + county.code() + "9" + person.hukou().no().substring(7);
        return rows.add(
                "MZ01",
                person,
                today.lately(40, dice),
                start.atDay(1),
                household,
                person.id(),
                person.rural() ? "RURAL" : "URBAN",
                1,
                Text.yuan(dice.between(200, 600)),
                "TOP_UP",
                "",
                start,
                "MONTHS_12",
                "ACTIVE",
                "");
    }

    private void afterDeath(Kin kin, Rows rows) {
        rows.paidAfterDeath()
                .forEach(
                        (index, records) -> {
                            Person person = kin.people().get(index);
                            LocalDate died = person.being().died();
                            rows.plant(
                                    Planted.Kind.PAID_AFTER_DEATH,
                                    person,
                                    kin.familyOf(person).no(),
                                    String.join(";", records),
                                    "Died on " + died + ", still paid");
                        });
    }
}
