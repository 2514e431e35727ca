/**
 * Charities: the organisations that help, approved by the department that leads, and what they
 * offer (慈善法; 民发〔2023〕46号: charity goes on where government help ends).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "roles",
            "audit",
            "items",
            "catalogue",
            "people",
            "looks",
            "clocks",
            "procedure",
            "contribution"
        })
package org.lianji.charity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
