package org.lianji.bench.city;

import java.time.LocalDate;

/** What three departments know of a death: with a lag, and not all of them. */
final class DeathRows implements Source {

    private static final Odds CAUSES = Odds.of("""
            HEART 27, CEREBROVASCULAR 23, TUMOUR 22, RESPIRATORY 9, INJURY_POISONING 6, DIGESTIVE 3,
            ENDOCRINE 3, NERVOUS 2, GENITOURINARY 2, OTHER_CIRCULATORY 2, UNKNOWN 1""");

    private final Today today;

    DeathRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Person person : kin.people()) {
            if (!person.alive()) {
                death(person, rows, dice);
            }
        }
    }

    private void death(Person person, Rows rows, Dice dice) {
        LocalDate died = person.being().died();
        boolean known = false;
        if (person.inCity() && dice.chance(person.rural() ? 0.48 : 0.88)) {
            known = cremated(person, Today.earlier(died.plusDays(2), today.yesterday()), rows, dice);
        }
        if (person.inCity() && dice.chance(0.78)) {
            known = certified(person, rows, dice);
        }
        LocalDate cancelled = died.plusDays(dice.between(6, dice.chance(0.8) ? 60 : 300));
        if (person.registered() && dice.chance(0.82) && cancelled.isBefore(today.date())) {
            known = cancelled(person, cancelled, rows, dice);
        }
        if (!known) {
            certified(person, rows, dice);
        }
    }

    private boolean cremated(Person person, LocalDate cremated, Rows rows, Dice dice) {
        rows.add(
                "MZ11",
                person,
                today.recorded(cremated, dice),
                person.being().died(),
                person.being().died(),
                cremated,
                person.county().name() + "殡仪馆",
                dice.chance(0.4));
        return true;
    }

    private boolean certified(Person person, Rows rows, Dice dice) {
        LocalDate died = person.being().died();
        rows.add(
                "WJ01",
                person,
                today.recorded(died, dice),
                died,
                "SW" + person.county().code() + String.valueOf(100_000_000 + dice.below(100_000_000)),
                died,
                person.county().name() + (person.rural() ? "中心卫生院" : "医院"),
                CAUSES.draw(dice));
        return true;
    }

    private boolean cancelled(Person person, LocalDate cancelled, Rows rows, Dice dice) {
        rows.add(
                "GA02",
                person,
                today.recorded(cancelled, dice),
                cancelled,
                "DEATH",
                cancelled,
                person.hukou().village().township().name() + "派出所");
        return true;
    }
}
