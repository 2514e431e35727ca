package org.lianji.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Why a need got the offer that it got, or none; and how much more would have served it.
 *
 * @param why in a word
 * @param lacking units more of one of its offers that would serve it; 0 where it is served, or has
 *     no offer
 */
public record Explanation(Why why, int lacking) {

    /** Why. */
    public enum Why {
        /** It has no other offer. */
        ONLY_OFFER,
        /** None of its offers fits better or is nearer. */
        BEST_OFFER,
        /** Better ones have room no more: they serve others. */
        BEST_WITH_ROOM,
        /** There is no offer for it. */
        NO_OFFER,
        /** None of its offers had as much from the start. */
        TOO_LARGE,
        /** All its offers serve more urgent needs. */
        MORE_URGENT,
        /**
         * Its offers serve needs that are as urgent, and fewer would be served otherwise, or worse,
         * or less evenly.
         */
        AS_URGENT
    }

    /** {@return for each need of the problem, why} */
    public static List<Explanation> of(MatchProblem problem, Assignment assignment) {
        return new Tables(problem, assignment).all();
    }

    private record Tables(
            MatchProblem problem,
            Assignment assignment,
            int[] left,
            int[] leastUrgent,
            List<List<MatchProblem.Candidate>> candidates) {

        Tables(MatchProblem problem, Assignment assignment) {
            this(
                    problem,
                    assignment,
                    problem.offers().stream().mapToInt(MatchProblem.Offer::capacity).toArray(),
                    IntStream.range(0, problem.offers().size()).map(_ -> -1).toArray(),
                    IntStream.range(0, problem.needs().size())
                            .<List<MatchProblem.Candidate>>mapToObj(_ -> new ArrayList<>())
                            .toList());
            problem.candidates().forEach(one -> candidates.get(one.need()).add(one));
            for (int need = 0; need < problem.needs().size(); need++) {
                if (assignment.serves(need)) {
                    int offer = assignment.offer(need);
                    left[offer] -= problem.needs().get(need).units();
                    leastUrgent[offer] =
                            Math.max(leastUrgent[offer], problem.needs().get(need).tier());
                }
            }
        }

        List<Explanation> all() {
            return IntStream.range(0, problem.needs().size()).mapToObj(this::of).toList();
        }

        private Explanation of(int need) {
            return assignment.serves(need)
                    ? new Explanation(served(need), 0)
                    : new Explanation(unserved(need), lacking(need));
        }

        private Why served(int need) {
            List<MatchProblem.Candidate> own = candidates.get(need);
            if (own.stream().map(MatchProblem.Candidate::offer).distinct().count() == 1) {
                return Why.ONLY_OFFER;
            }
            int cheapest = own.stream().mapToInt(this::cost).min().orElseThrow();
            return own.stream()
                            .anyMatch(
                                    one ->
                                            one.offer() == assignment.offer(need)
                                                    && cost(one) == cheapest)
                    ? Why.BEST_OFFER
                    : Why.BEST_WITH_ROOM;
        }

        private int cost(MatchProblem.Candidate one) {
            return Board.cost(problem.weights(), one);
        }

        private Why unserved(int need) {
            MatchProblem.Need asked = problem.needs().get(need);
            List<MatchProblem.Candidate> own = candidates.get(need);
            if (own.isEmpty()) {
                return Why.NO_OFFER;
            }
            List<Integer> large =
                    own.stream()
                            .map(MatchProblem.Candidate::offer)
                            .filter(
                                    offer ->
                                            problem.offers().get(offer).capacity() >= asked.units())
                            .toList();
            if (large.isEmpty()) {
                return Why.TOO_LARGE;
            }
            return large.stream().allMatch(offer -> leastUrgent[offer] < asked.tier())
                    ? Why.MORE_URGENT
                    : Why.AS_URGENT;
        }

        private int lacking(int need) {
            int units = problem.needs().get(need).units();
            return candidates.get(need).stream()
                    .map(one -> units - left[one.offer()])
                    .min(Comparator.naturalOrder())
                    .orElse(0);
        }
    }
}
