/**
 * Special assistance (专项救助): the parts of an application that other departments decide. Who applies
 * does so at one door; each part goes to the department that gives that help, which sees the family
 * while it decides, and what came of it is known where it came from (社会救助法 §§24-28, 42, 64).
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
            "access",
            "bases",
            "upload",
            "records",
            "contribution",
            "merges",
            "assistance"
        })
package org.lianji.special;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
