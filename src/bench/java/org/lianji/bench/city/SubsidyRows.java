package org.lianji.bench.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Subsidies for the disabled and for the old. */
final class SubsidyRows implements Source {

    private static final Odds KINDS = Odds.of("CARE_SERVICE 55, NURSING 30, COMPREHENSIVE 15");

    private final Today today;

    SubsidyRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            for (Person person : family.members()) {
                if (person.registered()) {
                    person.health().disability().ifPresent(disability ->
                            disabled(kin, family, person, disability, rows, dice));
                    old(kin, family, person, rows, dice);
                }
            }
        }
    }

    private void disabled(
            Kin kin, Family family, Person person, Disability card, Rows rows, Dice dice) {
        if (card.severe() && dice.chance(person.inCity() ? 0.86 : 0.7)) {
            subsidy(kin, person, card, "NURSING", card.grade() == 1 ? 120 : 105, rows, dice);
        }
        boolean poor = family.aid().dibao() || family.aid().kind() == AidKind.MARGIN;
        if (poor && dice.chance(0.92)) {
            subsidy(kin, person, card, "LIVING", 105, rows, dice);
        }
    }

    private void subsidy(
            Kin kin, Person person, Disability card, String kind, double amount, Rows rows, Dice dice) {
        YearMonth start = YearMonth.from(card.issued()).plusMonths(1);
        Optional<LocalDate> end = kin.paidUntil(person, today);
        Row row = rows.addUntil(
                "MZ08",
                person,
                end.map(day -> today.recorded(day, dice)).orElseGet(() -> today.lately(40, dice)),
                start.atDay(1),
                end,
                kind,
                Text.yuan(amount),
                card.certificate(person.id()),
                start,
                end.isPresent() ? "STOPPED" : "PAYING");
        rows.paid(person, row);
    }

    private void old(Kin kin, Family family, Person person, Rows rows, Dice dice) {
        int age = today.age(person.birth());
        if (age >= 80 && dice.chance(0.93)) {
            YearMonth start = YearMonth.from(person.birth().plusYears(80)).plusMonths(1);
            old(kin, person, "ADVANCED_AGE", age >= 100 ? 600 : age >= 90 ? 200 : 100, start, rows, dice);
        }
        boolean poor = family.aid().dibao() || family.aid().kind() == AidKind.EXTREME;
        if (age >= 62 && poor && dice.chance(0.22)) {
            YearMonth start = YearMonth.from(today.ago(dice.between(40, 600)));
            old(kin, person, KINDS.draw(dice), 100 + 50 * dice.below(3), start, rows, dice);
        }
    }

    private void old(
            Kin kin, Person person, String kind, double amount, YearMonth start, Rows rows, Dice dice) {
        Optional<LocalDate> end = kin.paidUntil(person, today);
        if (start.isAfter(YearMonth.from(end.orElse(today.yesterday())))) {
            return;
        }
        boolean weak = today.age(person.birth()) >= 85 || person.health().unableToWork();
        Row row = rows.addUntil(
                "MZ09",
                person,
                end.map(day -> today.recorded(day, dice)).orElseGet(() -> today.lately(40, dice)),
                start.atDay(1),
                end,
                kind,
                dice.pick(weak ? new String[] {"MILD", "MODERATE", "SEVERE"} : new String[] {"INTACT", "MILD"}),
                Text.yuan(amount),
                kind.equals("ADVANCED_AGE") ? "" : HardshipRows.careHome(person.county(), dice),
                start,
                end.isPresent() ? "STOPPED" : "PAYING");
        rows.paid(person, row);
    }
}
