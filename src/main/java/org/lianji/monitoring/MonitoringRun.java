package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A run of rules over everybody.
 *
 * @param id opaque
 * @param state how far it is
 * @param client with whose token it was begun; {@code hub} for the nightly one
 * @param rules codes of its rules, in order
 * @param done how many of them are through
 * @param people whom the rules have looked at so far, each as often as rules did
 * @param total whom they will have looked at
 * @param raised new warnings
 * @param withdrawn warnings whose facts are gone
 * @param startedAt when it began
 * @param changedAt when it was last heard of
 * @param finishedAt when it was through
 */
record MonitoringRun(
        String id,
        State state,
        String client,
        List<String> rules,
        long done,
        long people,
        long total,
        long raised,
        long withdrawn,
        ZonedDateTime startedAt,
        ZonedDateTime changedAt,
        @Nullable ZonedDateTime finishedAt) {

    /** How far a run is. */
    enum State {
        RUNNING,
        COMPLETE
    }

    MonitoringRun {
        rules = List.copyOf(rules);
    }

    /** {@return the run that is the row's} */
    @SuppressWarnings("unchecked")
    static MonitoringRun of(Map<String, Object> row) {
        Map<String, Object> run = (Map<String, Object>) Objects.requireNonNull(row.get("run"));
        return new MonitoringRun(
                (String) value(run, "id"),
                State.valueOf((String) value(run, "state")),
                (String) value(run, "client"),
                (List<String>) value(run, "rules"),
                (Long) value(run, "done"),
                (Long) value(run, "people"),
                (Long) value(run, "total"),
                (Long) value(run, "raised"),
                (Long) value(run, "withdrawn"),
                (ZonedDateTime) value(run, "startedAt"),
                (ZonedDateTime) value(run, "changedAt"),
                (@Nullable ZonedDateTime) run.get("finishedAt"));
    }

    private static Object value(Map<String, Object> run, String name) {
        return Objects.requireNonNull(run.get(name));
    }
}
