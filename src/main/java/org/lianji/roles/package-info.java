/**
 * Which role may do what: one table for every mutation, field and address, judged before anything
 * else, and the part of the schema that a role sees.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.lianji.roles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
