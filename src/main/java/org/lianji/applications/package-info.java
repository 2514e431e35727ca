/**
 * What goes with an application for help: which papers it takes, and which nobody may ask for since
 * the library has them (社会救助法 §62).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "catalogue", "people", "assistance"})
package org.lianji.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
