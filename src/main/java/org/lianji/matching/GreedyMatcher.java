package org.lianji.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The most urgent need first, each with the best offer that has room: plain Java, quick, and not
 * the best. Runs where the native library doesn't load, and is what the optimum is compared with.
 */
public final class GreedyMatcher implements Matcher {

    @Override
    public Assignment match(MatchProblem problem) {
        Board board = new Board(problem);
        return board.told(candidates(board), false);
    }

    /** {@return for each need its candidate, or {@link Assignment#NONE}} */
    static int[] candidates(Board board) {
        int[] left = IntStream.range(0, board.offers()).map(board::capacity).toArray();
        int[] taken = new int[board.needs()];
        Arrays.fill(taken, Assignment.NONE);
        for (int need : turns(board)) {
            int end = board.first(need) + board.candidates(need);
            for (int one = board.first(need); one < end; one++) {
                int offer = board.offerOf(one);
                if (left[offer] >= board.units(need)) {
                    left[offer] -= board.units(need);
                    taken[need] = one;
                    break;
                }
            }
        }
        return taken;
    }

    /** By tier, then by the best candidate, then by key. */
    private static List<Integer> turns(Board board) {
        return IntStream.range(0, board.needs())
                .filter(need -> board.candidates(need) > 0)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingInt(board::tier)
                                .thenComparingInt(need -> board.costOf(board.first(need)))
                                .thenComparingInt(need -> need))
                .toList();
    }
}
