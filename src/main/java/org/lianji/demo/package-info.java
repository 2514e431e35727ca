/**
 * Everything that exists only in demo mode: departments as clients, an issuer of tokens, a
 * synthetic city, and what they have agreed on.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "database",
            "security",
            "api",
            "audit",
            "items",
            "catalogue",
            "people",
            "clocks",
            "terms",
            "rules",
            "agreements",
            "bases",
            "monitoring",
            "upload",
            "records",
            "contribution",
            "means",
            "rounds"
        })
package org.lianji.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
