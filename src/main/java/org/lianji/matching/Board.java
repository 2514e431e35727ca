package org.lianji.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A problem in the order of its keys, so that the order in which it was told decides nothing.
 * Needs, offers and candidates are numbered anew; a need's candidates stand together, the cheapest
 * first.
 */
final class Board {

    private final MatchProblem problem;
    private final int[] needs;
    private final int[] offers;
    private final int[] start;
    private final int[] offerOf;
    private final int[] costOf;
    private final int[] county;
    private final int[] cell;
    private final int[] countySizes;
    private final int[] cellSizes;
    private final int[] cellCounty;

    Board(MatchProblem problem) {
        this.problem = problem;
        this.needs = order(problem.needs().stream().map(MatchProblem.Need::key).toList());
        this.offers = order(problem.offers().stream().map(MatchProblem.Offer::key).toList());
        this.start = new int[needs.length + 1];
        this.offerOf = new int[problem.candidates().size()];
        this.costOf = new int[offerOf.length];
        candidates();
        this.county = new int[needs.length];
        this.cell = new int[needs.length];
        Map<String, Integer> counties = new HashMap<>();
        Map<List<String>, Integer> cells = new HashMap<>();
        for (int need = 0; need < needs.length; need++) {
            MatchProblem.Need one = need(need);
            county[need] = number(counties, one.county());
            cell[need] = number(cells, List.of(one.county(), one.group()));
        }
        this.countySizes = sizes(county, counties.size());
        this.cellSizes = sizes(cell, cells.size());
        this.cellCounty = new int[cells.size()];
        for (int need = 0; need < needs.length; need++) {
            cellCounty[cell[need]] = county[need];
        }
    }

    private static int[] order(List<String> keys) {
        return IntStream.range(0, keys.size())
                .boxed()
                .sorted(Comparator.comparing(keys::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        return numbers.computeIfAbsent(key, _ -> numbers.size());
    }

    private static int[] sizes(int[] member, int many) {
        int[] sizes = new int[many];
        for (int one : member) {
            sizes[one]++;
        }
        return sizes;
    }

    /** Sorted by need, cost and offer, each in one long: there may be millions. */
    private void candidates() {
        int[] needPlaces = places(needs);
        int[] offerPlaces = places(offers);
        long[][] rows = new long[needs.length][];
        int[] many = new int[needs.length];
        for (MatchProblem.Candidate one : problem.candidates()) {
            many[needPlaces[one.need()]]++;
        }
        for (int need = 0; need < needs.length; need++) {
            rows[need] = new long[many[need]];
            start[need + 1] = start[need] + many[need];
        }
        for (MatchProblem.Candidate one : problem.candidates()) {
            int need = needPlaces[one.need()];
            rows[need][--many[need]] =
                    ((long) cost(problem.weights(), one) << Integer.SIZE)
                            | offerPlaces[one.offer()];
        }
        for (int need = 0; need < needs.length; need++) {
            Arrays.sort(rows[need]);
            for (int i = 0; i < rows[need].length; i++) {
                costOf[start[need] + i] = (int) (rows[need][i] >>> Integer.SIZE);
                offerOf[start[need] + i] = (int) rows[need][i];
            }
        }
    }

    private static int[] places(int[] order) {
        int[] places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        return places;
    }

    static int cost(MatchProblem.Weights weights, MatchProblem.Candidate one) {
        return weights.fit() * (MatchProblem.MOST - one.fit())
                + weights.distance() * Math.min(one.distance(), MatchProblem.MOST);
    }

    private MatchProblem.Need need(int need) {
        return problem.needs().get(needs[need]);
    }

    int needs() {
        return needs.length;
    }

    int offers() {
        return offers.length;
    }

    int units(int need) {
        return need(need).units();
    }

    int tier(int need) {
        return need(need).tier();
    }

    /** {@return how many tiers there are, with those nobody is in} */
    int tiers() {
        return problem.needs().stream().mapToInt(one -> one.tier() + 1).max().orElse(0);
    }

    int capacity(int offer) {
        return problem.offers().get(offers[offer]).capacity();
    }

    /** {@return the first candidate of the need; its last is before the first of the next} */
    int first(int need) {
        return start[need];
    }

    int candidates(int need) {
        return start[need + 1] - start[need];
    }

    int offerOf(int candidate) {
        return offerOf[candidate];
    }

    int costOf(int candidate) {
        return costOf[candidate];
    }

    int county(int need) {
        return county[need];
    }

    int cell(int need) {
        return cell[need];
    }

    int cellCounty(int cell) {
        return cellCounty[cell];
    }

    /** {@return what serving the counties' needs adds, one need after the other} */
    Evenness[] counties() {
        return Evenness.of(problem.weights().counties(), countySizes);
    }

    /** {@return the same of groups within their counties} */
    Evenness[] cells() {
        return Evenness.of(problem.weights().groups(), cellSizes);
    }

    /** {@return the assignment in the problem's own order} */
    Assignment told(int[] candidateOf, boolean best) {
        int[] told = new int[needs.length];
        for (int need = 0; need < needs.length; need++) {
            int candidate = candidateOf[need];
            told[needs[need]] =
                    candidate == Assignment.NONE ? Assignment.NONE : offers[offerOf[candidate]];
        }
        return new Assignment(told, best);
    }
}
