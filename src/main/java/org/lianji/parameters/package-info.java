/**
 * The values that rules take, such as the standard of the minimum living allowance in a county:
 * proposed, tried out on everybody, signed by a second person, and in force from a day.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "audit",
            "outbox",
            "catalogue",
            "people",
            "procedure",
            "rules",
            "monitoring"
        })
package org.lianji.parameters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
