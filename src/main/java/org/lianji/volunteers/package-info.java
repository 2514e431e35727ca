/**
 * Volunteers: sent by their organisation to an order of a service (志愿服务条例 §§17, 20), they are told
 * what is to be done, when, and where as the person lets be known, read nobody's records, and say
 * how many hours they helped.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "audit",
            "people",
            "bases",
            "charity",
            "services"
        })
package org.lianji.volunteers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
