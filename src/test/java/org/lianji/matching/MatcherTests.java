package org.lianji.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Who is served, against a solver that tries everything, and by hard rules that nothing breaks. */
class MatcherTests {

    private static final int CASES = 200;
    private static final int MANY = 1_000;

    private final Matcher best = new BestMatcher();
    private final Matcher greedy = new GreedyMatcher();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsBetterThanTheBestAndTheGreedyWayNeverIs(boolean equalPortions) {
        int better = 0;
        for (long seed = 0; seed < CASES; seed++) {
            MatchProblem problem = Problems.small(seed, equalPortions);
            Assignment found = best.match(problem);
            Worth worth = worth(problem, found);
            assertThat(worth).as("case %s: %s", seed, problem).isEqualTo(Worth.best(problem));
            assertThat(found.best() || problem.candidates().isEmpty()).as("case %s", seed).isTrue();
            Worth quick = worth(problem, greedy.match(problem));
            assertThat(worth).as("case %s", seed).isGreaterThanOrEqualTo(quick);
            better += worth.compareTo(quick) > 0 ? 1 : 0;
        }
        assertThat(better).as("cases that tell the one from the other").isGreaterThan(CASES / 10);
    }

    @Test
    void noOfferIsSoldTwiceAndNoNeedIsSplitOrServedByWhatIsNotForIt() {
        for (long seed = 0; seed < MANY; seed++) {
            MatchProblem problem = Problems.middling(seed, seed % 4 == 0 ? 4 : 1);
            lawful(problem, greedy.match(problem));
            lawful(problem, best.match(problem));
        }
    }

    private static void lawful(MatchProblem problem, Assignment assignment) {
        Map<Integer, Integer> taken = new HashMap<>();
        for (int need = 0; need < problem.needs().size(); need++) {
            if (assignment.serves(need)) {
                int asked = need;
                int offer = assignment.offer(need);
                assertThat(problem.candidates())
                        .anyMatch(one -> one.need() == asked && one.offer() == offer);
                taken.merge(offer, problem.needs().get(need).units(), Integer::sum);
            }
        }
        assertThat(taken)
                .allSatisfy(
                        (offer, units) ->
                                assertThat(units)
                                        .isLessThanOrEqualTo(
                                                problem.offers().get(offer).capacity()));
    }

    @Test
    void theOrderInWhichAProblemIsToldDecidesNothing() {
        for (long seed = 0; seed < CASES; seed++) {
            MatchProblem problem = Problems.middling(seed, seed % 4 == 0 ? 3 : 1);
            MatchProblem other = Problems.shuffled(problem, seed);
            for (Matcher matcher : List.of(best, greedy)) {
                assertThat(pairs(other, matcher.match(other)))
                        .as("case %s by %s", seed, matcher)
                        .isEqualTo(pairs(problem, matcher.match(problem)));
            }
        }
    }

    private static Map<String, String> pairs(MatchProblem problem, Assignment assignment) {
        Map<String, String> pairs = new HashMap<>();
        for (int need = 0; need < problem.needs().size(); need++) {
            pairs.put(
                    problem.needs().get(need).key(),
                    assignment.serves(need)
                            ? problem.offers().get(assignment.offer(need)).key()
                            : "");
        }
        return pairs;
    }

    /** The greedy way gives a's only offer away. */
    @Test
    void aNeedWithAChoiceMakesRoomForOneWithout() {
        MatchProblem problem =
                new MatchProblem(
                        List.of(need("a", 1), need("b", 1)),
                        List.of(new MatchProblem.Offer("x", 1), new MatchProblem.Offer("y", 1)),
                        List.of(candidate(0, 0, 90), candidate(1, 0, 100), candidate(1, 1, 10)),
                        MatchProblem.Weights.EVEN);

        assertThat(best.match(problem)).hasToString("[0, 1]");
        assertThat(greedy.match(problem)).hasToString("[-1, 0]");
    }

    @Test
    void oneUrgentNeedComesBeforeAnyNumberOfOthers() {
        MatchProblem problem =
                new MatchProblem(
                        List.of(
                                new MatchProblem.Need("large", 3, 0, "c", "g"),
                                need("a", 1),
                                need("b", 1),
                                need("c", 1)),
                        List.of(new MatchProblem.Offer("x", 3)),
                        IntStream.range(0, 4)
                                .mapToObj(i -> candidate(i, 0, i == 0 ? 0 : 100))
                                .toList(),
                        MatchProblem.Weights.EVEN);

        assertThat(best.match(problem)).hasToString("[0, -1, -1, -1]");
    }

    @Test
    void ofEquallyUrgentNeedsEachCountyAndEachGroupGetsItsShare() {
        List<MatchProblem.Need> needs =
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        new MatchProblem.Need(
                                                "n" + i,
                                                1,
                                                1,
                                                i < 8 ? "large" : "small",
                                                "g" + i % 2))
                        .toList();
        MatchProblem problem =
                new MatchProblem(
                        needs,
                        List.of(new MatchProblem.Offer("x", 6)),
                        IntStream.range(0, 12).mapToObj(i -> candidate(i, 0, 50)).toList(),
                        MatchProblem.Weights.EVEN);

        Assignment found = best.match(problem);

        assertThat(served(needs, found, "large", "g0")).isEqualTo(2);
        assertThat(served(needs, found, "large", "g1")).isEqualTo(2);
        assertThat(served(needs, found, "small", "g0")).isEqualTo(1);
        assertThat(served(needs, found, "small", "g1")).isEqualTo(1);
    }

    private static long served(
            List<MatchProblem.Need> needs, Assignment found, String county, String group) {
        return IntStream.range(0, needs.size())
                .filter(found::serves)
                .mapToObj(needs::get)
                .filter(one -> one.county().equals(county) && one.group().equals(group))
                .count();
    }

    @Test
    void withoutTheNativeLibraryTheGreedyWayAnswers() {
        Matcher poor =
                new BestMatcher(
                        () -> {
                            throw new UnsatisfiedLinkError("none here");
                        });
        LongStream.range(0, CASES)
                .mapToObj(seed -> Problems.middling(seed, 2))
                .forEach(
                        problem ->
                                assertThat(poor.match(problem)).isEqualTo(greedy.match(problem)));
    }

    @Test
    void whyANeedIsServedOrNotIsTold() {
        MatchProblem problem =
                new MatchProblem(
                        List.of(
                                need("0 urgent", 0),
                                need("1 nothing", 1),
                                need("2 later", 2),
                                need("3 also", 1),
                                need("4 also", 1),
                                new MatchProblem.Need("5 large", 9, 0, "c", "g")),
                        List.of(
                                new MatchProblem.Offer("x", 1),
                                new MatchProblem.Offer("y", 1),
                                new MatchProblem.Offer("z", 2)),
                        List.of(
                                candidate(0, 0, 100),
                                candidate(2, 0, 100),
                                candidate(3, 1, 100),
                                candidate(4, 1, 90),
                                candidate(5, 2, 100)),
                        MatchProblem.Weights.EVEN);

        assertThat(Explanation.of(problem, best.match(problem)))
                .containsExactly(
                        new Explanation(Explanation.Why.ONLY_OFFER, 0),
                        new Explanation(Explanation.Why.NO_OFFER, 0),
                        new Explanation(Explanation.Why.MORE_URGENT, 1),
                        new Explanation(Explanation.Why.ONLY_OFFER, 0),
                        new Explanation(Explanation.Why.AS_URGENT, 1),
                        new Explanation(Explanation.Why.TOO_LARGE, 7));
    }

    private static Worth worth(MatchProblem problem, Assignment found) {
        return Worth.of(
                problem, IntStream.range(0, problem.needs().size()).map(found::offer).toArray());
    }

    private static MatchProblem.Need need(String key, int tier) {
        return new MatchProblem.Need(key, 1, tier, "c", "g");
    }

    private static MatchProblem.Candidate candidate(int need, int offer, int fit) {
        return new MatchProblem.Candidate(need, offer, fit, 0);
    }
}
