package org.lianji.bench.city;

/** Understands what a registered household is made of, and grows one on a tree. */
enum Shape {
    ELDER_ALONE {
        @Override
        int grow(Tree tree, Dice dice) {
            return tree.add(
                    Relation.HEAD, dice.chance(0.56) ? Sex.FEMALE : Sex.MALE, elder(dice) + 3);
        }
    },
    ELDER_COUPLE {
        @Override
        int grow(Tree tree, Dice dice) {
            return tree.couple(elder(dice));
        }
    },
    SINGLE {
        @Override
        int grow(Tree tree, Dice dice) {
            return tree.add(
                    Relation.HEAD, dice.chance(0.64) ? Sex.MALE : Sex.FEMALE, dice.between(22, 61));
        }
    },
    COUPLE {
        @Override
        int grow(Tree tree, Dice dice) {
            return tree.couple(dice.chance(0.2) ? dice.between(25, 35) : dice.between(44, 62));
        }
    },
    COUPLE_WITH_CHILDREN {
        @Override
        int grow(Tree tree, Dice dice) {
            int age = dice.between(27, 52);
            int head = tree.couple(age);
            tree.children(head, children(dice), Math.min(age - dice.between(23, 30), 24));
            return head;
        }
    },
    SINGLE_PARENT {
        @Override
        int grow(Tree tree, Dice dice) {
            int age = dice.between(26, 52);
            int head = tree.add(
                    Relation.HEAD, dice.chance(0.55) ? Sex.FEMALE : Sex.MALE, age);
            int oldest = Math.clamp(age - dice.between(22, 29), 0, 22);
            tree.children(head, dice.chance(0.25) ? 2 : 1, oldest);
            return head;
        }
    },
    /** Three generations under one registration. */
    STEM {
        @Override
        int grow(Tree tree, Dice dice) {
            int age = dice.between(29, 54);
            int head = tree.couple(age);
            int oldest = Math.min(age - dice.between(23, 29), 23);
            tree.children(head, dice.chance(0.3) ? 2 : 1, oldest);
            int mother = tree.add(Relation.MOTHER, Sex.FEMALE, age + dice.between(20, 29));
            int father = Being.NOBODY;
            if (dice.chance(0.45)) {
                father = tree.add(Relation.FATHER, Sex.MALE, age + dice.between(22, 31));
                tree.marry(mother, father);
            }
            tree.adopt(head, father, mother);
            return head;
        }
    },
    GRANDPARENT_WITH_CHILD {
        @Override
        int grow(Tree tree, Dice dice) {
            int age = dice.between(56, 76);
            int head = dice.chance(0.5)
                    ? tree.couple(age)
                    : tree.add(Relation.HEAD, dice.chance(0.6) ? Sex.FEMALE : Sex.MALE, age);
            Sex sex = dice.chance(0.5) ? Sex.MALE : Sex.FEMALE;
            tree.add(
                    dice.chance(0.7) ? Relation.GRANDCHILD : Relation.MATERNAL_GRANDCHILD,
                    sex,
                    dice.between(4, 17));
            return head;
        }
    },
    COUPLE_WITH_ADULT_CHILD {
        @Override
        int grow(Tree tree, Dice dice) {
            int age = dice.between(48, 64);
            int head = tree.couple(age);
            tree.children(head, 1, age - dice.between(23, 29));
            return head;
        }
    };

    private static final Odds SHARES = Odds.of("""
            ELDER_ALONE 95, ELDER_COUPLE 105, SINGLE 150, COUPLE 115, COUPLE_WITH_CHILDREN 135,
            SINGLE_PARENT 32, STEM 42, GRANDPARENT_WITH_CHILD 11, COUPLE_WITH_ADULT_CHILD 115""");

    private static final Odds OF_THE_YOUNG = Odds.of("""
            COUPLE_WITH_CHILDREN 62, COUPLE 8, SINGLE 14, SINGLE_PARENT 6, COUPLE_WITH_ADULT_CHILD 10""");

    private static final Odds OF_NEWCOMERS =
            Odds.of("COUPLE_WITH_CHILDREN 40, COUPLE 15, SINGLE 40, SINGLE_PARENT 5");

    /** Returns the index of the head of the household, or of the husband. */
    abstract int grow(Tree tree, Dice dice);

    static Shape any(Dice dice) {
        return valueOf(SHARES.draw(dice));
    }

    static Shape ofTheYoung(Dice dice) {
        return valueOf(OF_THE_YOUNG.draw(dice));
    }

    static Shape ofNewcomers(Dice dice) {
        return valueOf(OF_NEWCOMERS.draw(dice));
    }

    boolean elders() {
        return this == ELDER_ALONE || this == ELDER_COUPLE;
    }

    private static int elder(Dice dice) {
        return 60 + (int) (32 * Math.min(dice.uniform(0, 1), dice.uniform(0, 1)));
    }

    private static int children(Dice dice) {
        return dice.chance(0.6) ? 1 : dice.chance(0.93) ? 2 : 3;
    }
}
