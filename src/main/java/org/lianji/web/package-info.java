/**
 * The doors over HTTP: the GraphQL endpoint, the schema as text, and the chain of filters before
 * all addresses.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "roles",
            "security",
            "limits",
            "api",
            "streams"
        })
package org.lianji.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
