/**
 * What a question selects, where a fault of it lies, and what of it was withheld with the next step
 * that can be taken.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "roles", "items", "catalogue", "access"})
package org.lianji.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
