/**
 * Departments' own systems are told of steps of their warnings: that there was one, of which
 * warning and when, and nothing else. What it is about they ask the hub, as anybody asks it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "outbox", "procedure", "monitoring"})
package org.lianji.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
