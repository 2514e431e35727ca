/**
 * Projects of charities, and that they are disclosed in time (慈善法 §§72, 79): every three months
 * while one runs, every five days in an emergency, and within three months of its end.
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
            "people",
            "clocks",
            "procedure",
            "statistics",
            "charity"
        })
package org.lianji.projects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
