/**
 * Who may see what, about whom and for what: agreements, the reasons that reads are bound to, and
 * the one decision. The only module that decides.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "audit", "catalogue", "people", "procedure"})
package org.lianji.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
