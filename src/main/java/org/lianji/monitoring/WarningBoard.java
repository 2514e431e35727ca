package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.rules.Rule;

import java.util.List;

/**
 * How many warnings there are in a region, and what became of them.
 *
 * @param region code of the region
 * @param exact whether each counts; else counts are blurred and none is under ten
 * @param figures of all of them
 */
record WarningBoard(
        String region,
        boolean exact,
        Figures figures,
        List<OfKind> kinds,
        List<OfLevel> levels,
        List<OfState> states,
        List<OfRule> rules) {

    /**
     * What warnings came to; null of a count that is too small to be told.
     *
     * @param fedBack of which what came of it was returned: the loop is closed
     * @param loop share of those raised that were fed back
     * @param daysToVerdict from raising to confirming or dismissing, on average
     * @param hoursToHelp from raising to what was done being fed back, on average
     */
    record Figures(
            @Nullable Long raised,
            @Nullable Long open,
            @Nullable Long overdue,
            @Nullable Long confirmed,
            @Nullable Long falseAlarms,
            @Nullable Long withdrawn,
            @Nullable Long fedBack,
            @Nullable Double loop,
            @Nullable Double daysToVerdict,
            @Nullable Double hoursToHelp) {}

    /** Of one kind of rules: families missed (漏保), help that should have ended (错保), … */
    record OfKind(Rule.Kind kind, Figures figures) {}

    record OfLevel(Rule.Level level, Figures figures) {}

    record OfState(WarningState state, @Nullable Long warnings) {}

    record OfRule(String rule, Figures figures) {}
}
