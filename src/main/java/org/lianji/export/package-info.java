/** Answers as files: CSV, NDJSON, Parquet. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "roles",
            "items",
            "catalogue",
            "upload",
            "selection",
            "compiler",
            "query"
        })
package org.lianji.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
