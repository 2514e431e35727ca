/**
 * Agencies (代理): whoever can't apply by themself has somebody else do it, by a mandate in writing
 * (委托代理) or as the guardian of a grown-up (法定代理); a child's guardians need no paper here, the
 * library knows them. What an agent may do ends with the agency, at once (最低生活保障审核确认办法 §6; 民法典
 * §§19-23, 27-28, 161-175).
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
            "clocks",
            "procedure",
            "bases",
            "merges"
        })
package org.lianji.agencies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
