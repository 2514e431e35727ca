/**
 * Outreach: clues that whoever is near reports as soon as they see somebody in distress (即发现即报告),
 * and visits at the door (走访), with what was found there (国办发〔2023〕39号 第四条; 社会救助暂行办法 第六十条).
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
            "outbox",
            "people",
            "clocks",
            "procedure",
            "bases",
            "monitoring"
        })
package org.lianji.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
