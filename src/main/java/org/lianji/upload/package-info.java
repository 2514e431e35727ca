/**
 * Files and lists of rows as they come in: charset, form, bounds, and each row's cells as they were
 * sent.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"texts", "platform", "items", "catalogue"})
package org.lianji.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
