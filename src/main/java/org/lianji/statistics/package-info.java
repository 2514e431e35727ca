/** Counts of people of which no group under ten can be told. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "items",
            "catalogue",
            "people",
            "access",
            "selection",
            "compiler",
            "query"
        })
package org.lianji.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
