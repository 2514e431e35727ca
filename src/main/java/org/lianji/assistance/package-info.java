/**
 * Assistance (社会救助): applications that go in once, are checked against what the departments know
 * instead of being asked for, and are decided in time (社会救助法 §§36-50; 最低生活保障审核确认办法).
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
            "clocks",
            "procedure",
            "access",
            "rules",
            "bases",
            "merges",
            "contribution",
            "eligibility",
            "consents",
            "means",
            "workers",
            "agencies"
        })
package org.lianji.assistance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
