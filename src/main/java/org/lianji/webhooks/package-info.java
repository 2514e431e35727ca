/**
 * Departments' own systems are told of steps of their matters: that there was one, of which matter
 * and when, and nothing else. What it is about they ask the hub, as anybody asks it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "audit",
            "outbox",
            "people",
            "procedure",
            "agreements",
            "feed"
        })
package org.lianji.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
