/**
 * First help (小额快救、先行救助): where somebody is found in distress help is given at once, by two
 * workers, out of the township's petty fund; the papers come afterwards (社会救助法 §§29, 37, 50).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "audit",
            "outbox",
            "items",
            "catalogue",
            "people",
            "clocks",
            "procedure",
            "access",
            "rules",
            "bases",
            "merges",
            "contribution",
            "eligibility"
        })
package org.lianji.relief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
