/**
 * Publication: open needs shown to charities without a name, each only as one of at least ten
 * families who share everything that is shown, and what charities ask to be paired with (慈善法;
 * 民发〔2023〕46号).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "audit",
            "outbox",
            "items",
            "catalogue",
            "people",
            "charity",
            "referral"
        })
package org.lianji.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
