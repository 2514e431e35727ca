/**
 * Monitoring (动态监测): rules that combine what the departments know, findings that become warnings,
 * and what officers do about them until it is back in the library (国办发〔2023〕39号 第四条).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
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
            "families",
            "bases",
            "merges",
            "outbox",
            "records",
            "selection",
            "compiler",
            "query"
        })
package org.lianji.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
