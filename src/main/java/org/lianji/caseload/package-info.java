/**
 * The load of applications of a region: one among them found by whose it is, and how long they take
 * from acceptance to the decision.
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
            "procedure",
            "access",
            "bases"
        })
package org.lianji.caseload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
