package org.lianji.bench.city;

/** Understands what a registered household is made of, and grows one on a tree. */
enum Shape {
    ELDER_ALONE(63, 92) {
        @Override
        int grow(Tree tree, Dice dice, int age) {
            return tree.add(Relation.HEAD, dice.chance(0.56) ? Sex.FEMALE : Sex.MALE, age);
        }
    },
    ELDER_COUPLE(60, 90) {
        @Override
        int grow(Tree tree, Dice dice, int age) {
            return tree.couple(age);
        }
    },
    SINGLE(22, 61) {
        @Override
        int grow(Tree tree, Dice dice, int age) {
            return tree.add(Relation.HEAD, dice.chance(0.64) ? Sex.MALE : Sex.FEMALE, age);
        }
    },
    COUPLE(25, 62) {
        @Override
        int grow(Tree tree, Dice dice, int age) {
            return tree.couple(age);
        }
    },
    COUPLE_WITH_CHILDREN(27, 52) {
        @Override
        int grow(Tree tree, Dice dice, int age) {
            int head = tree.couple(age);
            int count = dice.chance(0.6) ? 1 : dice.chance(0.93) ? 2 : 3;
            tree.children(head, count, Math.min(age - dice.between(23, 30), 24));
            return head;
        }
    },
    SINGLE_PARENT(26, 52) {
        @Override
        int grow(Tree tree, Dice dice, int age) {
            int head = tree.add(Relation.HEAD, dice.chance(0.55) ? Sex.FEMALE : Sex.MALE, age);
            int oldest = Math.clamp(age - dice.between(22, 29), 0, 22);
            tree.children(head, dice.chance(0.25) ? 2 : 1, oldest);
            return head;
        }
    },
    /** Three generations under one registration. */
    STEM(29, 54) {
        @Override
        int grow(Tree tree, Dice dice, int age) {
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
    GRANDPARENT_WITH_CHILD(56, 76) {
        @Override
        int grow(Tree tree, Dice dice, int age) {
            int head = dice.chance(0.5)
                    ? tree.couple(age)
                    : tree.add(Relation.HEAD, dice.chance(0.6) ? Sex.FEMALE : Sex.MALE, age);
            tree.add(
                    dice.chance(0.7) ? Relation.GRANDCHILD : Relation.MATERNAL_GRANDCHILD,
                    dice.chance(0.5) ? Sex.MALE : Sex.FEMALE,
                    dice.between(4, 17));
            return head;
        }
    },
    COUPLE_WITH_ADULT_CHILD(48, 64) {
        @Override
        int grow(Tree tree, Dice dice, int age) {
            int head = tree.couple(age);
            tree.children(head, 1, age - dice.between(23, 29));
            return head;
        }
    };

    private static final Odds SHARES = Odds.of("""
            ELDER_ALONE 95, ELDER_COUPLE 105, SINGLE 150, COUPLE 115, COUPLE_WITH_CHILDREN 135,
            SINGLE_PARENT 32, STEM 42, GRANDPARENT_WITH_CHILD 11, COUPLE_WITH_ADULT_CHILD 115""");
    private static final Odds OF_THE_YOUNG =
            Odds.of("COUPLE_WITH_CHILDREN 68, COUPLE 8, SINGLE 16, SINGLE_PARENT 8");
    private static final Odds OF_THE_NOT_SO_YOUNG =
            Odds.of("COUPLE_WITH_ADULT_CHILD 50, COUPLE 40, SINGLE 10");
    private static final Odds OF_NEWCOMERS =
            Odds.of("COUPLE_WITH_CHILDREN 40, COUPLE 15, SINGLE 40, SINGLE_PARENT 5");

    private final int youngest;
    private final int oldest;

    Shape(int youngest, int oldest) {
        this.youngest = youngest;
        this.oldest = oldest;
    }

    /** Returns the index of the head of the household, or of the husband. */
    abstract int grow(Tree tree, Dice dice, int age);

    static Shape any(Dice dice) {
        return valueOf(SHARES.draw(dice));
    }

    static Shape ofTheYoung(int age, Dice dice) {
        return valueOf((age < 50 ? OF_THE_YOUNG : OF_THE_NOT_SO_YOUNG).draw(dice));
    }

    static Shape ofNewcomers(Dice dice) {
        return valueOf(OF_NEWCOMERS.draw(dice));
    }

    /** The age of the head or husband; old people are the fewer the older. */
    int age(Dice dice) {
        if (elders()) {
            double low = Math.min(dice.uniform(0, 1), dice.uniform(0, 1));
            return youngest + (int) (low * (oldest - youngest));
        }
        boolean newlyWed = this == COUPLE && dice.chance(0.2);
        return dice.between(this == COUPLE && !newlyWed ? 44 : youngest, newlyWed ? 35 : oldest);
    }

    boolean elders() {
        return this == ELDER_ALONE || this == ELDER_COUPLE;
    }
}
