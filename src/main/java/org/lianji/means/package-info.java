/**
 * The check of means (核对): what the departments' categories tell of a family, and what sources
 * outside of the hub answer (税务、银行、证券、保险、支付机构), each by its own status; what exceeds which limit by
 * which fact. It takes no decision and knows no flow.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "items",
            "catalogue",
            "people",
            "access",
            "rules",
            "contribution",
            "eligibility"
        })
package org.lianji.means;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
