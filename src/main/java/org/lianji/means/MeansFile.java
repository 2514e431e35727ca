package org.lianji.means;

import java.util.List;

/**
 * What a check has found, as it is kept (sealed) with its case.
 *
 * @param excesses what is above a limit, or to be looked into
 * @param replies of sources outside
 */
public record MeansFile(List<MeansExcess> excesses, List<OutsideReply> replies) {

    public static final MeansFile EMPTY = new MeansFile(List.of(), List.of());

    public MeansFile {
        excesses = List.copyOf(excesses);
        replies = List.copyOf(replies);
    }
}
