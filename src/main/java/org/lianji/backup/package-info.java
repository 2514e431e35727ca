/**
 * Backups of the embedded database: taken while the hub runs, encrypted, with the chain's head
 * beside each, and good only once they were read back into a server that opened them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "database", "audit"})
package org.lianji.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
