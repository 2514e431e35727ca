/**
 * Whether a record is about a person (身份核对): what the hub can't tell is decided by two people, who
 * see both sides as far as the decision lets them; what they decide holds for what comes later, and
 * can be taken back.
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
            "linkage",
            "people",
            "clocks",
            "procedure",
            "access",
            "bases",
            "corrections",
            "upload",
            "records"
        })
package org.lianji.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
