/**
 * Runs what was compiled, alone or together with others of the same shape, and answers with it; the
 * only module that reads records for a caller.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "roles",
            "api",
            "audit",
            "items",
            "catalogue",
            "people",
            "access",
            "selection",
            "compiler"
        })
package org.lianji.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
