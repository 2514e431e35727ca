package org.lianji.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an assignment is worth, by docs/matching.md and not by the matcher: how many of each tier
 * are served, then the least cost.
 */
record Worth(List<Integer> served, long cost) implements Comparable<Worth> {

    private static final int TIERS = 9;

    static Worth of(MatchProblem problem, int[] offers) {
        List<Integer> served = new ArrayList<>();
        for (int tier = 0; tier < TIERS; tier++) {
            int many = 0;
            for (int need = 0; need < offers.length; need++) {
                if (problem.needs().get(need).tier() == tier && offers[need] >= 0) {
                    many++;
                }
            }
            served.add(many);
        }
        long cost = 0;
        Map<String, Integer> counties = new HashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        for (int need = 0; need < offers.length; need++) {
            MatchProblem.Need one = problem.needs().get(need);
            if (offers[need] >= 0) {
                cost += cheapest(problem, need, offers[need]);
                counties.merge(one.county(), 1, Integer::sum);
                groups.merge(one.county() + "/" + one.group(), 1, Integer::sum);
            }
        }
        for (Map.Entry<String, Integer> one : counties.entrySet()) {
            long size =
                    problem.needs().stream().filter(n -> n.county().equals(one.getKey())).count();
            cost += uneven(problem.weights().counties(), one.getValue(), size);
        }
        for (Map.Entry<String, Integer> one : groups.entrySet()) {
            long size =
                    problem.needs().stream()
                            .filter(n -> (n.county() + "/" + n.group()).equals(one.getKey()))
                            .count();
            cost += uneven(problem.weights().groups(), one.getValue(), size);
        }
        return new Worth(served, cost);
    }

    private static long uneven(int weight, int served, long size) {
        long sum = 0;
        for (int before = 0; before < served; before++) {
            sum += weight * 100L * before / size;
        }
        return sum;
    }

    private static long cheapest(MatchProblem problem, int need, int offer) {
        return problem.candidates().stream()
                .filter(one -> one.need() == need && one.offer() == offer)
                .mapToLong(
                        one ->
                                problem.weights().fit() * (100L - one.fit())
                                        + problem.weights().distance()
                                                * (long) Math.min(100, one.distance()))
                .min()
                .orElseThrow();
    }

    /** {@return the best of all assignments, each of them tried} */
    static Worth best(MatchProblem problem) {
        int[] left = problem.offers().stream().mapToInt(MatchProblem.Offer::capacity).toArray();
        return best(problem, new int[problem.needs().size()], 0, left, null);
    }

    private static Worth best(
            MatchProblem problem, int[] offers, int need, int[] left, Worth soFar) {
        if (need == offers.length) {
            Worth worth = of(problem, offers);
            return soFar == null || worth.compareTo(soFar) > 0 ? worth : soFar;
        }
        offers[need] = -1;
        Worth best = best(problem, offers, need + 1, left, soFar);
        int units = problem.needs().get(need).units();
        for (MatchProblem.Candidate one : problem.candidates()) {
            if (one.need() == need && left[one.offer()] >= units) {
                offers[need] = one.offer();
                left[one.offer()] -= units;
                best = best(problem, offers, need + 1, left, best);
                left[one.offer()] += units;
            }
        }
        return best;
    }

    /** The larger the better. */
    @Override
    public int compareTo(Worth other) {
        for (int tier = 0; tier < TIERS; tier++) {
            int difference = Integer.compare(served.get(tier), other.served.get(tier));
            if (difference != 0) {
                return difference;
            }
        }
        return Long.compare(other.cost, cost);
    }
}
