/**
 * The graph's ground: the embedded server and its folder, the migrations of the graph, whether the
 * database answers and has room, and what is done where it doesn't.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.lianji.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
