/** A row becomes a version of a record: checked, resolved, written, with an outcome of its own. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "audit",
            "items",
            "catalogue",
            "outbox",
            "people",
            "upload"
        })
package org.lianji.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
