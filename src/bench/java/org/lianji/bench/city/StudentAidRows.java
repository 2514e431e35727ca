package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Optional;

/** Education: pupils and students recognised as poor, and what is paid to them. */
final class StudentAidRows implements Source {

    private final Today today;

    StudentAidRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Family family : kin.families()) {
            for (Person person : family.living()) {
                person.school()
                        .filter(School::attending)
                        .filter(school -> person.registered())
                        .ifPresent(school -> student(family, person, school, rows, dice));
            }
        }
    }

    private void student(Family family, Person person, School school, Rows rows, Dice dice) {
        if (person.inCity() || school.higher()) {
            difficulty(family, person)
                    .filter(type -> dice.chance(0.85))
                    .ifPresent(type -> recognised(person, school, type, rows, dice));
        }
        boolean borrows = school.higher() && person.inCity() && family.incomeAHead() < 2200;
        if (borrows && dice.chance(0.25)) {
            paid(person, "STUDENT_LOAN", 1, 8000 + 1000 * dice.below(9), rows, dice);
        }
    }

    private static Optional<String> difficulty(Family family, Person person) {
        return switch (family.aid().kind()) {
            case DIBAO -> Optional.of("DIBAO");
            case EXTREME -> Optional.of("EXTREME_HARDSHIP");
            case MARGIN -> Optional.of("DIBAO_MARGIN");
            case RIGID -> Optional.of("RIGID_EXPENDITURE");
            case NONE, FORMER, REFUSED -> otherwise(family, person);
        };
    }

    private static Optional<String> otherwise(Family family, Person person) {
        if (family.aid().watched()) {
            return Optional.of("POVERTY_RETURN");
        }
        if (person.being().father() == Being.NOBODY && person.being().mother() == Being.NOBODY) {
            return Optional.of("ORPHAN");
        }
        if (person.health().disability().isPresent()) {
            return Optional.of("DISABLED");
        }
        return family.incomeAHead() < 900 ? Optional.of("OTHER") : Optional.empty();
    }

    private void recognised(Person person, School school, String type, Rows rows, Dice dice) {
        LocalDate autumn = LocalDate.of(today.schoolYear(), 10, 8).plusDays(dice.between(0, 25));
        LocalDate day = Today.earlier(autumn, today.yesterday());
        String level =
                switch (type) {
                    case "DIBAO", "EXTREME_HARDSHIP", "ORPHAN" -> "SEVERE";
                    case "OTHER" -> "GENERAL";
                    default -> "MODERATE";
                };
        rows.add("JY02", person, today.recorded(day, dice), day, type, level, year(), day);
        switch (school.stage()) {
            case "PRESCHOOL" -> paid(person, "PRESCHOOL_AID", 1, 750, rows, dice);
            case "PRIMARY" -> paid(person, "COMPULSORY_LIVING", 2, 625, rows, dice);
            case "SENIOR_SECONDARY" -> paid(person, "SENIOR_GRANT", 2, 1150, rows, dice);
            case "SECONDARY_VOCATIONAL" -> paid(person, "VOCATIONAL_GRANT", 2, 1150, rows, dice);
            case "JUNIOR_COLLEGE", "UNDERGRADUATE" ->
                    paid(person, "COLLEGE_GRANT", 1, 2000, rows, dice);
            default -> paid(person, "COMPULSORY_LIVING", 2, 750, rows, dice);
        }
    }

    /** One payment a term, the latest term first. */
    private void paid(
            Person person, String programme, int terms, double amount, Rows rows, Dice dice) {
        int year = today.schoolYear();
        String money = Text.yuan(amount);
        LocalDate day = LocalDate.of(year, 10, 25).plusDays(dice.between(0, 20));
        if (day.isBefore(today.date())) {
            LocalDate seen = today.recorded(day, dice);
            rows.add("JY03", person, seen, day, programme, year() + "-1", money, day);
        }
        if (terms > 1) {
            LocalDate spring = LocalDate.of(year, 4, 20).plusDays(dice.between(0, 30));
            String term = (year - 1) + "-" + year + "-2";
            LocalDate seen = today.recorded(spring, dice);
            rows.add("JY03", person, seen, spring, programme, term, money, spring);
        }
    }

    private String year() {
        return today.schoolYear() + "-" + (today.schoolYear() + 1);
    }
}
