package org.lianji.bench.city;

import java.time.LocalDate;

/** Public security: registered people, residence permits. */
final class PoliceRows implements Source {

    private static final Odds REASONS = Odds.of(
            "WORK 38, HOME_PURCHASE 20, JOIN_FAMILY 16, STUDY 10, BUSINESS 9, SERVICE 4, MEDICAL 3");

    private final Today today;

    PoliceRows(Today today) {
        this.today = today;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Person person : kin.people()) {
            if (person.registered()) {
                registration(person, rows, dice);
            }
            boolean elsewhere = !person.place().village().equals(person.hukou().village());
            if (person.alive() && person.inCity() && (elsewhere || !person.registered())) {
                permit(person, rows, dice);
            }
        }
    }

    private void registration(Person person, Rows rows, Dice dice) {
        LocalDate first = LocalDate.of(2004, 1, 1);
        LocalDate from = Today.later(person.birth().plusDays(dice.between(5, 60)), first);
        from = Today.earlier(from, today.yesterday());
        rows.add(
                "GA01",
                person,
                today.recorded(from, dice),
                from,
                person.hukou().no(),
                person.being().relation(),
                person.hukou().village().code(),
                "FAMILY",
                person.name(),
                person.being().sex(),
                person.birth(),
                person.identity().nation());
    }

    private void permit(Person person, Rows rows, Dice dice) {
        LocalDate from = today.ago(dice.between(200, 2600));
        from = Today.later(from, person.birth().plusDays(60));
        from = Today.earlier(from, today.yesterday());
        LocalDate observed = today.recorded(from, dice);
        rows.add(
                "GA04",
                person,
                observed,
                from,
                person.county().code() + "J" + String.valueOf(1_000_000_000L + dice.below(1_000_000_000)),
                person.place().village().code(),
                from,
                today.date().plusDays(dice.between(5, 360)),
                today.age(person.birth()) < 18 ? "JOIN_FAMILY" : REASONS.draw(dice));
    }
}
