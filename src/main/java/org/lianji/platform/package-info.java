/**
 * What every module stands on: who calls, how faults are told, the connection to the graph, and the
 * limits of a request. It knows nothing of the domain.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.lianji.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
