package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Optional;

/** Understands who lives by what. */
final class Works {

    private static final Odds AWAY =
            Odds.of("FLEXIBLE 46, EMPLOYED 38, SELF_EMPLOYED 10, AT_HOME 6");
    private static final Odds TOWN =
            Odds.of(
                    """
                    EMPLOYED 27, PUBLIC_SECTOR 13, SELF_EMPLOYED 11, FLEXIBLE 31, AT_HOME 12,
                    UNEMPLOYED 6\
                    """);
    private static final Odds VILLAGE =
            Odds.of(
                    """
                    FARMER 76, FLEXIBLE 11, SELF_EMPLOYED 4, AT_HOME 6, UNEMPLOYED 1.5,
                    PUBLIC_SECTOR 1.5\
                    """);
    private static final Odds OLD_IN_TOWN =
            Odds.of("EMPLOYEE_PENSION 52, PUBLIC_PENSION 17, RESIDENT_PENSION 31");
    private static final Odds OLD_IN_VILLAGE =
            Odds.of("EMPLOYEE_PENSION 5, PUBLIC_PENSION 2, RESIDENT_PENSION 93");

    private final Today today;

    Works(Today today) {
        this.today = today;
    }

    Work of(
            Being being,
            Place place,
            Village hukou,
            Health health,
            Optional<School> school,
            Dice dice) {
        int age = today.age(being.birth());
        Job job = job(age, place, hukou, health, school, dice);
        int years =
                job.pensioner() ? age - 60 : Math.min(dice.between(0, 12), Math.max(age - 18, 0));
        LocalDate since =
                job.pensioner()
                        ? being.birth().plusYears(60).plusMonths(1)
                        : today.ago(years * 365 + dice.between(30, 394));
        String employer = job.formal() ? employer(job, place.village().county(), dice) : "";
        return new Work(job, income(job, age, health, place, dice), employer, since);
    }

    private Job job(
            int age,
            Place place,
            Village hukou,
            Health health,
            Optional<School> school,
            Dice dice) {
        if (age >= 60) {
            return Job.valueOf((hukou.urban() ? OLD_IN_TOWN : OLD_IN_VILLAGE).draw(dice));
        }
        if (school.filter(School::attending).isPresent()) {
            return Job.STUDENT;
        }
        if (age < 16) {
            return Job.NONE;
        }
        if (health.unableToWork() && dice.chance(0.78)) {
            return Job.UNABLE;
        }
        if (place.isAway()) {
            return Job.valueOf(AWAY.draw(dice));
        }
        return Job.valueOf((place.village().urban() ? TOWN : VILLAGE).draw(dice));
    }

    private static double income(Job job, int age, Health health, Place place, Dice dice) {
        double full =
                switch (job) {
                    case NONE, STUDENT, UNABLE, AT_HOME -> 0;
                    case UNEMPLOYED -> dice.uniform(0, 500);
                    case FARMER -> dice.uniform(300, 2650);
                    case EMPLOYED -> dice.uniform(2900, 6800);
                    case PUBLIC_SECTOR -> dice.uniform(4800, 9000);
                    case SELF_EMPLOYED -> dice.uniform(2200, 9500);
                    case FLEXIBLE -> dice.uniform(1300, 4300);
                    case RESIDENT_PENSION ->
                            225 + dice.uniform(0, 160) + farming(age, place, health, dice);
                    case EMPLOYEE_PENSION -> dice.uniform(2300, 4200);
                    case PUBLIC_PENSION -> dice.uniform(4400, 7600);
                };
        return job.working() && health.unableToWork() ? full / 2 : full;
    }

    /** Old farmers farm on, lease their land, or are sent money by their children. */
    private static double farming(int age, Place place, Health health, Dice dice) {
        double most = health.unableToWork() ? 700 : age < 72 ? 1700 : age < 80 ? 1150 : 950;
        return dice.uniform(place.isHome() ? 180 : 350, most);
    }

    static String employer(Job job, County county, Dice dice) {
        return job == Job.PUBLIC_SECTOR
                ? UnifiedCodes.of(
                        UnifiedCodes.PUBLIC_INSTITUTION, county.code(), 100 + dice.below(60))
                : UnifiedCodes.of(UnifiedCodes.COMPANY, county.code(), 1000 + dice.below(400));
    }
}
