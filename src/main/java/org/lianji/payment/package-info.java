/**
 * Payment (发放): what was decided is paid month by month, by sheets of a township that one officer
 * of the county draws up and another approves, against what the bank says came back (社会救助法 §§47,
 * 67; 财社〔2017〕58号). Nothing is paid without a decision, for a month twice, or after an end.
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
            "people",
            "procedure"
        })
package org.lianji.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
