/**
 * Workers (经办人员和村（居）委会成员): the county says whose an account is, so that a near relative's
 * application is seen to be one (社会救助法 §62; 最低生活保障审核确认办法 §11, 近亲属备案). What is registered opens
 * nothing to anybody.
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
            "people",
            "procedure",
            "bases"
        })
package org.lianji.workers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
