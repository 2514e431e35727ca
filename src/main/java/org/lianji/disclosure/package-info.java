/**
 * What is made public (公示): for seven days a village reads who is to get help, with nothing but
 * what the law lets be shown (社会救助暂行办法 §11; 民发〔2021〕57号 §19); of children and of persons at risk
 * nothing. Who receives help then stays on the village's list (§24), and what was paid is public by
 * village, so far as no family shows (社会救助法 第六十七条), as is what charities' projects disclosed.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "limits",
            "audit",
            "items",
            "catalogue",
            "outbox",
            "people",
            "procedure",
            "access",
            "assistance",
            "statistics",
            "charity",
            "projects"
        })
package org.lianji.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
