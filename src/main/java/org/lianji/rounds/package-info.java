/**
 * Rounds of matching: each morning all open needs of the city are matched with all that is offered,
 * and it is told how many could be helped, how evenly, and why the others could not.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "database",
            "audit",
            "catalogue",
            "people",
            "procedure",
            "referral"
        })
package org.lianji.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
