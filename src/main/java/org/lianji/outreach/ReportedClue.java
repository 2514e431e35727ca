package org.lianji.outreach;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;

/**
 * A clue as who reported it sees it: that it came in, and whether somebody looks into it. What
 * others know of the person, and what they found, is not theirs to know.
 *
 * @param id the receipt
 * @param key by which it lies in the list
 */
record ReportedClue(
        String id,
        String key,
        Stage stage,
        String region,
        Clue.@Nullable Distress distress,
        boolean childAtRisk,
        ZonedDateTime reportedAt) {

    /** How far it is; however it ends, it looks the same. */
    enum Stage {
        RECEIVED,
        IN_HAND,
        SETTLED
    }

    static ReportedClue of(Clue clue) {
        return new ReportedClue(
                clue.reporter().receipt(),
                clue.id(),
                stage(clue.state()),
                clue.seen().places().getFirst(),
                clue.seen().distress(),
                clue.seen().childAtRisk(),
                clue.createdAt());
    }

    private static Stage stage(ClueState state) {
        return switch (state) {
            case REPORTED, WITH_COUNTY -> Stage.RECEIVED;
            case ACCEPTED, VISITED -> Stage.IN_HAND;
            case JOINED, DISMISSED, CLOSED -> Stage.SETTLED;
        };
    }
}
