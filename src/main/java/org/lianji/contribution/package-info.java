/**
 * Batches of records come in here, from a mutation or a file, and every row has its own outcome. A
 * batch is its idempotency key: sending the same again changes nothing, and continues what a crash
 * interrupted.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "roles",
            "audit",
            "items",
            "catalogue",
            "outbox",
            "people",
            "bases",
            "upload",
            "records"
        })
package org.lianji.contribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
