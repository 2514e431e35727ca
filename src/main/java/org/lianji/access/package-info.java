/** Who may see what, about whom and for what. The only module that decides. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "roles", "items", "catalogue", "people", "agreements"})
package org.lianji.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
