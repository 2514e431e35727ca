/** Who calls: tokens, their issuers and what they say. */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.lianji.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
