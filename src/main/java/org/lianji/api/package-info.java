/**
 * What a request for GraphQL is: its body, its document or the registered one it names, its
 * variables, and how its faults are told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"texts", "platform", "roles", "security", "limits"})
package org.lianji.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
