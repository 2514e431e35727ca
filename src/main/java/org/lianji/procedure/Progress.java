package org.lianji.procedure;

import org.lianji.clocks.Deadline;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * How far a matter has come: what all flows have in common.
 *
 * @param id opaque
 * @param version grows by one with each step
 * @param state where it stands
 * @param createdAt when it was begun
 * @param changedAt when the last step was taken
 * @param deadlines the clocks that run, or ran, for it
 * @param <S> the flow's states
 */
public record Progress<S extends Enum<S>>(
        String id,
        long version,
        S state,
        ZonedDateTime createdAt,
        ZonedDateTime changedAt,
        List<Deadline> deadlines) {

    public Progress {
        deadlines = List.copyOf(deadlines);
    }

    /** {@return the progress of a matter that begins} */
    static <S extends Enum<S>> Progress<S> begun(String id, S state, ZonedDateTime now) {
        return new Progress<>(id, 1, state, now, now, List.of());
    }

    Progress<S> next(S to, ZonedDateTime now) {
        return new Progress<>(id, version + 1, to, createdAt, now, deadlines);
    }

    Progress<S> with(List<Deadline> changed) {
        return new Progress<>(id, version, state, createdAt, changedAt, changed);
    }
}
