/**
 * A family as those see it who help it: which groups it is monitored in and of which layer it is
 * (分层管理), and what it was given, by whom and when (一户一条救助链). Nothing is kept: all of it is read
 * from the library, as any read is. How many families a group has is counted.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audit",
            "items",
            "catalogue",
            "people",
            "access",
            "rules",
            "selection",
            "compiler",
            "query"
        })
package org.lianji.families;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
