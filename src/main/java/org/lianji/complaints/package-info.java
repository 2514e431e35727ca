/**
 * Complaints and the hotline 12349 (群众监督): anybody may complain, also without a name and without a
 * token; nobody judges their own; what is late goes up by itself, and the answer reaches whoever
 * has the receipt (社会救助暂行办法 第六十条; 社会救助法 第六十七条).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "texts",
            "platform",
            "paging",
            "database",
            "limits",
            "api",
            "audit",
            "items",
            "catalogue",
            "people",
            "looks",
            "clocks",
            "procedure",
            "disclosure",
            "statistics"
        })
package org.lianji.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
