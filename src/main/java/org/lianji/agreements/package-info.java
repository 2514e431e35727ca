/**
 * Agreements on sharing between a provider and a consumer, from the request to the attested
 * disposal, with the clocks of 政务数据共享条例.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "audit",
            "items",
            "catalogue",
            "outbox",
            "clocks",
            "terms"
        })
package org.lianji.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
