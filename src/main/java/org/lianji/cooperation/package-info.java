/**
 * Who is registered elsewhere is helped where they are (非本地户籍, 社会救助法 第三十七条): the county of
 * registration is asked to cooperate, in the city as a task of its officers, outside by a letter
 * with a number; help waits for no answer.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paging",
            "database",
            "roles",
            "audit",
            "catalogue",
            "outbox",
            "people",
            "procedure",
            "access",
            "bases",
            "disclosure"
        })
package org.lianji.cooperation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
