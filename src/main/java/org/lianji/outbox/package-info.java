/**
 * News of one module for the others and for those who listen: written with what happened, told at
 * least once, in order per subject, by one of the hubs on a database.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "paging", "database", "api", "audit", "catalogue"})
package org.lianji.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
