/**
 * Who looked at my data: what a person, and for a child its guardian, may read of the chain, and in
 * which words.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "paging", "roles", "proof", "audit", "people"})
package org.lianji.looks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
