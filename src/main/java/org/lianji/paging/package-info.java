/**
 * Lists that page both ways: cursors, keysets, counts that are bounded, and objects that are found
 * again by their id.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.lianji.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
