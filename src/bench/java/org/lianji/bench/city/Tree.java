package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Grows the beings of one kin. */
final class Tree {

    private static final int WATCHED_DAYS = 730;

    private final List<Being> beings = new ArrayList<>();
    private final Today today;
    private final Dice dice;
    private int household;

    Tree(Today today, Dice dice) {
        this.today = today;
        this.dice = dice;
    }

    List<Being> beings() {
        return beings;
    }

    void nextHousehold() {
        household++;
    }

    int add(Relation relation, Sex sex, int age) {
        return add(relation, sex, age, Being.NOBODY, Being.NOBODY);
    }

    int add(Relation relation, Sex sex, int age, int father, int mother) {
        LocalDate birth = today.date().minusYears(age).minusDays(dice.between(1, 364));
        int index = beings.size();
        beings.add(
                new Being(
                        index,
                        household,
                        relation,
                        sex,
                        birth,
                        died(age),
                        Being.NOBODY,
                        father,
                        mother));
        return index;
    }

    /** A couple: the head and the spouse, the husband some years older. */
    int couple(int husbandAge) {
        boolean husbandHeads = dice.chance(0.86);
        int husband = add(husbandHeads ? Relation.HEAD : Relation.SPOUSE, Sex.MALE, husbandAge);
        int wife =
                add(
                        husbandHeads ? Relation.SPOUSE : Relation.HEAD,
                        Sex.FEMALE,
                        Math.max(21, husbandAge - dice.bell(-2, 6)));
        marry(husband, wife);
        return husband;
    }

    void marry(int one, int other) {
        beings.set(one, withSpouse(beings.get(one), other));
        beings.set(other, withSpouse(beings.get(other), one));
    }

    /**
     * Children of a couple or of a single parent who heads the household, too young to have left.
     */
    void children(int parent, int count, int oldest) {
        Being one = beings.get(parent);
        int age = oldest;
        for (int i = 0; i < count && age >= 0; i++) {
            Sex sex = dice.chance(0.52) ? Sex.MALE : Sex.FEMALE;
            int other = one.spouse();
            add(
                    Relation.child(sex),
                    sex,
                    age,
                    one.sex() == Sex.MALE ? parent : other,
                    one.sex() == Sex.MALE ? other : parent);
            age -= dice.between(2, 6);
        }
    }

    /** Gives a member of one household parents in another. */
    void adopt(int child, int father, int mother) {
        Being b = beings.get(child);
        beings.set(
                child,
                new Being(
                        b.index(),
                        b.household(),
                        b.relation(),
                        b.sex(),
                        b.birth(),
                        b.died(),
                        b.spouse(),
                        father,
                        mother));
    }

    private static Being withSpouse(Being b, int spouse) {
        return new Being(
                b.index(),
                b.household(),
                b.relation(),
                b.sex(),
                b.birth(),
                b.died(),
                spouse,
                b.father(),
                b.mother());
    }

    private LocalDate died(int age) {
        double survived = (1 - mortality(age)) * (1 - mortality(age));
        return dice.chance(1 - survived) ? today.ago(dice.between(3, WATCHED_DAYS)) : Being.NEVER;
    }

    /** Deaths a year, shaped after Inner Mongolia's life table. */
    private static double mortality(int age) {
        if (age < 40) {
            return 0.0006;
        }
        if (age < 60) {
            return 0.0032;
        }
        if (age < 70) {
            return 0.0105;
        }
        if (age < 80) {
            return 0.031;
        }
        return age < 90 ? 0.085 : 0.19;
    }
}
