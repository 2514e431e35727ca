package org.lianji.bench.city;

import java.time.LocalDate;

/** Marriages, told by both spouses' records, and divorces of single parents. */
final class MarriageRows implements Source {

    /** Weddings before this were written on paper and most never entered. */
    private static final LocalDate ELECTRONIC = LocalDate.of(1996, 1, 1);

    private final Today today;
    private final IdNumbers numbers;

    MarriageRows(Today today, IdNumbers numbers) {
        this.today = today;
        this.numbers = numbers;
    }

    @Override
    public void write(Kin kin, Rows rows, Dice dice) {
        for (Person person : kin.people()) {
            boolean first = person.index() < person.being().spouse();
            if (first && person.registered()) {
                married(person, kin.people().get(person.being().spouse()), rows, dice);
            }
            boolean single = person.being().spouse() == Being.NOBODY
                    && kin.people().stream().anyMatch(child -> child.being().mother() == person.index()
                            && child.being().father() == Being.NOBODY);
            if (single && person.registered() && dice.chance(0.6)) {
                divorced(person, rows, dice);
            }
        }
    }

    private void married(Person one, Person other, Rows rows, Dice dice) {
        LocalDate grown = Today.later(one.birth(), other.birth()).plusYears(22);
        LocalDate wedding = grown.plusDays(dice.between(0, 2200));
        if (!wedding.isBefore(today.ago(10))) {
            wedding = today.ago(dice.between(20, 400));
        }
        if (wedding.isBefore(ELECTRONIC) && dice.chance(0.6)) {
            return;
        }
        row(one, other.id(), "MARRIAGE", wedding, rows, dice);
        row(other, one.id(), "MARRIAGE", wedding, rows, dice);
    }

    /** The former husband lives elsewhere; only this record knows him. */
    private void divorced(Person person, Rows rows, Dice dice) {
        LocalDate birth = person.birth().minusDays(dice.between(-500, 2200));
        String code = AddressCodes.elsewhere(birth, dice);
        String former = numbers.next(code, birth, person.being().sex().other());
        row(person, former, "DIVORCE", today.ago(dice.between(100, 3000)), rows, dice);
    }

    private void row(Person person, String spouse, String action, LocalDate day, Rows rows, Dice dice) {
        rows.add(
                "MZ10",
                person,
                today.recorded(day, dice),
                day,
                action,
                spouse,
                day,
                person.hukou().village().county().name() + "民政局婚姻登记处");
    }
}
