package org.lianji.outreach;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A visit (走访): two people were at the door about a warning or a clue, and say what they found.
 *
 * @param id opaque
 * @param matter identifier of the warning or the clue
 * @param day on which they were there
 * @param recordedAt when it came in, which may be days later
 * @param visitors who was there, by name
 * @param findings what they found
 * @param text what else there is to say
 * @param conflicts identifiers of visits of the same matter that had come in since the day of this
 *     one: its visitors couldn't know them
 */
record Visit(
        String id,
        String matter,
        LocalDate day,
        ZonedDateTime recordedAt,
        List<String> visitors,
        Findings findings,
        @Nullable String text,
        List<String> conflicts) {

    Visit {
        visitors = List.copyOf(visitors);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * @param living how they live
     * @param income what of their income could be seen
     * @param illness how ill somebody of them is
     * @param care how far somebody needs care
     * @param asks what they ask for
     */
    record Findings(Home living, Income income, Illness illness, Care care, List<Help> asks) {

        Findings {
            asks = asks.stream().distinct().toList();
        }
    }

    /** How they live. */
    enum Home {
        SOUND,
        POOR,
        UNSAFE,
        NO_HOME
    }

    /** What of their income could be seen. */
    enum Income {
        NONE,
        BELOW_NEEDS,
        COVERS_NEEDS,
        NOT_SEEN
    }

    /** How ill the one of them is who is most so. */
    enum Illness {
        NONE,
        CHRONIC,
        SERIOUS
    }

    /** How far the one of them who needs most care does. */
    enum Care {
        NONE,
        PARTIAL,
        FULL
    }

    /** What they ask for. */
    enum Help {
        LIVING_ALLOWANCE,
        TEMPORARY_RELIEF,
        MEDICAL,
        EDUCATION,
        HOUSING,
        EMPLOYMENT,
        CARE,
        OTHER
    }
}
