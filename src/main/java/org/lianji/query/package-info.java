/**
 * A selection and its grants compiled to one Cypher statement; the only module that reads records
 * for a caller. Guards and masks are part of the statement: nothing is loaded and taken out
 * afterwards.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "audit", "catalogue", "people", "sharing"})
package org.lianji.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
