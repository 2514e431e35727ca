package org.lianji.outreach;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.clocks.WorkCalendar;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * What is done with a clue, on the chain, about the person whom the graph knows it to be about.
 * Nothing of what was seen is in it. Where a child is at risk the person, or who speaks for them,
 * reads of it once it is known to be safe to tell: a guardian may be the risk.
 */
@Component
final class ClueEntries {

    /** As long as looks can be hidden that nobody has signed for. */
    private static final int HIDDEN_WORKING_DAYS = 3;

    private final WorkCalendar calendar;
    private final Clock clock;

    ClueEntries(WorkCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** {@return the entry} */
    Entry of(Caller caller, Kind kind, Clue clue, String what) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                "C",
                clue.handler().basis(),
                List.of(),
                List.of(),
                clue.about().person() instanceof String person ? List.of(person) : List.of(),
                Digests.hex(String.join(" ", clue.id(), Long.toString(clue.version()), what)),
                shownFrom(clue));
    }

    /** {@return when the person may read of it; null at once} */
    @Nullable Instant shownFrom(Clue clue) {
        return clue.seen().childAtRisk()
                ? calendar.estimate(clue.createdAt().toLocalDate(), HIDDEN_WORKING_DAYS)
                        .day()
                        .plusDays(1)
                        .atStartOfDay(clock.getZone())
                        .toInstant()
                : null;
    }
}
