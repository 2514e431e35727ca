package org.lianji.query;

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
    private final Set<List<String>> hidden;

    private StatisticsSuppression(Map<List<String>, Long> people, Set<List<String>> unsafe) {
        this.people = people;
        this.lines = lines(people.keySet());
        this.hidden = new HashSet<>(unsafe);
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
            exposed.stream().sorted(table.smallest()).forEach(table::cover);
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

    /** {@return hidden cells that what shows would tell, or of which it would tell too few people} */
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

    /** Hides the smallest cell that still shows in a line with an exposed one. */
    private void cover(List<String> exposed) {
        lines.stream()
                .filter(line -> line.cells().anyMatch(exposed::equals))
                .flatMap(Line::cells)
                .filter(cell -> !hidden.contains(cell))
                .min(smallest())
                .or(() -> people.keySet().stream().filter(cell -> !hidden.contains(cell)).min(smallest()))
                .ifPresent(hidden::add);
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
