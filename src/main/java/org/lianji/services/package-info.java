/**
 * Services (服务类社会救助): what somebody needs is assessed, services are bought by contract or given by
 * volunteers, and an order opens a person to its provider alone, as they consent (社会救助法; 政府购买服务).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "audit",
            "items",
            "catalogue",
            "people",
            "clocks",
            "procedure",
            "access",
            "bases",
            "contribution",
            "charity"
        })
package org.lianji.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
