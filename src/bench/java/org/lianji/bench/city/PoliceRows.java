package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Optional;

/** Public security: registered people, registrations cancelled, residence permits. */
final class PoliceRows implements Source {

    private static final Odds REASONS =
            Odds.of(
                    "WORK 38, HOME_PURCHASE 20, JOIN_FAMILY 16, STUDY 10, BUSINESS 9, SERVICE 4,"
                            + " MEDICAL 3");

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
        Optional<LocalDate> cancelled = cancelled(person, dice);
        rows.addUntil(
                "GA01",
                person,
                today.recorded(cancelled.orElse(from), dice),
                from,
                cancelled,
                person.hukou().no(),
                person.being().relation(),
                person.hukou().village().code(),
                "FAMILY",
                person.name(),
                person.being().sex(),
                person.birth(),
                person.identity().nation());
        cancelled.ifPresent(
                day ->
                        rows.add(
                                "GA02",
                                person,
                                today.recorded(day, dice),
                                day,
                                "DEATH",
                                day,
                                person.hukou().village().township().name() + "派出所"));
    }

    /** Families report most deaths within two months, some much later, some not yet. */
    private Optional<LocalDate> cancelled(Person person, Dice dice) {
        if (person.alive() || dice.chance(0.18)) {
            return Optional.empty();
        }
        int lag = dice.between(6, dice.chance(0.8) ? 60 : 300);
        return Optional.of(person.being().died().plusDays(lag))
                .filter(day -> day.isBefore(today.date()));
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
                person.county().code()
                        + "J"
                        + String.valueOf(1_000_000_000L + dice.below(1_000_000_000)),
                person.place().village().code(),
                from,
                today.date().plusDays(dice.between(5, 360)),
                today.age(person.birth()) < 18 ? "JOIN_FAMILY" : REASONS.draw(dice));
    }
}
