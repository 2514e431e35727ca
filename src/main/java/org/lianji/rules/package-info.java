/**
 * The rules of monitoring as files: what they read, under whose grants, and what they find among
 * given people. What becomes of a finding is no business of theirs.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "items", "catalogue", "people", "clocks", "access"})
package org.lianji.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
