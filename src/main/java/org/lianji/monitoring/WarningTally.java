package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.people.BlurredCount;
import org.lianji.people.IdentityHash;
import org.neo4j.driver.Record;

import java.util.Set;

/**
 * Warnings that are alike, counted: blurred for whoever may not see the warnings themselves, by
 * what depends on the very warnings that are counted.
 */
final class WarningTally {

    private static final int TEN = 10;
    private static final double HOUR = 3_600_000;
    private static final double DAY = 24 * HOUR;

    private static final Set<WarningState> CONFIRMED =
            Set.of(
                    WarningState.CONFIRMED,
                    WarningState.DISPOSED,
                    WarningState.FED_BACK,
                    WarningState.CLOSED);

    /** What is counted of warnings. */
    private enum Measure {
        RAISED,
        OPEN,
        OVERDUE,
        CONFIRMED,
        FALSE_ALARMS,
        WITHDRAWN,
        FED_BACK
    }

    private final long[] counts = new long[Measure.values().length];
    private final long[] keys = new long[Measure.values().length];
    private long verdicts;
    private long untilVerdict;
    private long helps;
    private long untilHelp;

    /**
     * Warnings of one rule in one state, as the graph counts them.
     *
     * @param key what tells these warnings from as many others
     * @param verdicts how many of them have one
     * @param untilVerdict milliseconds that passed till then, all together
     * @param helps of how many it was fed back what was done
     * @param untilHelp milliseconds that passed till then, all together
     */
    record Group(
            String rule,
            String level,
            String state,
            boolean overdue,
            long warnings,
            long key,
            long verdicts,
            long untilVerdict,
            long helps,
            long untilHelp) {

        static Group of(Record row) {
            return new Group(
                    row.get("rule").asString(),
                    row.get("level").asString(),
                    row.get("state").asString(),
                    row.get("overdue").asBoolean(),
                    row.get("warnings").asLong(),
                    row.get("key").asLong(),
                    row.get("verdicts").asLong(),
                    row.get("untilVerdict").asLong(),
                    row.get("helps").asLong(),
                    row.get("untilHelp").asLong());
        }
    }

    void add(Group some) {
        WarningState state = WarningState.valueOf(some.state());
        count(Measure.RAISED, some, true);
        count(Measure.OPEN, some, state.open());
        count(Measure.OVERDUE, some, some.overdue());
        count(Measure.CONFIRMED, some, CONFIRMED.contains(state));
        count(Measure.FALSE_ALARMS, some, state == WarningState.FALSE_ALARM);
        count(Measure.WITHDRAWN, some, state == WarningState.WITHDRAWN);
        count(
                Measure.FED_BACK,
                some,
                state == WarningState.FED_BACK || state == WarningState.CLOSED);
        verdicts += some.verdicts();
        untilVerdict += some.untilVerdict();
        helps += some.helps();
        untilHelp += some.untilHelp();
    }

    private void count(Measure measure, Group some, boolean counts) {
        if (counts) {
            this.counts[measure.ordinal()] += some.warnings();
            this.keys[measure.ordinal()] += some.key();
        }
    }

    /** {@return how many there are} */
    @Nullable Long warnings(@Nullable IdentityHash hash, String name) {
        return told(Measure.RAISED, hash, name);
    }

    /**
     * {@return all figures}
     *
     * @param hash by which they are blurred; null where they are exact
     * @param name of what is counted
     */
    WarningBoard.Figures figures(@Nullable IdentityHash hash, String name) {
        Long raised = told(Measure.RAISED, hash, name);
        Long fedBack = told(Measure.FED_BACK, hash, name);
        return new WarningBoard.Figures(
                raised,
                told(Measure.OPEN, hash, name),
                told(Measure.OVERDUE, hash, name),
                told(Measure.CONFIRMED, hash, name),
                told(Measure.FALSE_ALARMS, hash, name),
                told(Measure.WITHDRAWN, hash, name),
                fedBack,
                raised == null || fedBack == null || raised == 0 ? null : loop(fedBack, raised),
                mean(untilVerdict, verdicts, DAY, hash != null),
                mean(untilHelp, helps, HOUR, hash != null));
    }

    private static double loop(long fedBack, long raised) {
        return Math.min(1, Math.round(100.0 * fedBack / raised) / 100.0);
    }

    private @Nullable Long told(Measure measure, @Nullable IdentityHash hash, String name) {
        long count = counts[measure.ordinal()];
        if (hash == null) {
            return count;
        }
        return BlurredCount.of(
                hash, count, "board %s %s %d".formatted(name, measure, keys[measure.ordinal()]));
    }

    private static @Nullable Double mean(long sum, long count, double unit, boolean coarse) {
        if (count == 0 || coarse && count < BlurredCount.LEAST) {
            return null;
        }
        double mean = sum / unit / count;
        return coarse ? Math.rint(mean) : Math.rint(mean * TEN) / TEN;
    }
}
