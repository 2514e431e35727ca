package org.lianji.boards;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How many families of a region are missed, and of how many the help is perhaps wrong; null of a
 * count that isn't told.
 *
 * @param region code of the region
 * @param exact whether each family counts; else counts are blurred and none is under ten
 * @param below the same of each region right below it
 */
record FamilyFigures(
        String region,
        boolean exact,
        @Nullable Long missed,
        @Nullable Long wrong,
        List<OfRegion> below) {

    /**
     * @param region code of the region
     * @param name of the region
     */
    record OfRegion(String region, String name, @Nullable Long missed, @Nullable Long wrong) {}

    FamilyFigures {
        below = List.copyOf(below);
    }
}
