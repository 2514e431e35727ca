/**
 * Referral (转介): needs that government help leaves open, published without a name, paired with what
 * charities offer, and opened to one of them only as the person consents (慈善法; 民发〔2023〕46号).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "outbox",
            "audit",
            "items",
            "catalogue",
            "people",
            "clocks",
            "procedure",
            "access",
            "bases",
            "assistance",
            "charity",
            "matching"
        })
package org.lianji.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
