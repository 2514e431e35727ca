/**
 * Departments, categories and items, read from the directives of the SDL: the schema is the
 * catalogue. What else the schema needs (input types, filters, orders) is derived from it here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "roles", "audit", "items"})
package org.lianji.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
