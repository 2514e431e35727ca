/**
 * What every module stands on: who calls, how faults are told, statements and who shares them, and
 * the limits of a request. It knows nothing of the domain.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.lianji.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
