package org.lianji.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The best that one can make of published figures of a region who knows how they are blurred: how
 * many people there are of each combination of traits, none less than nobody, and how much each
 * layer is off, such that all of it is as likely as can be (least squares, by coordinate descent).
 */
final class BestGuess {

    private static final int ROUNDS = 400;

    /** Variances of a layer that stands, and of what changes with the people. */
    private static final double STANDING = 10.5;

    private static final double CHANGING = 7.8;

    private record Unknown(List<Integer> figures, double pull, boolean people) {}

    private final List<TreeSet<String>> combinations = new ArrayList<>();
    private final List<Unknown> unknowns = new ArrayList<>();
    private final double[] solution;

    BestGuess(
            String region,
            Map<String, List<String>> items,
            List<String> years,
            Map<StatisticsFigure, Double> published) {
        combine(items, years);
        List<StatisticsFigure> figures =
                published.keySet().stream()
                        .filter(figure -> figure.region().equals(region))
                        .filter(figure -> years(figure))
                        .toList();
        Map<StatisticsFigure, List<Integer>> layers = new HashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            for (StatisticsFigure layer : figures.get(i).layers()) {
                layers.computeIfAbsent(layer, _ -> new ArrayList<>()).add(i);
            }
        }
        for (TreeSet<String> combination : combinations) {
            List<Integer> of = new ArrayList<>();
            for (int i = 0; i < figures.size(); i++) {
                if (combination.containsAll(figures.get(i).traits())) {
                    of.add(i);
                }
            }
            unknowns.add(new Unknown(of, 0, true));
        }
        layers.values().forEach(of -> unknowns.add(new Unknown(of, CHANGING / STANDING, false)));
        double[] left = figures.stream().mapToDouble(published::get).toArray();
        solution = solve(left);
    }

    /** Months are too few in each to show. */
    private static boolean years(StatisticsFigure figure) {
        return figure.traits().stream()
                .noneMatch(trait -> trait.matches("(startMonth|validFrom)=.*-.*"));
    }

    private void combine(Map<String, List<String>> items, List<String> years) {
        years.forEach(
                year ->
                        combinations.add(
                                new TreeSet<>(List.of("validFrom=2025", "startMonth=" + year))));
        items.forEach(
                (item, values) -> {
                    List<TreeSet<String>> before = List.copyOf(combinations);
                    combinations.clear();
                    before.forEach(
                            one ->
                                    values.forEach(
                                            value -> {
                                                TreeSet<String> longer = new TreeSet<>(one);
                                                longer.add(item + "=" + value);
                                                combinations.add(longer);
                                            }));
                });
    }

    private double[] solve(double[] left) {
        double[] solution = new double[unknowns.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int u = 0; u < solution.length; u++) {
                Unknown unknown = unknowns.get(u);
                double gradient = -unknown.pull() * solution[u];
                for (int figure : unknown.figures()) {
                    gradient += left[figure];
                }
                double weight = unknown.figures().size() + unknown.pull();
                double next = weight == 0 ? 0 : solution[u] + gradient / weight;
                double step = (unknown.people() ? Math.max(0, next) : next) - solution[u];
                solution[u] += step;
                for (int figure : unknown.figures()) {
                    left[figure] -= step;
                }
            }
        }
        return solution;
    }

    /** {@return how many people the group has, as far as can be known} */
    double people(StatisticsFigure group) {
        return IntStream.range(0, combinations.size())
                .filter(i -> combinations.get(i).containsAll(group.traits()))
                .mapToDouble(i -> solution[i])
                .sum();
    }
}
