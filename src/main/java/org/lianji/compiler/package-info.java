/**
 * A selection and its grants become one Cypher statement. Guards and masks are part of the
 * statement: nothing is loaded and taken out afterwards. Without Spring, driver or clock.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "items",
            "catalogue",
            "people",
            "access",
            "selection"
        })
package org.lianji.compiler;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
