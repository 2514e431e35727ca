/**
 * Whether a family qualifies and for how much a month, by rules that are read as they are run:
 * files by region and day, dated local standards, and a calculation of which every step is told. It
 * knows nobody and decides nothing: a person decides.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "items", "catalogue", "people", "rules"})
package org.lianji.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
