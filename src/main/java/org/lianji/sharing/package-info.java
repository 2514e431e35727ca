/** Who may see what: the only module that decides. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "catalogue"})
package org.lianji.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
