/** Subscriptions over WebSocket and server-sent events. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "security", "limits", "api", "web"})
package org.lianji.streams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
