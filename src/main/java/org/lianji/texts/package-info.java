/**
 * Texts as people read them: what is kept of one, when two are the same, whether one says anything,
 * and where an ID number stands in it, however it is written.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.lianji.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
