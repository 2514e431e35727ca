package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.List;

/** Decides as an office would: income a head against the standard, with some who never asked. */
final class Aids {

    private final Today today;

    Aids(Today today) {
        this.today = today;
    }

    /** @param alone no other household of the kin, so nobody bound to support */
    Aid decide(String no, List<Person> members, double income, boolean alone, Dice dice) {
        var family = new Family(no, members, income, new Aid(AidKind.NONE, today.date(), false));
        boolean open = family.registered() && family.inCity();
        AidKind kind = open ? kind(family, alone, dice) : AidKind.NONE;
        LocalDate since = since(kind, family, dice);
        boolean watched = open && family.rural() && watched(family, kind, dice);
        return new Aid(kind, since, watched);
    }

    private AidKind kind(Family family, boolean alone, Dice dice) {
        if (alone && extreme(family) && dice.chance(0.62)) {
            return AidKind.EXTREME;
        }
        double ratio = family.incomeAHead() / family.standard();
        boolean secure = family.anyone(person -> person.job().formal()
                || person.job() == Job.PUBLIC_PENSION
                || person.job() == Job.EMPLOYEE_PENSION);
        double point = dice.uniform(0, 1);
        if (ratio < 1) {
            return !secure && point < 0.9 ? AidKind.DIBAO : AidKind.NONE;
        }
        if (ratio < 1.5 && !secure) {
            return point < 0.12 ? AidKind.MARGIN
                    : point < 0.2 ? AidKind.FORMER : point < 0.24 ? AidKind.REFUSED : AidKind.NONE;
        }
        if (ratio < 3 && family.anyone(person -> person.health().seriouslyIll())) {
            return point < 0.3 ? AidKind.RIGID : AidKind.NONE;
        }
        return ratio < 3 && point < 0.02 ? AidKind.REFUSED : AidKind.NONE;
    }

    /** Alone, without means, and old or unable to work. */
    private boolean extreme(Family family) {
        if (family.members().size() != 1) {
            return false;
        }
        Person person = family.members().getFirst();
        int age = today.age(person.birth());
        boolean old = age >= 65 && person.job() == Job.RESIDENT_PENSION;
        boolean unable = age >= 18 && person.job() == Job.UNABLE;
        return person.being().spouse() == Being.NOBODY
                && (old || unable)
                && family.income() < 1.35 * family.standard();
    }

    private LocalDate since(AidKind kind, Family family, Dice dice) {
        int longest = switch (kind) {
            case DIBAO, EXTREME -> 3300;
            case FORMER -> 690;
            case MARGIN, RIGID -> 300;
            case REFUSED, NONE -> 500;
        };
        LocalDate since = today.ago(dice.between(40, longest));
        LocalDate death = family.members().stream()
                .map(person -> person.being().died())
                .reduce(Being.NEVER, Today::earlier);
        return death == Being.NEVER ? since : Today.earlier(since, death.minusDays(60));
    }

    private boolean watched(Family family, AidKind kind, Dice dice) {
        boolean burdened = family.anyone(person -> person.health().unableToWork()
                || person.school().filter(School::higher).isPresent());
        double ratio = family.incomeAHead() / family.standard();
        double share = kind.now() ? 0.05 : ratio < 1.6 ? 0.03 : ratio < 2.5 ? 0.012 : 0;
        return dice.chance(burdened ? 2.5 * share : share);
    }
}
