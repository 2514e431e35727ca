package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Optional;

/** Understands who goes to school, where ages are counted on 31 August as schools do. */
final class Schools {

    private final Today today;

    Schools(Today today) {
        this.today = today;
    }

    Optional<School> of(Being being, Health health, boolean rural, Dice dice) {
        int age = LocalDate.of(today.schoolYear(), 8, 31).getYear() - being.birth().getYear();
        if (being.birth().plusYears(age).isAfter(LocalDate.of(today.schoolYear(), 8, 31))) {
            age--;
        }
        if (age < 3 || age > 21 || !being.alive()) {
            return Optional.empty();
        }
        boolean special = health.severelyDisabled() && age >= 6 && age < 15 && dice.chance(0.45);
        if (special) {
            return Optional.of(school("SPECIAL", age - 5, rural, dice));
        }
        if (age < 6) {
            return dice.chance(0.86)
                    ? Optional.of(school("PRESCHOOL", age - 2, false, dice))
                    : Optional.empty();
        }
        if (age < 15) {
            String stage = age < 12 ? "PRIMARY" : "JUNIOR_SECONDARY";
            return Optional.of(school(stage, age < 12 ? age - 5 : age - 11, rural, dice));
        }
        return age < 18 ? upper(age - 14, health, rural, dice) : college(age - 17, health, dice);
    }

    private Optional<School> upper(int grade, Health health, boolean rural, Dice dice) {
        double point = dice.uniform(0, 1);
        if (health.severelyDisabled() || point > 0.94) {
            return Optional.empty();
        }
        return Optional.of(
                school(
                        point < 0.58 ? "SENIOR_SECONDARY" : "SECONDARY_VOCATIONAL",
                        grade,
                        rural,
                        dice));
    }

    private Optional<School> college(int grade, Health health, Dice dice) {
        double point = dice.uniform(0, 1);
        if (health.unableToWork() || point > 0.52) {
            return Optional.empty();
        }
        if (point < 0.25) {
            return Optional.of(school("UNDERGRADUATE", grade, true, dice));
        }
        return grade > 3
                ? Optional.empty()
                : Optional.of(school("JUNIOR_COLLEGE", grade, true, dice));
    }

    private School school(String stage, int grade, boolean far, Dice dice) {
        double out = stage.equals("PRIMARY") || stage.equals("PRESCHOOL") ? 0.001 : 0.008;
        String state =
                dice.chance(out) ? "DROPPED_OUT" : dice.chance(0.004) ? "SUSPENDED" : "ENROLLED";
        boolean boards = far && !stage.equals("PRESCHOOL") && dice.chance(0.7);
        var enrolled = LocalDate.of(today.schoolYear() - grade + 1, 9, 1);
        return new School(stage, grade, state, boards, enrolled);
    }
}
