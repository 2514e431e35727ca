/**
 * What every module stands on: who calls, how faults are told, identifiers, the clock, and what
 * keeps a hub from starting. It knows nothing of the domain.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "texts")
package org.lianji.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
