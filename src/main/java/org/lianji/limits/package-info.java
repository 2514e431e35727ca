/**
 * What a question may weigh: its size before anything is validated, its cost before anything is
 * fetched, and how much a client may ask in a minute.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.lianji.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
