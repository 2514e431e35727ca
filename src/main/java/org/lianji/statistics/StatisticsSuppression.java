package org.lianji.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hides cells beyond the unsafe ones until those that show, and the rule that parts make up their
 * total, tell none of the hidden (secondary suppression: Hundepool et al., Statistical Disclosure
 * Control, 2012, 4.4). It takes the totals to be exact, and empty cells to be known as such, which
 * they are not: noise comes on top.
 */
final class StatisticsSuppression {

    /**
     * @param total what the parts make up
     * @param parts told apart in one way
     */
    record Line(List<String> total, List<List<String>> parts) {

        Stream<List<String>> cells() {
            return Stream.concat(parts.stream(), Stream.of(total));
        }
    }

    private final Map<List<String>, Long> people;
    private final List<Line> lines;
    private final Map<List<String>, List<Line>> linesOf = new HashMap<>();
    private final Set<List<String>> hidden;

    private StatisticsSuppression(Map<List<String>, Long> people, Set<List<String>> unsafe) {
        this.people = people;
        this.lines = lines(people.keySet());
        this.hidden = new HashSet<>(unsafe);
        for (Line line : lines) {
            line.cells()
                    .forEach(
                            cell ->
                                    linesOf.computeIfAbsent(cell, _ -> new ArrayList<>())
                                            .add(line));
        }
    }

    /**
     * {@return the cells to hide}
     *
     * @param people by cell that is not empty, totals included
     * @param unsafe cells that must not show
     */
    static Set<List<String>> hidden(Map<List<String>, Long> people, Set<List<String>> unsafe) {
        StatisticsSuppression table = new StatisticsSuppression(people, unsafe);
        Set<List<String>> exposed = table.exposed();
        while (!exposed.isEmpty()) {
            table.cover(exposed);
            exposed = table.exposed();
        }
        return table.hidden;
    }

    /** {@return for every way and all others held still, what makes up what} */
    static List<Line> lines(Set<List<String>> cells) {
        Map<List<Object>, Line> lines = new LinkedHashMap<>();
        for (List<String> cell : cells) {
            for (int way = 0; way < cell.size(); way++) {
                if (!cell.get(way).isEmpty()) {
                    List<String> total = above(cell, way);
                    lines.computeIfAbsent(
                                    List.of(way, total), _ -> new Line(total, new ArrayList<>()))
                            .parts()
                            .add(cell);
                }
            }
        }
        return List.copyOf(lines.values());
    }

    /**
     * {@return hidden cells that what shows would tell, or of which it would tell too few people}
     */
    private Set<List<String>> exposed() {
        Equations<List<String>> equations = new Equations<>();
        Set<List<String>> exposed = new HashSet<>();
        for (Line line : lines) {
            List<List<String>> unknown = line.parts().stream().filter(hidden::contains).toList();
            Map<List<String>, Long> equation = new HashMap<>();
            unknown.forEach(cell -> equation.put(cell, 1L));
            long together = unknown.stream().mapToLong(people::get).sum();
            if (hidden.contains(line.total())) {
                equation.put(line.total(), -1L);
            } else if (together < StatisticsCell.THRESHOLD) {
                exposed.addAll(unknown);
            }
            equations.add(equation);
        }
        exposed.addAll(equations.determined());
        return exposed;
    }

    /**
     * Hides a cell beside each exposed one, at most one a line; of those that leave the fewest
     * other lines with a single hidden cell, the smallest.
     */
    private void cover(Set<List<String>> exposed) {
        Set<Line> covered = new HashSet<>();
        for (List<String> cell : exposed.stream().sorted(smallest()).toList()) {
            if (linesOf(cell).noneMatch(covered::contains)) {
                linesOf(cell)
                        .flatMap(Line::cells)
                        .filter(this::shows)
                        .min(Comparator.comparing(this::newlyBroken).thenComparing(smallest()))
                        .or(() -> people.keySet().stream().filter(this::shows).min(smallest()))
                        .ifPresent(
                                chosen -> {
                                    hidden.add(chosen);
                                    linesOf(chosen).forEach(covered::add);
                                });
            }
        }
    }

    private boolean shows(List<String> cell) {
        return !hidden.contains(cell);
    }

    private long newlyBroken(List<String> cell) {
        return linesOf(cell).filter(line -> line.cells().allMatch(this::shows)).count();
    }

    private Stream<Line> linesOf(List<String> cell) {
        return linesOf.getOrDefault(cell, List.of()).stream();
    }

    private Comparator<List<String>> smallest() {
        return Comparator.<List<String>, Long>comparing(people::get).thenComparing(List::toString);
    }

    private static List<String> above(List<String> cell, int way) {
        List<String> above = new ArrayList<>(cell);
        above.set(way, cell.get(way).substring(0, Math.max(0, cell.get(way).lastIndexOf('/'))));
        return above;
    }
}
