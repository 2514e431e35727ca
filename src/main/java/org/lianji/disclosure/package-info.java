/**
 * What is made public (公示): for seven days a village reads who is to get help, with nothing but
 * what the law lets be shown (社会救助暂行办法 §11; 民发〔2021〕57号 §19); of children and of persons at risk
 * nothing.
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
            "outbox",
            "people",
            "procedure",
            "access"
        })
package org.lianji.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
