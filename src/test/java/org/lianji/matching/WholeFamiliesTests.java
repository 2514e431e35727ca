package org.lianji.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A family is served whole: nothing twice, and what several need of a kind by one offer. */
class WholeFamiliesTests {

    private static final int CASES = 200;
    private static final int MANY = 200;

    private final Matcher best = new BestMatcher();

    private static List<WholeFamilies.Member> members(MatchProblem problem, long seed) {
        Random dice = new Random(seed);
        return IntStream.range(0, problem.needs().size())
                .mapToObj(
                        i -> {
                            int kind = dice.nextInt(2);
                            return new WholeFamilies.Member(
                                    "p" + i,
                                    switch (dice.nextInt(4)) {
                                        case 0 -> List.of();
                                        case 1 -> List.of("h" + i / 2, "h" + i / 4);
                                        default -> List.of("h" + i / 2);
                                    },
                                    "k" + kind,
                                    kind == 0);
                        })
                .toList();
    }

    /** By the text: over and over, until nobody shares a household with another family. */
    private static boolean related(List<WholeFamilies.Member> all, int one, int other) {
        Set<Integer> family = new HashSet<>(Set.of(one));
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < all.size(); i++) {
                for (int j : Set.copyOf(family)) {
                    List<String> theirs = all.get(j).households();
                    if (all.get(i).households().stream().anyMatch(theirs::contains)) {
                        more |= family.add(i);
                    }
                }
            }
        }
        return family.contains(other);
    }

    @Test
    void nothingIsBetterThanTheBestOfWholeFamilies() {
        for (long seed = 0; seed < CASES; seed++) {
            MatchProblem each = Problems.small(seed, seed % 2 == 0);
            MatchProblem whole = WholeFamilies.of(each, members(each, seed)).whole();
            Assignment found = best.match(whole);
            assertThat(
                            Worth.of(
                                    whole,
                                    IntStream.range(0, whole.needs().size())
                                            .map(found::offer)
                                            .toArray()))
                    .as("case %s: %s", seed, whole)
                    .isEqualTo(Worth.best(whole));
        }
    }

    @Test
    void noFamilyGetsWhatItSharesTwiceAndWhatSeveralNeedIsServedByOneOffer() {
        int together = 0;
        int later = 0;
        for (long seed = 0; seed < MANY; seed++) {
            MatchProblem each = Problems.middling(seed, seed % 4 == 0 ? 3 : 1);
            List<WholeFamilies.Member> members = members(each, seed);
            WholeFamilies families = WholeFamilies.of(each, members);
            for (Matcher matcher : List.of(best, new GreedyMatcher())) {
                Assignment found = matcher.match(families.whole());
                Map<Integer, Integer> given = new HashMap<>();
                List<Integer> served = new ArrayList<>();
                for (int need = 0; need < members.size(); need++) {
                    if (!families.later(need) && found.serves(families.place(need))) {
                        int offer = found.offer(families.place(need));
                        int asked = need;
                        assertThat(each.candidates())
                                .as("case %s", seed)
                                .anyMatch(one -> one.need() == asked && one.offer() == offer);
                        given.merge(offer, each.needs().get(need).units(), Integer::sum);
                        served.add(need);
                    }
                }
                assertThat(given)
                        .allSatisfy(
                                (offer, units) ->
                                        assertThat(units)
                                                .isLessThanOrEqualTo(
                                                        each.offers().get(offer).capacity()));
                for (int one : served) {
                    for (int other : served) {
                        if (one < other
                                && members.get(one).kind().equals(members.get(other).kind())
                                && related(members, one, other)) {
                            assertThat(members.get(one).shared())
                                    .as("case %s: a family's twice", seed)
                                    .isFalse();
                        }
                    }
                }
            }
            for (int one = 0; one < members.size(); one++) {
                later += families.later(one) ? 1 : 0;
                for (int other = 0; other < one; other++) {
                    if (!families.later(one) && families.place(one) == families.place(other)) {
                        together++;
                        assertThat(related(members, one, other)).as("case %s", seed).isTrue();
                        assertThat(members.get(one).kind()).isEqualTo(members.get(other).kind());
                    }
                }
            }
        }
        assertThat(together).as("cases that tell something").isGreaterThan(20);
        assertThat(later).as("cases that tell something").isGreaterThan(20);
    }

    private static MatchProblem.Need need(String key, int units) {
        return new MatchProblem.Need(key, units, 1, "c", "g");
    }

    private static List<WholeFamilies.Member> sisters(boolean shared) {
        return List.of(
                new WholeFamilies.Member("a", List.of("h"), "k", shared),
                new WholeFamilies.Member("b", List.of("h"), "k", shared));
    }

    @Test
    void twoSistersAreServedByOneOfferOrNeitherIs() {
        MatchProblem each =
                new MatchProblem(
                        List.of(need("a", 1), need("b", 1), need("c", 1)),
                        List.of(new MatchProblem.Offer("x", 2), new MatchProblem.Offer("y", 1)),
                        List.of(
                                new MatchProblem.Candidate(0, 0, 50, 0),
                                new MatchProblem.Candidate(0, 1, 100, 0),
                                new MatchProblem.Candidate(1, 0, 50, 0),
                                new MatchProblem.Candidate(1, 1, 100, 0),
                                new MatchProblem.Candidate(2, 0, 100, 0)),
                        MatchProblem.Weights.EVEN);
        List<WholeFamilies.Member> members = new ArrayList<>(sisters(false));
        members.add(new WholeFamilies.Member("c", List.of(), "k", false));

        WholeFamilies families = WholeFamilies.of(each, members);

        assertThat(families.place(0)).isEqualTo(families.place(1));
        assertThat(families.whole().needs().get(families.place(0)).units()).isEqualTo(2);
        Assignment found = best.match(families.whole());
        assertThat(found.serves(families.place(0)) ^ found.serves(families.place(2))).isTrue();
    }

    /** No offer has enough for both: one is helped rather than none. */
    @Test
    void nobodyGoesWithoutBecauseOfASister() {
        MatchProblem each =
                new MatchProblem(
                        List.of(need("a", 1), need("b", 1)),
                        List.of(new MatchProblem.Offer("x", 1)),
                        List.of(
                                new MatchProblem.Candidate(0, 0, 50, 0),
                                new MatchProblem.Candidate(1, 0, 50, 0)),
                        MatchProblem.Weights.EVEN);

        WholeFamilies families = WholeFamilies.of(each, sisters(false));

        assertThat(families.whole().needs()).hasSize(2);
        Assignment found = best.match(families.whole());
        assertThat(found.serves(0) ^ found.serves(1)).isTrue();
    }

    @Test
    void whatAFamilySharesIsAskedForOnce() {
        MatchProblem each =
                new MatchProblem(
                        List.of(need("a", 1), need("b", 1)),
                        List.of(new MatchProblem.Offer("x", 5)),
                        List.of(
                                new MatchProblem.Candidate(0, 0, 50, 0),
                                new MatchProblem.Candidate(1, 0, 50, 0)),
                        MatchProblem.Weights.EVEN);

        WholeFamilies families = WholeFamilies.of(each, sisters(true));

        assertThat(families.later(0)).isFalse();
        assertThat(families.later(1)).isTrue();
        assertThat(families.whole().needs()).hasSize(1);
    }
}
