/**
 * Corrections (校核): who sees a wrong value says so, its source answers in time, and a dispute goes
 * up the ladder of the Regulation (政务数据共享条例 §§26, 28; 个人信息保护法 §§45-46).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "audit",
            "items",
            "people",
            "catalogue",
            "clocks",
            "procedure",
            "access"
        })
package org.lianji.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
