/**
 * The kernel of every flow: a state table, who may take which step and why not, versions under a
 * lock, the history, the clocks of the law, and the entry on the chain. A flow brings its table,
 * its values and its Cypher.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "api",
            "audit",
            "items",
            "catalogue",
            "outbox",
            "people",
            "clocks"
        })
package org.lianji.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
