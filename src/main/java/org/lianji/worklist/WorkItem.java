package org.lianji.worklist;

import org.jspecify.annotations.Nullable;
import org.lianji.agreements.Agreement;
import org.lianji.clocks.Deadline;
import org.lianji.procedure.Procedure;

/**
 * A clock that runs, and what for.
 *
 * @param key of the clock, unique
 * @param matter as it is now; null of an agreement
 * @param agreement as it is now; null of a flow's matter
 * @param deadline the clock
 */
record WorkItem(
        String key,
        @Nullable Procedure<?> matter,
        @Nullable Agreement agreement,
        Deadline deadline) {}
