package org.lianji.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Groups hold together as a whole, and never against what forbids them. */
class PartitionTests {

    private static final int ROWS = 40;

    private record Known(double[][] weights, boolean[][] forbidden) implements Partition.Judgement {

        @Override
        public double bits(int one, int other) {
            return weights[Math.min(one, other)][Math.max(one, other)];
        }

        @Override
        public boolean excluded(int one, int other) {
            return forbidden[Math.min(one, other)][Math.max(one, other)];
        }
    }

    @RepeatedTest(50)
    void whatNoOnePersonCanHaveIsNeverInOneGroup(RepetitionInfo repetition) {
        Known known = drawn(repetition.getCurrentRepetition());
        int[] groups = Partition.of(ROWS, pairs(known), 0, known);
        for (int i = 0; i < ROWS; i++) {
            for (int j = i + 1; j < ROWS; j++) {
                assertThat(groups[i] == groups[j] && known.excluded(i, j)).isFalse();
            }
        }
    }

    @RepeatedTest(20)
    void theOrderOfPairsDecidesNothing(RepetitionInfo repetition) {
        Known known = drawn(repetition.getCurrentRepetition());
        List<Partition.Pair> pairs = pairs(known);
        int[] groups = Partition.of(ROWS, pairs, 0, known);
        Collections.shuffle(pairs, new Random(3));
        assertThat(Partition.of(ROWS, pairs, 0, known)).containsExactly(groups);
    }

    @Test
    void aChainOfPairsIsNoGroupWhereItsEndsContradict() {
        Known known = new Known(new double[3][3], new boolean[3][3]);
        known.weights[0][1] = 10;
        known.weights[1][2] = 4;
        known.weights[0][2] = -12;
        assertThat(Partition.of(3, pairs(known, 3), 0, known)).containsExactly(0, 0, 2);
    }

    private static Known drawn(int seed) {
        Random dice = new Random(seed);
        Known known = new Known(new double[ROWS][ROWS], new boolean[ROWS][ROWS]);
        for (int i = 0; i < ROWS; i++) {
            for (int j = i + 1; j < ROWS; j++) {
                known.weights[i][j] = dice.nextGaussian(i % 8 == j % 8 ? 8 : -8, 6);
                known.forbidden[i][j] = dice.nextInt(20) == 0;
            }
        }
        return known;
    }

    private static List<Partition.Pair> pairs(Known known) {
        return pairs(known, ROWS);
    }

    private static List<Partition.Pair> pairs(Known known, int rows) {
        List<Partition.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (int j = i + 1; j < rows; j++) {
                pairs.add(new Partition.Pair(i, j, known.bits(i, j)));
            }
        }
        return pairs;
    }
}
