/**
 * Persons, households and regions, and the dated relations between them. Decides whether an
 * incoming identity is somebody known; an ID number is kept on its Person only and looked up by a
 * keyed hash.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "security",
            "items",
            "linkage"
        })
package org.lianji.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
