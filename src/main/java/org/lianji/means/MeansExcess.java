package org.lianji.means;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is above a limit, or to be looked into.
 *
 * @param source that told it
 * @param limit that it is above; null where there is none
 * @param facts that make it so
 */
public record MeansExcess(MeansSource source, @Nullable MeansLimit limit, List<MeansFact> facts) {

    public MeansExcess {
        facts = List.copyOf(facts);
    }
}
