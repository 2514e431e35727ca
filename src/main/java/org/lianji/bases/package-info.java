/**
 * The reasons that reads are bound to: matters, plans and emergencies, who opened them, who judges
 * them, and looks that are hidden from the person for a while.
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
            "people",
            "looks",
            "clocks",
            "access"
        })
package org.lianji.bases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
