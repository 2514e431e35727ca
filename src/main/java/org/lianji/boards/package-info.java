/**
 * Who is missed (漏保) and whose help is perhaps wrong (错保): lists of families for those who see
 * their warnings, and how many they are for the rest.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "catalogue",
            "people",
            "procedure",
            "rules",
            "families",
            "monitoring"
        })
package org.lianji.boards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
