/**
 * What an item of a category is, how its value is read from what was sent, and what must hold
 * between the values of a row.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"texts", "platform"})
package org.lianji.items;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
