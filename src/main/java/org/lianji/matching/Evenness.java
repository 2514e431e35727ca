package org.lianji.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What it adds to the cost to serve one more need of a county, or of a group: the more, the larger
 * the share that is served already. So the sum is convex, and least where shares are even.
 *
 * @param weight of a share of all
 * @param size how many needs there are
 */
record Evenness(int weight, int size) {

    static Evenness[] of(int weight, int[] sizes) {
        return IntStream.of(sizes)
                .mapToObj(size -> new Evenness(weight, size))
                .toArray(Evenness[]::new);
    }

    /** So many needs in a row that add the same. */
    record Step(int many, int cost) {}

    /** {@return what the next need adds} */
    int next(int served) {
        return (int) ((long) weight * MatchProblem.MOST * served / size);
    }

    /** {@return all that is added, in steps that rise} */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int served = 0; served < size; ) {
            int cost = next(served);
            int from = served;
            while (served < size && next(served) == cost) {
                served++;
            }
            steps.add(new Step(served - from, cost));
        }
        return steps;
    }
}
