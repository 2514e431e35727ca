package org.lianji.bench.city;

import java.util.List;

/** Names a kin: children after their father, people who married in by themselves. */
final class Names {

    record Named(Nation nation, String surname, String name) {}

    private final List<Being> beings;
    private final Named[] named;
    private final Village home;
    private final Dice dice;
    private final Nation nation;
    private final String surname;

    Names(List<Being> beings, Village home, Dice dice) {
        this.beings = beings;
        this.named = new Named[beings.size()];
        this.home = home;
        this.dice = dice;
        this.nation = nation(0.82);
        this.surname = HanNames.surname(nation, dice);
    }

    Named of(int index) {
        if (named[index] == null) {
            named[index] = name(beings.get(index));
        }
        return named[index];
    }

    private Named name(Being being) {
        if (being.father() != Being.NOBODY) {
            Named father = of(being.father());
            Nation own = childOf(father, being);
            return named(own, father.surname(), father.name(), being);
        }
        boolean marriedIn =
                being.relation() == Relation.SPOUSE
                        || being.relation() == Relation.MOTHER
                        || being.relation() == Relation.PARENT_IN_LAW;
        if (marriedIn) {
            Nation own = dice.chance(0.72) ? nation : nation(1);
            return named(own, HanNames.surname(own, dice), "", being);
        }
        return named(nation, surname, "", being);
    }

    private Nation childOf(Named father, Being child) {
        if (father.nation() == Nation.HAN && child.mother() != Being.NOBODY) {
            Nation mother = of(child.mother()).nation();
            return mother != Nation.HAN && dice.chance(0.6) ? mother : Nation.HAN;
        }
        return father.nation();
    }

    private Named named(Nation own, String surname, String father, Being being) {
        int year = being.birth().getYear();
        boolean oneName = own == Nation.MONGOL && (!father.isEmpty() || dice.chance(0.9));
        String name =
                oneName
                        ? MongolNames.name(being.sex(), father, dice)
                        : surname + HanNames.given(being.sex(), year, dice);
        return new Named(own, surname, name);
    }

    private Nation nation(double scale) {
        double mongol = home.county().mongol() * (home.pastoral() ? 3.2 : 1) * scale;
        if (dice.chance(mongol)) {
            return Nation.MONGOL;
        }
        return dice.chance(0.010) ? Nation.MANCHU : dice.chance(0.008) ? Nation.HUI : Nation.HAN;
    }
}
