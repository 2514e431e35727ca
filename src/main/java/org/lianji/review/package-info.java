/**
 * Review (复核): what comes after a decision. Who is helped is looked at again from time to time,
 * nothing is cut or ended before the family was heard, and who objects to a decision has it judged
 * by another officer than decided (社会救助法 §48; 最低生活保障审核确认办法 §§29-34).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "audit",
            "items",
            "catalogue",
            "people",
            "clocks",
            "procedure",
            "rules",
            "access",
            "bases",
            "contribution",
            "means",
            "assistance"
        })
package org.lianji.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
