package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Education: enrolment, pupils in hardship, aid, dropping out. */
final class SchoolRows implements Source {

    private static final Odds FEES = Odds.of("PUBLIC_STANDARD 90, AFFORDABLE_PRIVATE 9, HIGH_FEE_PRIVATE 1");
    private static final Map<String, String> STAGE_DIGITS = Map.of(
            "PRESCHOOL", "1", "PRIMARY", "2", "JUNIOR_SECONDARY", "3", "SENIOR_SECONDARY", "3",
            "SECONDARY_VOCATIONAL", "3", "SPECIAL", "5", "JUNIOR_COLLEGE", "4", "UNDERGRADUATE", "4");

    private final Today today;

    SchoolRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            for (Person person : family.living()) {
                person.school().ifPresent(school -> pupil(family, person, school, rows, dice));
                boolean taughtAtHome = person.school().isEmpty()
                        && person.health().severelyDisabled()
                        && today.age(person.birth()) >= 6
                        && today.age(person.birth()) < 16;
                if (taughtAtHome && person.inCity()) {
                    attendance(person, "NONE", dice.chance(0.7) ? "HOME_TEACHING" : "DEFERRED", rows, dice);
                }
            }
        }
    }

    private void pupil(Family family, Person person, School school, Rows rows, Dice dice) {
        boolean here = person.inCity() && (!school.higher() || dice.chance(0.2));
        if (here) {
            enrolment(person, school, rows, dice);
        }
        boolean poor = family.registered() && school.attending() && (here || school.higher());
        difficulty(family, person).filter(type -> poor && dice.chance(0.85)).ifPresent(type -> {
            LocalDate autumn = LocalDate.of(today.schoolYear(), 10, 8).plusDays(dice.between(0, 25));
            LocalDate day = Today.earlier(autumn, today.yesterday());
            String level = type.equals("DIBAO") || type.equals("ORPHAN") ? "SEVERE" : "MODERATE";
            rows.add("JY02", person, Today.earlier(day.plusDays(3), today.yesterday()), day,
                    type, level, year(), day);
            aid(person, school, rows, dice);
        });
        if (school.higher() && !here && person.inCity() && family.incomeAHead() < 2200 && dice.chance(0.3)) {
            paid(person, "STUDENT_LOAN", 1, 8000 + 1000 * dice.below(9), rows, dice);
        }
    }

    private void enrolment(Person person, School school, Rows rows, Dice dice) {
        Row row = rows.add(
                "JY01",
                person,
                today.lately(60, dice),
                school.enrolled(),
                STAGE_DIGITS.get(school.stage()) + person.county().code() + "0" + (100 + dice.below(20)),
                school.stage(),
                school.grade(),
                school.state(),
                school.boards(),
                school.compulsory() || school.stage().equals("SPECIAL") ? "FREE" : FEES.draw(dice),
                school.enrolled());
        boolean dropped = school.state().equals("DROPPED_OUT");
        if (dropped) {
            rows.risk(person, row, "dropped out of school");
        }
        if (dropped && dice.chance(0.6)) {
            attendance(person, "DROPPED_OUT", "", rows, dice);
        } else if (school.compulsory() && dice.chance(0.006)) {
            attendance(person, dice.chance(0.7) ? "AT_RISK" : "SUSPECTED", "", rows, dice);
        } else if (school.stage().equals("SPECIAL")) {
            attendance(person, "NONE", "SPECIAL_SCHOOL", rows, dice);
        } else if (person.health().severelyDisabled() && school.compulsory()) {
            attendance(person, "NONE", "INCLUSIVE_CLASS", rows, dice);
        }
    }

    private void attendance(Person person, String risk, String placement, Rows rows, Dice dice) {
        LocalDate last = today.lately(150, dice);
        Row row = rows.add(
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

    private static Optional<String> difficulty(Family family, Person person) {
        boolean noParents =
                person.being().father() == Being.NOBODY && person.being().mother() == Being.NOBODY;
        return switch (family.aid().kind()) {
            case DIBAO -> Optional.of("DIBAO");
            case EXTREME -> Optional.of("EXTREME_HARDSHIP");
            case MARGIN -> Optional.of("DIBAO_MARGIN");
            case RIGID -> Optional.of("RIGID_EXPENDITURE");
            case NONE, FORMER, REFUSED -> family.aid().watched() ? Optional.of("POVERTY_RETURN")
                    : noParents ? Optional.of("ORPHAN")
                    : person.health().disability().isPresent() ? Optional.of("DISABLED")
                    : family.incomeAHead() < 900 ? Optional.of("OTHER") : Optional.empty();
        };
    }

    private void aid(Person person, School school, Rows rows, Dice dice) {
        switch (school.stage()) {
            case "PRESCHOOL" -> paid(person, "PRESCHOOL_AID", 1, 750, rows, dice);
            case "PRIMARY" -> paid(person, "COMPULSORY_LIVING", 2, 625, rows, dice);
            case "JUNIOR_SECONDARY", "SPECIAL" -> paid(person, "COMPULSORY_LIVING", 2, 750, rows, dice);
            case "SENIOR_SECONDARY" -> paid(person, "SENIOR_GRANT", 2, 1150, rows, dice);
            case "SECONDARY_VOCATIONAL" -> paid(person, "VOCATIONAL_GRANT", 2, 1150, rows, dice);
            default -> paid(person, "COLLEGE_GRANT", 1, 2000, rows, dice);
        }
    }

    /** One payment a term, the latest term first. */
    private void paid(Person person, String programme, int terms, double amount, Rows rows, Dice dice) {
        for (int back = 0; back < terms; back++) {
            LocalDate day = back == 0
                    ? LocalDate.of(today.schoolYear(), 10, 25).plusDays(dice.between(0, 20))
                    : LocalDate.of(today.schoolYear(), 4, 20).plusDays(dice.between(0, 30));
            String term = back == 0
                    ? year() + "-1"
                    : (today.schoolYear() - 1) + "-" + today.schoolYear() + "-2";
            if (day.isBefore(today.date())) {
                rows.add("JY03", person, today.recorded(day, dice), day, programme, term, Text.yuan(amount), day);
            }
        }
    }

    private String year() {
        return today.schoolYear() + "-" + (today.schoolYear() + 1);
    }
}
