package org.lianji.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Rows that are one person's, by groups that agree as a whole: the strongest pair first, and two
 * groups become one only where all their pairs together speak for it and none forbids it.
 */
final class Partition {

    /** No single pair says more than so many bits about two groups. */
    private static final double LOUDEST = 14;

    private static final int PASSES = 4;

    private final Judgement judgement;
    private final double same;
    private final int[] of;
    private final List<List<Integer>> members = new ArrayList<>();

    /** What is known of a pair. */
    interface Judgement {

        /** {@return bits for one person} */
        double bits(int one, int other);

        /** {@return whether no one person can have both} */
        boolean excluded(int one, int other);
    }

    /**
     * A pair of rows.
     *
     * @param bits for one person
     */
    record Pair(int one, int other, double bits) {}

    private Partition(int rows, double same, Judgement judgement) {
        this.judgement = judgement;
        this.same = same;
        this.of = new int[rows];
        for (int row = 0; row < rows; row++) {
            of[row] = row;
            members.add(new ArrayList<>(List.of(row)));
        }
    }

    /** {@return the group of each row, named by its first row} */
    static int[] of(int rows, List<Pair> pairs, double same, Judgement judgement) {
        Partition partition = new Partition(rows, same, judgement);
        List<Pair> strongest =
                pairs.stream()
                        .filter(pair -> pair.bits >= same)
                        .sorted(
                                Comparator.comparingDouble(Pair::bits)
                                        .reversed()
                                        .thenComparingInt(Pair::one)
                                        .thenComparingInt(Pair::other))
                        .toList();
        boolean changed = true;
        for (int pass = 0; changed && pass < PASSES; pass++) {
            changed = false;
            for (Pair pair : strongest) {
                changed |= partition.join(partition.of[pair.one], partition.of[pair.other]);
            }
        }
        return Arrays.copyOf(partition.of, rows);
    }

    private boolean join(int one, int other) {
        if (one == other || !agree(members.get(one), members.get(other))) {
            return false;
        }
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        for (int row : members.get(second)) {
            of[row] = first;
        }
        members.get(first).addAll(members.get(second));
        members.get(second).clear();
        return true;
    }

    private boolean agree(List<Integer> some, List<Integer> others) {
        double sum = 0;
        for (int one : some) {
            for (int other : others) {
                if (judgement.excluded(one, other)) {
                    return false;
                }
                sum += Math.clamp(judgement.bits(one, other), -LOUDEST, LOUDEST);
            }
        }
        return sum >= Math.clamp(same, -LOUDEST, LOUDEST) * some.size() * others.size();
    }
}
