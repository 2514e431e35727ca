package org.lianji.publication;

import org.lianji.charity.OneFamily;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which needs can be published, and as what: each in the finest of five cells that at least ten
 * families share who are published with it. Those who were published before don't count: what is
 * new on a day is known by what was there the day before, so it is new of ten families or more.
 */
final class NeedCoarsening {

    /** Families who share everything that is shown, at least. */
    static final int FAMILIES = 10;

    /** What is hidden first, and what then besides. */
    private static final List<UnaryOperator<NeedCell>> STEPS =
            List.of(
                    UnaryOperator.identity(),
                    NeedCell::withoutUrgency,
                    NeedCell::withoutAge,
                    NeedCell::withoutHardship,
                    NeedCell::ofCity);

    private NeedCoarsening() {}

    /** {@return the needs that are published, in the cells that they are shown in} */
    static List<OpenNeed> published(Collection<OpenNeed> open) {
        OneFamily families = new OneFamily();
        open.forEach(need -> families.add(need.person(), need.households()));
        List<OpenNeed> published = new ArrayList<>();
        List<OpenNeed> waiting = new ArrayList<>(open);
        for (UnaryOperator<NeedCell> step : STEPS) {
            Map<NeedCell, List<OpenNeed>> cells =
                    waiting.stream()
                            .map(need -> need.in(step.apply(need.cell())))
                            .collect(Collectors.groupingBy(OpenNeed::cell));
            waiting = new ArrayList<>();
            for (List<OpenNeed> cell : cells.values()) {
                long among =
                        cell.stream().map(need -> families.of(need.person())).distinct().count();
                (among >= FAMILIES ? published : waiting).addAll(cell);
            }
        }
        return List.copyOf(published);
    }
}
