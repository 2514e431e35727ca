/** Who listens to agreements: changes as they happen, and those that were missed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "api",
            "streams",
            "outbox",
            "terms",
            "agreements"
        })
package org.lianji.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
