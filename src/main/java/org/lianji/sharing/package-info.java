/**
 * Who may see what: agreements, their life and deadlines, and the decision. The only module that
 * decides.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "catalogue", "people"})
package org.lianji.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
