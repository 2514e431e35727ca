package org.lianji.matching;

import org.lianji.bench.MeasuredPage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A province's needs matched by the optimum and by the greedy way; writes the figures of
 * docs/matching.md.
 */
final class MatchingMeasure {

    private static final Path PAGE = Path.of("docs/matching.md");

    private static final int NEEDS = 70_000;
    private static final int OFFERS = 3_000;
    private static final int CANDIDATES = 20;
    private static final int COUNTIES = 100;
    private static final int GROUPS = 6;
    private static final int LARGEST_OFFER = 30;
    private static final int TIERS = 3;
    private static final long SEED = 20_261_129;

    /** As many needs of different portions as a county has. */
    private static final int COUNTY_NEEDS = 300;

    private MatchingMeasure() {}

    public static void main(String[] arguments) throws IOException {
        StringBuilder table =
                new StringBuilder(
                        """
                        | | seconds | served at once, soon, later | least and mean share, counties | least and mean share, groups |
                        |---|---|---|---|---|
                        """);
        MatchProblem province = problem(NEEDS, OFFERS, COUNTIES, 1);
        String optimum = row("optimum, a flow", province, new BestMatcher());
        long memory = peak();
        table.append(optimum).append(row("greedy", province, new GreedyMatcher()));
        MatchProblem county = problem(COUNTY_NEEDS, COUNTY_NEEDS / 20, 1, 4);
        table.append(row("one county, portions 1 to 4: optimum", county, new BestMatcher()))
                .append(row("the same, greedy", county, new GreedyMatcher()));
        MeasuredPage.write(
                PAGE,
                "measured",
                table.append(
                                """

                                The process took %d MB at most, the solver's native memory included (Java's heap was given 512 MB).
                                """
                                        .formatted(memory))
                        .toString());
    }

    /**
     * Help is scarce where need is large: counties differ in how much is offered to them, and near
     * offers are asked for by many.
     */
    private static MatchProblem problem(int needs, int offers, int counties, int largest) {
        Random dice = new Random(SEED);
        int[] countyOfOffer =
                IntStream.range(0, offers)
                        .map(_ -> (int) (counties * Math.pow(dice.nextDouble(), 1.5)))
                        .toArray();
        List<List<Integer>> local = new ArrayList<>();
        IntStream.range(0, counties).forEach(_ -> local.add(new ArrayList<>()));
        IntStream.range(0, offers).forEach(offer -> local.get(countyOfOffer[offer]).add(offer));
        List<MatchProblem.Need> asked = new ArrayList<>();
        List<MatchProblem.Candidate> candidates = new ArrayList<>();
        for (int need = 0; need < needs; need++) {
            int county = dice.nextInt(counties);
            asked.add(
                    new MatchProblem.Need(
                            "n%06d".formatted(need),
                            1 + dice.nextInt(largest),
                            Math.min(TIERS - 1, dice.nextInt(10) / 2),
                            "c" + county,
                            "g" + dice.nextInt(GROUPS)));
            for (int offer : candidates(dice, local.get(county), offers)) {
                int distance =
                        countyOfOffer[offer] == county ? dice.nextInt(20) : 20 + dice.nextInt(80);
                candidates.add(
                        new MatchProblem.Candidate(need, offer, 60 + dice.nextInt(41), distance));
            }
        }
        return new MatchProblem(
                asked,
                IntStream.range(0, offers)
                        .mapToObj(
                                offer ->
                                        new MatchProblem.Offer(
                                                "o%05d".formatted(offer),
                                                1 + dice.nextInt(LARGEST_OFFER)))
                        .toList(),
                candidates,
                MatchProblem.Weights.EVEN);
    }

    private static Set<Integer> candidates(Random dice, List<Integer> local, int offers) {
        Set<Integer> some = new HashSet<>();
        for (int i = 0; i < CANDIDATES / 2 && !local.isEmpty(); i++) {
            some.add(local.get(dice.nextInt(local.size())));
        }
        while (some.size() < Math.min(CANDIDATES, offers)) {
            some.add(dice.nextInt(offers));
        }
        return some;
    }

    private static String row(String title, MatchProblem problem, Matcher matcher) {
        long begin = System.nanoTime();
        Assignment found = matcher.match(problem);
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        int[] served = new int[TIERS];
        int[] asked = new int[TIERS];
        for (int need = 0; need < problem.needs().size(); need++) {
            int tier = problem.needs().get(need).tier();
            asked[tier]++;
            served[tier] += found.serves(need) ? 1 : 0;
        }
        String row =
                "| %s%s | %.1f | %s | %s | %s |%n"
                        .formatted(
                                title,
                                found.best() ? ", proven" : "",
                                seconds,
                                String.join(
                                        ", ",
                                        IntStream.range(0, TIERS)
                                                .mapToObj(
                                                        tier -> served[tier] + " of " + asked[tier])
                                                .toList()),
                                shares(problem, found, MatchProblem.Need::county),
                                shares(problem, found, one -> one.county() + "/" + one.group()));
        System.out.print(row);
        return row;
    }

    private static String shares(
            MatchProblem problem, Assignment found, Function<MatchProblem.Need, String> of) {
        Map<String, int[]> counts = new HashMap<>();
        for (int need = 0; need < problem.needs().size(); need++) {
            int[] count =
                    counts.computeIfAbsent(of.apply(problem.needs().get(need)), _ -> new int[2]);
            count[0]++;
            count[1] += found.serves(need) ? 1 : 0;
        }
        double[] shares =
                counts.values().stream().mapToDouble(one -> 100.0 * one[1] / one[0]).toArray();
        return "%.1f %%, %.1f %%"
                .formatted(
                        Arrays.stream(shares).min().orElse(0),
                        Arrays.stream(shares).average().orElse(0));
    }

    /** The most that the process had in memory, Linux's own count. */
    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
