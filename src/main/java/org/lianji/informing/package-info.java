/**
 * Informing (主动告知、入户告知): which policies apply to a family and why, who was told of them by whom,
 * and how content people are with help, in figures only (社会救助法 第三十九条).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "database",
            "roles",
            "audit",
            "items",
            "catalogue",
            "people",
            "procedure",
            "access",
            "bases",
            "statistics"
        })
package org.lianji.informing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
