/**
 * What is due: the running clocks of all matters, whichever flow they belong to, and of agreements,
 * for whoever must keep them and may know of the matter; and word of matters before a last day
 * passes.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "outbox",
            "clocks",
            "procedure",
            "agreements",
            "webhooks"
        })
package org.lianji.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
