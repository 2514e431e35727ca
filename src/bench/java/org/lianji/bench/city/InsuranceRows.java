package org.lianji.bench.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Social insurance: contributions and pensions. */
final class InsuranceRows implements Source {

    private final Today today;

    InsuranceRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Person person : kin.people()) {
            int age = today.age(person.birth());
            if (person.job().pensioner() && person.registered()) {
                pension(kin, person, rows, dice);
            } else if (person.alive() && age >= 18) {
                contributions(person, rows, dice);
            }
        }
    }

    private void contributions(Person person, Rows rows, Dice dice) {
        double wage = Math.clamp(person.work().income(), 4071, 20355);
        switch (person.job()) {
            case EMPLOYED -> {
                if (person.inCity() && dice.chance(0.85)) {
                    contribution(person, "EMPLOYEE_PENSION", wage, rows, dice);
                    contribution(person, "UNEMPLOYMENT", wage, rows, dice);
                    contribution(person, "WORK_INJURY", wage, rows, dice);
                }
            }
            case PUBLIC_SECTOR -> {
                contribution(person, "PUBLIC_SECTOR_PENSION", wage, rows, dice);
                contribution(person, "WORK_INJURY", wage, rows, dice);
            }
            case STUDENT, NONE -> {}
            default -> {
                if (person.registered() && dice.chance(person.inCity() ? 0.8 : 0.5)) {
                    resident(person, rows, dice);
                }
            }
        }
    }

    private void contribution(Person person, String scheme, double wage, Rows rows, Dice dice) {
        boolean late = dice.chance(0.04);
        YearMonth through = YearMonth.from(today.date()).minusMonths(late ? dice.between(4, 14) : 1);
        rows.add("RS02", person, today.lately(45, dice), person.work().since(),
                scheme, person.work().employer(), Text.yuan(wage), through, late ? "SUSPENDED" : "PAYING");
    }

    /** Residents choose one of the yearly tiers and pay once a year. */
    private void resident(Person person, Rows rows, Dice dice) {
        int year = today.date().getYear() - (dice.chance(0.12) ? 1 : 0);
        int tier = Integer.parseInt(Odds.of("200 60, 300 12, 500 12, 1000 10, 2000 6").draw(dice));
        YearMonth through = YearMonth.of(year, 12);
        LocalDate from = Today.later(person.birth().plusYears(16), LocalDate.of(2012, 1, 1));
        rows.add("RS02", person, today.lately(300, dice), from,
                "RESIDENT_PENSION", "", Text.yuan(tier / 12.0), through,
                year == today.date().getYear() ? "PAYING" : "SUSPENDED");
    }

    private void pension(Kin kin, Person person, Rows rows, Dice dice) {
        boolean resident = person.job() == Job.RESIDENT_PENSION;
        String scheme = switch (person.job()) {
            case EMPLOYEE_PENSION -> "EMPLOYEE";
            case PUBLIC_PENSION -> "PUBLIC_SECTOR";
            default -> "RESIDENT";
        };
        Optional<LocalDate> end = kin.paidUntil(person, today);
        YearMonth start = YearMonth.from(person.birth().plusYears(60)).plusMonths(1);
        if (resident && start.isBefore(YearMonth.of(2011, 7))) {
            start = YearMonth.of(2011, 7);
        }
        if (dice.chance(0.04) || start.isAfter(YearMonth.from(end.orElse(today.yesterday())))) {
            return;
        }
        int basic = today.age(person.birth()) >= 70 ? 245 : 225;
        double monthly = resident ? basic + dice.uniform(5, 130) : person.work().income();
        Row row = rows.addUntil(
                "RS03",
                person,
                end.map(day -> today.recorded(day, dice)).orElseGet(() -> today.lately(40, dice)),
                start.atDay(1),
                end,
                scheme,
                Text.yuan(monthly),
                Text.yuan(resident ? basic : monthly * 0.55),
                start,
                end.isPresent() ? "ENDED" : "PAYING");
        rows.paid(person, row);
    }
}
