/**
 * Documents that a department registers, so that its production sends their id and nothing else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "paging", "api", "audit", "bases"})
package org.lianji.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
