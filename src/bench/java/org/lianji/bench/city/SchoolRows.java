package org.lianji.bench.city;

import java.time.LocalDate;

/** Education: who is enrolled, who drops out, where disabled children are taught. */
final class SchoolRows implements Source {

    private static final Odds FEES =
            Odds.of("PUBLIC_STANDARD 90, AFFORDABLE_PRIVATE 9, HIGH_FEE_PRIVATE 1");

    private final Today today;

    SchoolRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Person person : kin.people()) {
            if (person.alive() && person.inCity()) {
                person.school()
                        .filter(school -> !school.higher() || dice.chance(0.2))
                        .ifPresent(school -> enrolment(person, school, rows, dice));
                if (taughtAtHome(person)) {
                    String placement = dice.chance(0.7) ? "HOME_TEACHING" : "DEFERRED";
                    attendance(person, "NONE", placement, rows, dice);
                }
            }
        }
    }

    private boolean taughtAtHome(Person person) {
        int age = today.age(person.birth());
        return person.school().isEmpty()
                && person.health().severelyDisabled()
                && age >= 6
                && age < 16;
    }

    private void enrolment(Person person, School school, Rows rows, Dice dice) {
        boolean free = school.compulsory() || school.stage().equals("SPECIAL");
        Row row =
                rows.add(
                        "JY01",
                        person,
                        today.lately(60, dice),
                        school.enrolled(),
                        schoolCode(school, person.county(), dice),
                        school.stage(),
                        school.grade(),
                        school.state(),
                        school.boards(),
                        free ? "FREE" : FEES.draw(dice),
                        school.enrolled());
        boolean dropped = school.state().equals("DROPPED_OUT");
        if (dropped) {
            rows.risk(person, row, "dropped out of school");
        }
        if (dropped && dice.chance(0.6)) {
            attendance(person, "DROPPED_OUT", "", rows, dice);
        } else if (school.compulsory() && dice.chance(0.012)) {
            attendance(person, dice.chance(0.7) ? "AT_RISK" : "SUSPECTED", "", rows, dice);
        } else if (school.stage().equals("SPECIAL")) {
            attendance(person, "NONE", "SPECIAL_SCHOOL", rows, dice);
        } else if (person.health().severelyDisabled() && school.compulsory()) {
            attendance(person, "NONE", "INCLUSIVE_CLASS", rows, dice);
        }
    }

    /** Ten digits: kind of school, county, number. */
    private static String schoolCode(School school, County county, Dice dice) {
        int kind =
                switch (school.stage()) {
                    case "PRESCHOOL" -> 1;
                    case "PRIMARY" -> 2;
                    case "SPECIAL" -> 5;
                    case "JUNIOR_COLLEGE", "UNDERGRADUATE" -> 4;
                    default -> 3;
                };
        return kind + county.code() + (100 + dice.below(20));
    }

    private void attendance(Person person, String risk, String placement, Rows rows, Dice dice) {
        LocalDate last = today.lately(150, dice);
        Row row =
                rows.add(
                        "JY04",
                        person,
                        last,
                        last.minusDays(dice.between(5, 200)),
                        risk,
                        placement,
                        risk.equals("NONE") ? 0 : dice.between(1, 6),
                        last);
        if (!risk.equals("NONE")) {
            rows.risk(person, row, "at risk of dropping out");
        }
    }
}
