/**
 * Matching (匹配): which offer helps which need, so that the most urgent are served first, as many as
 * can be, near and evenly. Free of Spring, the database and the clock; docs/matching.md says how.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.lianji.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
