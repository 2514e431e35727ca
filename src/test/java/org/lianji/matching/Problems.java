package org.lianji.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Problems made up by a seed. */
final class Problems {

    private Problems() {}

    /** {@return a small one, in which there is never enough for all} */
    static MatchProblem small(long seed, boolean equalPortions) {
        Random dice = new Random(seed);
        return of(dice, 2 + dice.nextInt(6), 1 + dice.nextInt(4), equalPortions ? 1 : 4);
    }

    /** {@return one of some dozen needs} */
    static MatchProblem middling(long seed, int largest) {
        Random dice = new Random(seed);
        return of(dice, dice.nextInt(40), dice.nextInt(12), largest);
    }

    private static MatchProblem of(Random dice, int needs, int offers, int largest) {
        List<MatchProblem.Candidate> candidates = new ArrayList<>();
        for (int need = 0; need < needs; need++) {
            for (int offer = 0; offer < offers; offer++) {
                if (dice.nextInt(3) > 0) {
                    candidates.add(
                            new MatchProblem.Candidate(
                                    need, offer, dice.nextInt(101), dice.nextInt(130)));
                }
            }
        }
        return new MatchProblem(
                IntStream.range(0, needs)
                        .mapToObj(
                                i ->
                                        new MatchProblem.Need(
                                                "n" + i,
                                                1 + dice.nextInt(largest),
                                                dice.nextInt(3),
                                                "c" + dice.nextInt(3),
                                                "g" + dice.nextInt(2)))
                        .toList(),
                IntStream.range(0, offers)
                        .mapToObj(
                                i -> new MatchProblem.Offer("o" + i, dice.nextInt(2 * largest + 1)))
                        .toList(),
                candidates,
                new MatchProblem.Weights(
                        dice.nextInt(3), dice.nextInt(3), dice.nextInt(4), dice.nextInt(4)));
    }

    /** {@return the same, told in another order} */
    static MatchProblem shuffled(MatchProblem problem, long seed) {
        Random dice = new Random(seed);
        List<Integer> needs = order(problem.needs().size(), dice);
        List<Integer> offers = order(problem.offers().size(), dice);
        List<MatchProblem.Candidate> candidates = new ArrayList<>();
        for (MatchProblem.Candidate one : problem.candidates()) {
            candidates.add(
                    new MatchProblem.Candidate(
                            needs.indexOf(one.need()),
                            offers.indexOf(one.offer()),
                            one.fit(),
                            one.distance()));
        }
        Collections.shuffle(candidates, dice);
        return new MatchProblem(
                needs.stream().map(problem.needs()::get).toList(),
                offers.stream().map(problem.offers()::get).toList(),
                candidates,
                problem.weights());
    }

    private static List<Integer> order(int many, Random dice) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, many).boxed().toList());
        Collections.shuffle(order, dice);
        return order;
    }
}
