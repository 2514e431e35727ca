package org.lianji.worklist;

import org.lianji.clocks.Deadline;
import org.lianji.procedure.Procedure;

/**
 * A clock that runs for a matter.
 *
 * @param key of the clock, unique
 * @param matter as it is now
 * @param deadline the clock
 */
record WorkItem(String key, Procedure<?> matter, Deadline deadline) {}
