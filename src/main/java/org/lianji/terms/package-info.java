/**
 * What an agreement says and what may be asked for in one: scope, purposes, level, regions,
 * delivery, suspensions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "items", "catalogue", "people"})
package org.lianji.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
