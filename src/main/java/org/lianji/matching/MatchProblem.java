package org.lianji.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Needs, offers, and which of them could meet. Whoever makes it has left out what must never meet:
 * the matcher knows no people and no rules beside capacity.
 *
 * @param needs to be served
 * @param offers to serve them
 * @param candidates which offer could serve which need
 * @param weights what counts how much among equally urgent needs
 */
public record MatchProblem(
        List<Need> needs, List<Offer> offers, List<Candidate> candidates, Weights weights) {

    /** Fits and distances end here. */
    public static final int MOST = 100;

    private static final int TIERS = 9;

    public MatchProblem {
        needs = List.copyOf(needs);
        offers = List.copyOf(offers);
        candidates = List.copyOf(candidates);
        unique(needs.stream().map(Need::key), needs.size());
        unique(offers.stream().map(Offer::key), offers.size());
        for (Candidate one : candidates) {
            require(one.need >= 0 && one.need < needs.size(), "a candidate's need is one of them");
            require(
                    one.offer >= 0 && one.offer < offers.size(),
                    "a candidate's offer is one of them");
        }
    }

    /**
     * One household's need: served whole, by one offer, or not at all.
     *
     * @param key unique; decides between what is equally good
     * @param units how much of an offer it takes
     * @param tier 0 for the most urgent
     * @param county among which help is spread evenly
     * @param group among which it is spread evenly within a county
     */
    public record Need(String key, int units, int tier, String county, String group) {

        public Need {
            require(units > 0, "a need asks for one unit at least");
            require(tier >= 0 && tier < TIERS, "tiers are numbered 0 to " + (TIERS - 1));
        }
    }

    /**
     * What can be given.
     *
     * @param key unique
     * @param capacity units that are left
     */
    public record Offer(String key, int capacity) {

        public Offer {
            require(capacity >= 0, "a capacity is no debt");
        }
    }

    /**
     * An offer that could serve a need.
     *
     * @param need its place among the needs
     * @param offer its place among the offers
     * @param fit how well they fit, 0 to 100
     * @param distance kilometres, counted up to 100
     */
    public record Candidate(int need, int offer, int fit, int distance) {

        public Candidate {
            require(fit >= 0 && fit <= MOST, "a fit is 0 to " + MOST);
            require(distance >= 0, "a distance is not negative");
        }
    }

    /**
     * What counts how much among equally urgent needs, each 0 to 10.
     *
     * @param fit of a bad fit
     * @param distance of a long way
     * @param counties of serving a county in which more were served already
     * @param groups the same of a group within its county
     */
    public record Weights(int fit, int distance, int counties, int groups) {

        public static final Weights EVEN = new Weights(1, 1, 1, 1);

        private static final int HEAVIEST = 10;

        public Weights {
            require(
                    Stream.of(fit, distance, counties, groups)
                            .allMatch(one -> one >= 0 && one <= HEAVIEST),
                    "a weight is 0 to " + HEAVIEST);
        }
    }

    private static void unique(Stream<String> keys, int many) {
        Set<String> all = new HashSet<>(many * 2);
        require(keys.allMatch(all::add), "a key names one alone");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
