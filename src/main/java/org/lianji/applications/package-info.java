/**
 * What goes with an application for help: which papers it takes, and which nobody may ask for since
 * the library has them (社会救助法 §62). Of a paper its number and its digest are kept, never what is in
 * it. And drafts of applications, which nobody sees but who writes them; and the application as a
 * sheet to be signed.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "roles",
            "api",
            "database",
            "audit",
            "items",
            "catalogue",
            "outbox",
            "people",
            "procedure",
            "bases",
            "agencies",
            "assistance",
            "disclosure"
        })
package org.lianji.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
