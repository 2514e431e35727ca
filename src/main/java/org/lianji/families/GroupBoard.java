package org.lianji.families;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * How many families of a region are in each of the monitored groups, and of each layer.
 *
 * @param region code of the region
 * @param asOf on which day
 * @param exact whether each family counts; else counts are blurred and none is under ten
 * @param missing items that show of nobody: who is in a group by them isn't counted
 */
record GroupBoard(
        String region,
        LocalDate asOf,
        boolean exact,
        List<String> missing,
        List<OfGroup> groups,
        List<OfLayer> layers) {

    /**
     * Families of a group; null where the count isn't told, or what makes the group doesn't show.
     */
    record OfGroup(MonitoredGroup group, @Nullable Long families) {}

    /** Families of a layer, each in the first of its groups' layers. */
    record OfLayer(AssistanceLayer layer, @Nullable Long families) {}

    GroupBoard {
        missing = List.copyOf(missing);
        groups = List.copyOf(groups);
        layers = List.copyOf(layers);
    }
}
