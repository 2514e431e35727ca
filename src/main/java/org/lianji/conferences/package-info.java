/**
 * Case conferences (个案会商、一事一议): several departments about one matter. Its data are open to the
 * members alone, for the categories named, from when it opens until it is decided; what was decided
 * becomes tasks with owners and clocks (社会救助法 第四条; 国办发〔2023〕39号 第七条).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "outbox",
            "audit",
            "items",
            "catalogue",
            "people",
            "procedure",
            "access",
            "bases",
            "assistance"
        })
package org.lianji.conferences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
