/**
 * The clocks of the law: working days by the State Council's notices, deadlines that pause and are
 * extended, and how often they are kept.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.lianji.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
