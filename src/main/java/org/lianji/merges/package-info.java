/**
 * Two numbers that are one person's (人员归并): decided by two officers where the register's owner has
 * cancelled one of them as a duplicate, and taken back by two, as if it had never been.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "audit",
            "outbox",
            "items",
            "catalogue",
            "people",
            "procedure",
            "access",
            "bases"
        })
package org.lianji.merges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
